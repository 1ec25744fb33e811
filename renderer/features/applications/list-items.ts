import { LISTED_STATUSES } from '../../../shared/domain/application-status.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import type { ListGrouping, RankingChoice } from '../../state/application-lists.js';
import { rankingChoice } from './filter-applications.js';
import type { ListedApplication } from './sort-applications.js';

/** What the rows of a group have in common. */
type GroupOf =
  | { readonly by: 'status'; readonly value: ApplicationStatus }
  | { readonly by: 'ranking'; readonly value: RankingChoice };

/** A line of the list: somebody, or the head of a group. */
export type ListItem =
  | { readonly kind: 'application'; readonly row: ListedApplication }
  | { readonly kind: 'group'; readonly group: GroupOf; readonly count: number };

const GROUPS = {
  status: LISTED_STATUSES.map((value): GroupOf => ({ by: 'status', value })),
  ranking: (['1', '2', '3', 'none'] as const).map((value): GroupOf => ({ by: 'ranking', value })),
} as const satisfies Record<ListGrouping, readonly GroupOf[]>;

/** The rows as lines, under the heads of their statuses (in the order of T2) or rankings where they are grouped. */
export function listItems(rows: readonly ListedApplication[], grouping: ListGrouping | null): readonly ListItem[] {
  const items = rows.map((row): ListItem => ({ kind: 'application', row }));
  if (grouping === null) return items;
  const groups = new Map(
    GROUPS[grouping].map((group) => [group.value as string, { group, members: [] as ListItem[] }]),
  );
  for (const [at, { application }] of rows.entries()) {
    const item = items[at];
    const value = grouping === 'status' ? application.status : rankingChoice(application);
    if (item !== undefined) groups.get(value)?.members.push(item);
  }
  return [...groups.values()].flatMap(({ group, members }): readonly ListItem[] =>
    members.length === 0 ? [] : [{ kind: 'group', group, count: members.length }, ...members],
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
