import type { FoldChange, Stamp } from '../../shared/changes/change-set.js';
import { packState } from '../../shared/changes/record-state.js';
import type { JournalHead } from '../../shared/host/contract.js';
import type { Database } from './database.js';
import { openRow, type OpenRow } from './sealed-row.js';
import type { Sealer } from './sealing.js';

/**
 * The first place of the journal that can no longer be read although the working store has applied it; null when the
 * journal holds all that the store does.
 */
export function firstLostSeq(head: JournalHead, appliedSeq: number): number | null {
  const lost = head.damaged.map(({ seq }) => seq).filter((seq) => seq <= appliedSeq);
  if (appliedSeq > head.seq) lost.push(head.seq + 1);
  return lost.length === 0 ? null : Math.min(...lost);
}

/**
 * What puts lost frames back: every record that changed from there on, as it stands, stamps included. Folding a record
 * into a journal that knows part of it changes nothing but what was missing.
 */
export async function repairChanges(
  database: Database,
  sealer: Sealer,
  fromSeq: number,
): Promise<readonly FoldChange[]> {
  const sealed = await database.records.where('changedSeq').aboveOrEqual(fromSeq).toArray();
  const rows = await Promise.all(sealed.map((row) => openRow(sealer, row)));
  return rows.map(foldOf);
}

/** The greatest stamp in folded records, which the clock must have seen before it makes another; null for none. */
export function greatestStamp(changes: readonly FoldChange[]): Stamp | null {
  let greatest: Stamp | null = null;
  for (const { state } of changes) {
    const registers = [state.fields, ...Object.values(state.sets)].flatMap((map) => Object.values(map));
    const stamps = [
      ...(state.created === null ? [] : [state.created]),
      ...registers.flatMap((register) => [...register.heads.map(({ stamp }) => stamp), ...register.past]),
      ...Object.values(state.events).map(({ stamp }) => stamp),
    ];
    for (const stamp of stamps) if (greatest === null || stamp > greatest) greatest = stamp;
  }
  return greatest;
}

function foldOf({ id, table, dossier, state }: OpenRow): FoldChange {
  return { kind: 'fold', table, id, dossier, state: packState(state) };
}
