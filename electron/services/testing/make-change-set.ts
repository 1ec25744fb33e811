import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import { stampOf } from '../../../shared/changes/clock.js';

export interface MadeChangeSet {
  readonly device: string;
  readonly n: number;
  readonly changes?: readonly Change[];
}

/** A change set whose stamp follows its number. */
export function makeChangeSet({ device, n, changes = [createPerson(idOf(n))] }: MadeChangeSet): ChangeSet {
  const stamp = stampOf({ device, ms: n, counter: 0 });
  return { v: 1, device, n, stamp, at: n, by: null, actionId: idOf(n), action: 'capture', changes };
}

/** A person in a dossier of its own. */
export function createPerson(dossier: string, name = 'Anna Ångström'): Change {
  return { kind: 'create', table: 'person', id: dossier, dossier, fields: { name, email: 'anna@example.com' } };
}

/** The erasure of a whole dossier. */
export function eraseDossier(dossier: string): Change {
  return { kind: 'erase', table: 'person', id: dossier, dossier, whole: true };
}

/** An id of 32 hexadecimal digits. */
export function idOf(number: number): string {
  return number.toString(16).padStart(32, '0');
}
