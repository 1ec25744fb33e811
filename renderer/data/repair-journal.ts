import { z } from 'zod';
import type { ChangeSet, CreateChange, EraseChange, FoldChange } from '../../shared/changes/change-set.js';
import { staysHere } from '../../shared/changes/housekeeping.js';
import { isUnknown, packState } from '../../shared/changes/record-state.js';
import type { JournalHead } from '../../shared/host/contract.js';
import type { DamageMeta, Database } from './database.js';
import { openRow, type OpenRow } from './sealed-row.js';
import type { Sealer } from './sealing.js';

const REPAIR = 'repair';
const Places = z.array(z.int());

/** Frames of the journal that cannot be read any more, as they were found at this start. */
export interface Damage {
  /** Places whose changes the working store still had; they were written again. */
  readonly restored: readonly number[];
  /** Places that nothing could restore: they are named until somebody has read it. */
  readonly lost: readonly number[];
}

/** Damage as a working store sees it that has applied the journal up to `appliedSeq`. */
export function findDamage(head: JournalHead, appliedSeq: number, known: Omit<DamageMeta, 'key'>): Damage {
  const places = head.damaged.map(({ seq }) => seq);
  const fresh = places.filter((seq) => !known.settled.includes(seq) && !known.lost.includes(seq));
  const cutOff = Array.from({ length: Math.max(0, appliedSeq - head.seq) }, (_, at) => head.seq + 1 + at);
  return {
    restored: [...fresh.filter((seq) => seq <= appliedSeq), ...cutOff],
    lost: [...known.lost, ...fresh.filter((seq) => seq > appliedSeq)],
  };
}

/**
 * What puts lost frames back: every record that changed from there on, as it stands, stamps included. Folding a record
 * into a journal that knows part of it changes nothing but what was missing. Whoever was deleted is so once more.
 */
export async function repairChanges(database: Database, sealer: Sealer, fromSeq: number): Promise<Retold> {
  const sealed = await database.records.where('changedSeq').aboveOrEqual(fromSeq).toArray();
  const rows = await Promise.all(sealed.map((row) => openRow(sealer, row)));
  return retold(rows);
}

/** Stands in the journal beside what was put back, so that no later rebuild takes these places for lost. */
export function repairNote(id: string, journalId: string, places: readonly number[]): CreateChange {
  return { kind: 'create', table: REPAIR, id, dossier: null, fields: { journalId, places } };
}

/**
 * The places of this laptop's journal that a change set put back; none unless it is a repair of this very journal: another
 * laptop's note is about another one. The first notes did not say whose they are.
 */
export function placesRepairedBy(
  { device, changes }: ChangeSet,
  own: Pick<JournalHead, 'device' | 'journalId'>,
): readonly number[] {
  const notes = changes.flatMap((change) =>
    change.kind === 'create' && change.table === REPAIR ? [change.fields] : [],
  );
  const isOwn = (journalId: unknown): boolean =>
    journalId === undefined ? device === own.device : journalId === own.journalId;
  return notes.flatMap(({ journalId, places }) => (isOwn(journalId) ? Places.parse(places) : []));
}

/** Records as they stand, to be written once more. */
export interface Retold {
  /** Of dossiers that were erased: nothing can be sealed for them any more, their erasure is. */
  readonly erasures: readonly EraseChange[];
  readonly folds: readonly FoldChange[];
}

/** Without what stays on this laptop, and what left its sight and says nothing. */
export function retold(rows: readonly OpenRow[]): Retold {
  const told = rows.filter((row) => !staysHere(row) && !isUnknown(row.state));
  const erased = told.filter(({ id, dossier, state }) => state.erased && id === dossier);
  const gone = new Set(erased.map(({ dossier }) => dossier));
  return {
    erasures: erased.map(({ table, id, dossier }) => ({ kind: 'erase', table, id, dossier, whole: true })),
    folds: told.filter(({ dossier }) => dossier === null || !gone.has(dossier)).map(foldOf),
  };
}

export function foldOf({ id, table, dossier, state }: OpenRow): FoldChange {
  return { kind: 'fold', table, id, dossier, state: packState(state) };
}
