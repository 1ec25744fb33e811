import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filePath } from '../../../shared/lib/zip/file-path.js';
import type { ZipEntry } from '../../../shared/lib/zip/write-zip.js';
import { writeZip } from './write-zip.js';

async function* each(entries: Iterable<ZipEntry>): AsyncGenerator<ZipEntry> {
  yield* entries;
}

async function zipOf(entries: Iterable<ZipEntry>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of writeZip(each(entries), '2026-11-21')) parts.push(part);
  return Buffer.concat(parts);
}

describe('a ZIP file, written in parts', () => {
  it('is opened by another library, byte for byte, packed or not', async () => {
    const entry = fc.record({ bytes: fc.uint8Array({ maxLength: 5000 }), deflate: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (made) => {
        const entries = made.map(({ bytes, deflate }, n) => ({
          name: `mapp/${n.toString()} Åsa Ж.bin`,
          bytes: Uint8Array.from(bytes),
          deflate,
        }));
        const opened = unzipSync(await zipOf(entries));
        expect(Object.keys(opened)).toEqual(entries.map(({ name }) => name));
        for (const { name, bytes } of entries) expect(opened[name]).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('goes on beyond 65,535 entries, as ZIP64', async () => {
    function* many(): Generator<ZipEntry> {
      for (let n = 0; n < 65_600; n++)
        yield { name: `f/${n.toString()}`, bytes: new Uint8Array([n & 255]), deflate: false };
    }
    const opened = Object.entries(unzipSync(await zipOf(many())));
    expect(opened).toHaveLength(65_600);
    expect(opened.at(-1)).toEqual(['f/65599', new Uint8Array([65_599 & 255])]);
  });

  it('hands on what is done while the rest is not made yet', async () => {
    let made = 0;
    async function* slow(): AsyncGenerator<ZipEntry> {
      for (; made < 5; made++) {
        await Promise.resolve();
        yield { name: made.toString(), bytes: new Uint8Array(2 * 1024 * 1024), deflate: false };
      }
    }
    const parts = writeZip(slow(), '2026-11-21');
    await parts.next();
    expect(made).toBeLessThan(2);
  });
});

describe('where a file lies in a ZIP', () => {
  it.each([
    ['../../etc/passwd', 'files/001 ._._etc_passwd'],
    ['C:\\con.pdf', 'files/001 C__con.pdf'],
    ['=cmd|calc.pdf', 'files/001 _cmd_calc.pdf'],
    ['<script>.png', 'files/001 _script_.png'],
    ['a\u202Efdp.exe', 'files/001 a_fdp.exe'],
    ['CV Åsa Łukasiewicz.pdf', 'files/001 CV Åsa Łukasiewicz.pdf'],
    ['', 'files/001'],
  ])('%j is harmless', (name, expected) => {
    expect(filePath('files', 1, name)).toBe(expected);
  });

  it('never leads out of its folder, and no two are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2 }), (names) => {
        const paths = names.map((name, at) => filePath('files', at + 1, name));
        expect(new Set(paths).size).toBe(paths.length);
        for (const one of paths) expect(one).toMatch(/^files\/\d{3,}[^/\\:*?"<>|]*$/u);
        for (const one of paths) expect(one).not.toContain('..');
      }),
    );
  });
});
