import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listZip, readEntry } from './read-zip.js';
import type { ZipEntry } from '../../../shared/lib/zip/write-zip.js';
import { writeZip } from './write-zip.js';

const LIMIT = 1024 * 1024;

async function* each(entries: Iterable<ZipEntry>): AsyncGenerator<ZipEntry> {
  yield* entries;
}

async function written(entries: Iterable<ZipEntry>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of writeZip(each(entries), '2026-11-21')) parts.push(part);
  return new Blob(parts);
}

const text = (words: string) => new TextEncoder().encode(words);

async function readAll(file: Blob): Promise<Record<string, Uint8Array | null>> {
  const places = await listZip(file);
  const read: Record<string, Uint8Array | null> = {};
  for (const [name, place] of places ?? []) read[name] = await readEntry(file, place, LIMIT);
  return read;
}

describe('a ZIP file, read', () => {
  it('gives back what was written', async () => {
    const entry = fc.record({ bytes: fc.uint8Array({ maxLength: 3000 }), deflate: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (made) => {
        const entries = made.map((one, n) => ({
          ...one,
          bytes: Uint8Array.from(one.bytes),
          name: `Å/${n.toString()}`,
        }));
        expect(await readAll(await written(entries))).toEqual(
          Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('reads what another program wrote', async () => {
    const zip = zipSync({ 'a.txt': text('Åsa'), 'b/c.txt': [text('x'.repeat(5000)), { level: 9 }] });
    expect(await readAll(new Blob([Uint8Array.from(zip)]))).toEqual({
      'a.txt': text('Åsa'),
      'b/c.txt': text('x'.repeat(5000)),
    });
  });

  it('goes on beyond 65,535 entries', async () => {
    function* many(): Generator<ZipEntry> {
      for (let n = 0; n < 65_600; n++) yield { name: n.toString(), bytes: text(n.toString()), deflate: false };
    }
    const file = await written(many());
    const places = await listZip(file);
    expect(places?.size).toBe(65_600);
    const last = places?.get('65599');
    expect(last && (await readEntry(file, last, LIMIT))).toEqual(text('65599'));
  });

  it('is no ZIP when it is none, or broken off anywhere: never half of one', async () => {
    const whole = await written([{ name: 'a', bytes: text('abc'.repeat(100)), deflate: true }]);
    expect(await listZip(new Blob([text('%PDF-1.7')]))).toBeNull();
    for (let size = 0; size < whole.size; size++)
      expect(await listZip(whole.slice(0, size)), size.toString()).toBeNull();
  });

  it('refuses an entry that is changed by one bit, and one that would grow beyond what it says', async () => {
    const file = await written([{ name: 'a', bytes: text('abc'.repeat(100)), deflate: true }]);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const place = (await listZip(file))?.get('a');
    if (place === undefined) throw new Error('no entry');
    for (let at = 31; at < 31 + place.packed; at++) {
      const bad = bytes.slice();
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(await readEntry(new Blob([bad]), place, LIMIT), at.toString()).toBeNull();
    }
    expect(await readEntry(file, { ...place, size: 10 }, LIMIT)).toBeNull();
    expect(await readEntry(file, place, 100)).toBeNull();
  });
});
