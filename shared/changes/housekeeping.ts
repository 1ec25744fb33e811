import { z } from 'zod';
import type { ChangeSet, CreateChange } from './change-set.js';

/** The name under which a laptop's journal keeps what only concerns this laptop. It is never sent. */
export const HOUSEKEEPING = '0000000000000000';

/** A dossier that left this laptop's sight: a record of this table, with the dossier's id, in its housekeeping. */
export const LEFT_TABLE = 'left';
/** A change set of this laptop that the server refused; kept as a record that only this laptop has (docs/adr/0051). */
export const REFUSAL_TABLE = 'refusal';

/** What a record of a refusal holds. */
export const Refusal = z.object({
  device: z.string(),
  n: z.int(),
  code: z.string(),
  /** UTC milliseconds of this laptop. */
  at: z.int(),
  /** The records that it touched. */
  ids: z.array(z.string()),
  /** The dossiers that it was about. */
  dossiers: z.array(z.string()).default([]),
});
export type Refusal = z.infer<typeof Refusal>;

/** A refusal under the id of its record. */
export interface NotedRefusal extends Refusal {
  readonly id: string;
}

/** The dossiers that left sight with a change set; none unless it is this laptop's housekeeping. */
export function dossiersLeftBy(changeSet: ChangeSet): readonly string[] {
  return notesOf(changeSet, LEFT_TABLE).map(({ id }) => id);
}

/** The refusals that a change set tells of; none unless it is this laptop's housekeeping. */
export function refusalsIn(changeSet: ChangeSet): readonly NotedRefusal[] {
  return notesOf(changeSet, REFUSAL_TABLE).map(({ id, fields }) => ({ ...Refusal.parse(fields), id }));
}

/** Whether a record concerns this laptop alone: nobody else ever gets it, in no repair and no export. */
export function staysHere({ table }: { readonly table: string }): boolean {
  return table === REFUSAL_TABLE;
}

export function leftNote(dossier: string): CreateChange {
  return { kind: 'create', table: LEFT_TABLE, id: dossier, dossier: null, fields: {} };
}

export function refusalNote(id: string, refusal: z.input<typeof Refusal>): CreateChange {
  return { kind: 'create', table: REFUSAL_TABLE, id, dossier: null, fields: Refusal.parse(refusal) };
}

function notesOf({ device, changes }: ChangeSet, table: string): readonly CreateChange[] {
  if (device !== HOUSEKEEPING) return [];
  return changes.filter((change) => change.kind === 'create').filter((change) => change.table === table);
}
