import { open } from 'node:fs/promises';
import path from 'node:path';
import { medianOf, timed } from './line.js';

/** What a durable append costs without anything of ours: the median of write + fdatasync at the end of a file. */
export async function rawAppend(folder: string, runs: number, bytes: number): Promise<number> {
  const file = await open(path.join(folder, 'raw-append'), 'a');
  const block = Buffer.alloc(bytes, 7);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    times.push(
      await timed(async () => {
        await file.write(block);
        await file.datasync();
      }),
    );
  }
  await file.close();
  return medianOf(times);
}
