import type { Change } from '../../shared/changes/change-set.js';
import { stampOf } from '../../shared/changes/clock.js';
import { applyChangeSet, startWorking } from '../data/apply-changes.js';
import { RosterTable } from '../data/roster/roster-table.js';

/** The roster as these changes leave it, one after the other. */
export function rosterOf(changes: readonly Change[]): RosterTable {
  const working = startWorking([]);
  const device = 'a'.repeat(16);
  for (const [n, change] of changes.entries()) {
    const set = { v: 1, device, n: n + 1, at: n, by: null, actionId: n.toString(), action: 'edit-person' } as const;
    applyChangeSet(
      working,
      { ...set, stamp: stampOf({ ms: n + 1, counter: 0, node: device }), changes: [change] },
      n + 1,
    );
  }
  const table = new RosterTable();
  table.apply([...working.rows.values()]);
  return table;
}
