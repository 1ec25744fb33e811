import { z } from 'zod';
import type { ChangeSet, CreateChange, FoldChange } from '../../shared/changes/change-set.js';
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
 * into a journal that knows part of it changes nothing but what was missing.
 */
export async function repairChanges(
  database: Database,
  sealer: Sealer,
  fromSeq: number,
): Promise<readonly FoldChange[]> {
  const sealed = await database.records.where('changedSeq').aboveOrEqual(fromSeq).toArray();
  const rows = await Promise.all(sealed.map((row) => openRow(sealer, row)));
  return rows.filter((row) => !staysHere(row) && !isUnknown(row.state)).map(foldOf); // what left sight says nothing
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

export function foldOf({ id, table, dossier, state }: OpenRow): FoldChange {
  return { kind: 'fold', table, id, dossier, state: packState(state) };
}
