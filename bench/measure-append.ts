import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createPerson, idOf, makeChangeSet } from '../electron/services/testing/make-change-set.js';
import { nodeDisk } from '../electron/services/disk/node-disk.js';
import { openStorage } from '../electron/services/testing/open-storage.js';
import { fakeSecretStore } from '../electron/services/testing/make-ports.js';
import { segmentPath } from '../electron/services/journal/segment.js';

export interface AppendMeasure {
  readonly changesPerSet: number;
  /** Bytes of a frame on disk, with the head of a segment. */
  readonly frameBytes: number;
  /** Medians, in milliseconds, of one `append` and of one raw write and fdatasync of as many bytes. */
  readonly journalMs: number;
  readonly rawMs: number;
  /** Raw time as a share of the journal's: 1 would be the limit. */
  readonly ratio: number;
}

/**
 * What saving costs beside the least it could cost, in turns over the same folder of the same disk so that both meet the
 * same load. The dossiers have their keys already, as in a bulk action.
 */
export async function measureAppend(changesPerSet: number, rounds: number): Promise<AppendMeasure> {
  const folder = await mkdtemp(join(tmpdir(), 'fairdesk-append-'));
  const storage = await openStorage(nodeDisk, fakeSecretStore(), { dataFolder: folder });
  const { journal } = storage;
  const raw = await open(join(folder, 'raw'), 'w');
  const changes = Array.from({ length: changesPerSet }, (_, i) => createPerson(idOf(i + 1)));
  const { device } = journal.head;
  await journal.append(makeChangeSet({ device, n: 1, changes }));
  const frameBytes = (await stat(segmentPath(join(folder, 'journal'), 1))).size;
  const bytes = Buffer.alloc(frameBytes, 7);
  const times = { journal: [] as number[], raw: [] as number[] };
  for (let i = 0; i < rounds; i++) {
    const set = makeChangeSet({ device, n: i + 2, changes });
    times.journal.push(await timed(() => journal.append(set)));
    times.raw.push(
      await timed(async () => {
        await raw.write(bytes, 0, bytes.length, i * bytes.length);
        await raw.datasync();
      }),
    );
  }
  await raw.close();
  await storage.close();
  await rm(folder, { recursive: true });
  const journalMs = median(times.journal);
  const rawMs = median(times.raw);
  return { changesPerSet, frameBytes, journalMs, rawMs, ratio: rawMs / journalMs };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
