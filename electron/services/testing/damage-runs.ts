import assert from 'node:assert/strict';
import type { ChangeSet } from '../../../shared/changes/change-set.js';
import { FileStore } from '../files/file-store.js';
import { FakeDisk } from './fake-disk.js';
import { createPerson, idOf, makeChangeSet } from './make-change-set.js';
import { fakeSecretStore, type FakeSecretStore } from './make-ports.js';
import { JOURNAL, openStorage, readAll, type Storage } from './open-storage.js';
import { PNG } from './sample-files.js';
import { seededRandom } from './seeded-random.js';
import { readAnchor } from '../journal/anchor.js';

const SEGMENT_BYTES = 2500;
const FILES = '/data/files';

interface Saved {
  readonly disk: FakeDisk;
  readonly secrets: FakeSecretStore;
  readonly changeSets: readonly ChangeSet[];
  readonly files: ReadonlyMap<string, Buffer>;
}

export interface DamageRun {
  readonly runs: number;
  /** Frames that were read as they were saved. */
  readonly whole: number;
  /** Frames that are named as damaged. */
  readonly named: number;
  /** Starts that were refused because the keys were beyond repair. */
  readonly refused: number;
  /** Ends that were cut off together with the anchor that vouched for them: nothing on this disk can tell. */
  readonly cutWithAnchor: number;
}

/** Damages a data folder at random, opens it, and throws unless everything saved is there as it was or is named. */
export async function runDamage(runs: number, seed: number): Promise<DamageRun> {
  const random = seededRandom(seed);
  const run = { runs, whole: 0, named: 0, refused: 0, cutWithAnchor: 0 };
  const saved = await save(random);
  for (let i = 0; i < runs; i++) {
    const disk = saved.disk.afterKill();
    const hits = 1 + Math.floor(random() * 4);
    for (let hit = 0; hit < hits; hit++) damage(disk, random);
    await judge(disk, saved, run);
  }
  return run;
}

async function save(random: () => number): Promise<Saved> {
  const disk = new FakeDisk();
  const secrets = fakeSecretStore();
  const storage = await openStorage(disk, secrets, { segmentBytes: SEGMENT_BYTES });
  const store = fileStore(disk, storage);
  const changeSets: ChangeSet[] = [];
  const files = new Map<string, Buffer>();
  for (let n = 1; n <= 30; n++) {
    const persons = 1 + Math.floor(random() * 4);
    const changes = Array.from({ length: persons }, (_, i) =>
      createPerson(idOf(Math.floor(random() * 12)), `${n}/${i}`),
    );
    const set = makeChangeSet({ device: storage.journal.head.device, n, changes });
    const appended = await storage.journal.append(set);
    assert.ok(appended.ok);
    changeSets.push(set);
    const bytes = Buffer.concat([PNG, Buffer.from(String(n))]);
    const stored = n % 6 === 0 ? await store.put(bytes, 'a.png', idOf(n % 12)) : null;
    if (stored?.ok === true) files.set(stored.value.fileId, bytes);
  }
  await storage.close();
  return { disk, secrets, changeSets, files };
}

function fileStore(disk: FakeDisk, { keyring }: Storage): FileStore {
  const { dossiers } = keyring;
  return new FileStore({ disk, folder: FILES, dossiers, commonKey: keyring.derive('files'), clock: { now: () => 0 } });
}

/** A bit, a stretch, an end, a cut out of the middle, something pushed in, or the whole file. */
function damage(disk: FakeDisk, random: () => number): void {
  const paths = disk.paths();
  const path = paths[Math.floor(random() * paths.length)] ?? '';
  const bytes = Buffer.from(disk.contentOf(path));
  const at = Math.floor(random() * bytes.length);
  const end = at + 1 + Math.floor(random() * 400);
  const choice = random();
  if (choice < 0.4) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  else if (choice < 0.55) bytes.subarray(at, end).fill(Math.floor(random() * 256));
  if (choice < 0.55) disk.replace(path, bytes);
  else if (choice < 0.7) disk.replace(path, bytes.subarray(0, at));
  else if (choice < 0.82) disk.replace(path, Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]));
  else if (choice < 0.94)
    disk.replace(path, Buffer.concat([bytes.subarray(0, at), bytes.subarray(0, end), bytes.subarray(at)]));
  else disk.replace(path, null);
}

async function judge(disk: FakeDisk, saved: Saved, run: { -readonly [K in keyof DamageRun]: number }): Promise<void> {
  const asFound = disk.afterKill();
  const storage = await openStorage(disk, saved.secrets, { segmentBytes: SEGMENT_BYTES }).catch((error: unknown) => {
    assert.match(String(error), /keyring\/damaged/);
    return null;
  });
  if (storage === null) {
    run.refused++;
    return;
  }
  await storage.journal.verify();
  const anchored = (await readAnchor(asFound, JOURNAL, storage.keyring.derive('journal'))) !== null;
  const entries = await readAll(storage.journal);
  const named = new Set(storage.journal.head.damaged.map(({ seq }) => seq));
  saved.changeSets.forEach((set, i) => {
    const entry = entries[i];
    if (entry === undefined && !anchored) run.cutWithAnchor++;
    else if (named.has(i + 1)) run.named++;
    else {
      assert.deepEqual(entry?.changeSet, set, `change set ${i + 1} is there as it was, or is named`);
      run.whole++;
    }
  });
  await judgeFiles(fileStore(disk, storage), saved);
  await judgeNext(disk, saved, storage);
}

async function judgeFiles(store: FileStore, { files }: Saved): Promise<void> {
  for (const [id, bytes] of files) {
    const file = await store.get(id);
    if (file.ok) assert.deepEqual(Buffer.from(file.value.bytes), bytes);
    else assert.match(file.code, /file\/(damaged|not-found)/);
  }
}

/** Work goes on behind the damage, and what is saved then is there at the next start. */
async function judgeNext(disk: FakeDisk, { secrets }: Saved, { journal }: Storage): Promise<void> {
  const { device, n } = journal.head;
  const next = makeChangeSet({ device, n: n + 1, changes: [createPerson(idOf(99))] });
  const appended = await journal.append(next);
  assert.ok(appended.ok);
  const again = await openStorage(disk.afterKill(), secrets, { segmentBytes: SEGMENT_BYTES });
  const { entries } = await again.journal.read(appended.value.seq - 1, 1);
  assert.deepEqual(entries[0]?.changeSet, next);
  assert.equal(again.journal.head.device, device);
  assert.equal(again.journal.head.n, n + 1);
}
