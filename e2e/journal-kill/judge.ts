import assert from 'node:assert/strict';
import { readAll } from '../../electron/services/testing/open-storage.js';
import { changeSetOf, erasedBy, fileOf } from './expected-work.js';
import { openFolder, type OpenFolder } from './open-folder.js';

/** What the writer said before it died. */
export interface Told {
  device: string | null;
  /** n → seq. */
  readonly saved: Map<number, number>;
  /** n → id of the file. */
  readonly files: Map<number, string>;
}

/**
 * Opens a folder after a kill and throws unless everything that was said to be saved is there as it was, and nothing is
 * half there. Answers how many change sets are there that the writer could not speak of any more; they count from now on.
 */
export async function judge(folder: string, told: Told): Promise<number> {
  const open = await openFolder(folder);
  const { head } = open.journal;
  assert.equal(head.device, told.device ?? head.device, 'the device keeps its name');
  assert.deepEqual(head.damaged, [], 'nothing is damaged');
  assert.equal(head.rolledBack, false);
  assert.equal(head.seq, head.n, 'one device, no gap');
  const untold = head.n - told.saved.size;
  assert.ok(untold === 0 || untold === 1, `${untold} change sets more than were said to be saved`);
  for (let n = told.saved.size + 1; n <= head.n; n++) told.saved.set(n, n);
  await judgeChangeSets(open, told);
  await judgeFiles(open, told);
  await open.journal.verify();
  assert.deepEqual(open.journal.head.damaged, [], 'the whole chain holds');
  await open.close();
  return untold;
}

async function judgeChangeSets({ journal, keyring }: OpenFolder, told: Told): Promise<void> {
  const erased = new Set([...told.saved.keys()].flatMap((n) => erasedBy(n) ?? []));
  for (const dossier of erased) assert.equal(keyring.dossiers.stateOf(dossier), 'erased');
  const entries = await readAll(journal);
  assert.equal(entries.length, told.saved.size);
  for (const [n, seq] of told.saved) {
    const expected = changeSetOf(journal.head.device, n);
    const changes = expected.changes.filter(({ kind, dossier }) => kind === 'erase' || !erased.has(dossier ?? ''));
    const entry = entries[seq - 1];
    assert.equal(entry?.damaged, false);
    assert.deepEqual(entry.changeSet, changes.length === 0 ? null : { ...expected, changes }, `change set ${n}`);
  }
}

async function judgeFiles({ files }: OpenFolder, told: Told): Promise<void> {
  for (const [n, fileId] of told.files) {
    const file = await files.get(fileId);
    assert.ok(file.ok, `file of ${n} is there`);
    assert.deepEqual(Buffer.from(file.value.bytes), Buffer.from(fileOf(n)?.bytes ?? []));
  }
}
