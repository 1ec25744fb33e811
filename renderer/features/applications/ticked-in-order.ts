import type { ApplicationId } from '../../../shared/records/primitives.js';
import type { ListedApplication } from './sort-applications.js';

export interface TickedRows {
  /** As they stand in the list; those whom the filter hides come after them. Whoever is gone is not ticked any more. */
  readonly ids: readonly ApplicationId[];
  /** How many of them are not shown. */
  readonly hidden: number;
}

/** Who is ticked, of everybody in the vacancy (`all`) and of those shown (`shown`). */
export function tickedInOrder(
  ticked: ReadonlySet<ApplicationId>,
  shown: readonly ApplicationId[],
  all: readonly ListedApplication[],
): TickedRows {
  if (ticked.size === 0) return { ids: [], hidden: 0 };
  const seen = shown.filter((id) => ticked.has(id));
  if (seen.length === ticked.size) return { ids: seen, hidden: 0 };
  const visible = new Set(seen);
  const unseen = all.map(({ application }) => application.id).filter((id) => ticked.has(id) && !visible.has(id));
  return { ids: [...seen, ...unseen], hidden: unseen.length };
}
