import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import { createPerson, eraseDossier, idOf, makeChangeSet } from '../../electron/services/testing/make-change-set.js';
import { PNG } from '../../electron/services/testing/sample-files.js';

/** Every so many change sets one erases a dossier that an earlier one began. */
const ERASE_EVERY = 17;
const ERASE_BACK = 8;
const FILE_EVERY = 5;

/** The n-th thing that the writer does: writer and judge know it without telling each other. */
export function changeSetOf(device: string, n: number): ChangeSet {
  const erased = erasedBy(n);
  if (erased !== null) return makeChangeSet({ device, n, changes: [eraseDossier(erased)] });
  const persons = n % 10 === 0 ? 200 : 1 + (n % 4);
  const changes: Change[] = Array.from({ length: persons }, (_, i) =>
    createPerson(dossierOf(n, i), `Person ${n}/${i}`),
  );
  if (n % 3 === 0)
    changes.push({ kind: 'add', table: 'fair', id: 'fair', dossier: null, field: 'rooms', element: `${n}` });
  return makeChangeSet({ device, n, changes });
}

/** The dossier that the n-th change set erases, or null. */
export function erasedBy(n: number): string | null {
  return n % ERASE_EVERY === 0 ? dossierOf(n - ERASE_BACK, 0) : null;
}

/** The file that is stored before the n-th change set, or null. */
export function fileOf(n: number): { readonly bytes: Uint8Array; readonly dossier: string } | null {
  return n % FILE_EVERY === 0 && erasedBy(n) === null
    ? { bytes: Buffer.concat([PNG, Buffer.alloc(n % 5000, n)]), dossier: dossierOf(n, 1) }
    : null;
}

function dossierOf(n: number, i: number): string {
  return idOf(n * 1000 + i);
}
