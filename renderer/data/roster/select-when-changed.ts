import type { Table } from '../../../shared/records/tables.js';
import type { Roster } from './rows.js';

/**
 * Selects again only after rows of the tables that it reads were taken in: with many changes arriving from other laptops a
 * count that walks everybody would otherwise run for each of them. Whoever is erased takes their interviews along, so
 * that what reads those reads `person` too.
 */
export function selectWhenChanged<Selected>(
  reads: readonly Table[],
  select: (roster: Roster) => Selected,
): (roster: Roster) => Selected {
  const kept = new WeakMap<Roster, { readonly at: number; readonly selected: Selected }>();
  return (roster) => {
    const at = roster.changedAt(reads);
    const last = kept.get(roster);
    if (last?.at === at) return last.selected;
    const selected = select(roster);
    kept.set(roster, { at, selected });
    return selected;
  };
}
