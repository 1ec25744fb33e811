import { LISTED_STATUSES } from '../../../shared/domain/application-status.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import type { ListedApplication } from './sort-applications.js';

/** A line of the list: somebody, or the head of a group. */
export type ListItem =
  | { readonly kind: 'application'; readonly row: ListedApplication }
  | { readonly kind: 'group'; readonly status: ApplicationStatus; readonly count: number };

/** The rows as lines, under the heads of their statuses (in the order of T2) where they are grouped. */
export function listItems(rows: readonly ListedApplication[], grouped: boolean): readonly ListItem[] {
  const items = rows.map((row): ListItem => ({ kind: 'application', row }));
  if (!grouped) return items;
  const groups = new Map<ApplicationStatus, ListItem[]>(LISTED_STATUSES.map((status) => [status, []]));
  for (const [at, { application }] of rows.entries()) {
    const item = items[at];
    if (item !== undefined) groups.get(application.status)?.push(item);
  }
  return [...groups].flatMap(([status, members]): readonly ListItem[] =>
    members.length === 0 ? [] : [{ kind: 'group', status, count: members.length }, ...members],
  );
}

/** The applications of the list, in its order. */
export function applicationIds(items: readonly ListItem[]): readonly ApplicationId[] {
  const ids: ApplicationId[] = [];
  for (const item of items) if (item.kind === 'application') ids.push(item.row.application.id);
  return ids;
}

/** The line on which an application stands; -1 when it is not shown. */
export function lineOf(items: readonly ListItem[], id: ApplicationId | null): number {
  return items.findIndex((item) => item.kind === 'application' && item.row.application.id === id);
}
