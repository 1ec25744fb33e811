import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import { stampOf } from '../../../shared/changes/clock.js';
import type { Json } from '../../../shared/lib/json.js';

export interface MadeChangeSet extends Partial<Pick<ChangeSet, 'changes' | 'by' | 'action'>> {
  readonly device: string;
  readonly n: number;
}

/** A change set whose stamp follows its number. */
export function makeChangeSet({
  device,
  n,
  by = null,
  action = 'capture',
  changes = [createPerson(idOf(n))],
}: MadeChangeSet): ChangeSet {
  const stamp = stampOf({ node: device, ms: n, counter: 0 });
  return { v: 1, device, n, stamp, at: n, by, actionId: idOf(n), action, changes };
}

/** A person in a dossier of its own. */
export function createPerson(dossier: string, name = 'Anna Ångström'): Change {
  return { kind: 'create', table: 'person', id: dossier, dossier, fields: { name, email: 'anna@example.com' } };
}

/** The erasure of a whole dossier. */
export function eraseDossier(dossier: string): Change {
  return { kind: 'erase', table: 'person', id: dossier, dossier, whole: true };
}

/** A record in a dossier. */
export function createIn(dossier: string, table: string, id: string, fields: Readonly<Record<string, Json>>): Change {
  return { kind: 'create', table, id, dossier, fields };
}

/** A record as it stays when others of its dossier are deleted permanently. */
export function foldIn(dossier: string, table: string, id: string, values: Readonly<Record<string, Json>>): Change {
  const created = stampOf({ node: '0123456789abcdef', ms: 1, counter: 0 });
  const state = { created, values, fields: {}, sets: {}, events: {}, retracted: [], erased: false };
  return { kind: 'fold', table, id, dossier, state };
}

/** The permanent deletion of a record, or of the whole dossier where it is the person's. */
export function forget(dossier: string, table: string, id: string): Change {
  return { kind: 'erase', table, id, dossier, whole: id === dossier, forgets: true };
}

/** An id of 32 hexadecimal digits. */
export function idOf(number: number): string {
  return number.toString(16).padStart(32, '0');
}
