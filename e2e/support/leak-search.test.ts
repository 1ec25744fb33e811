import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchLeaks } from './leak-search.js';

const NEEDLE = 'Linnéa Åkerström-Bodin';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leak-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function formsFound(content: Buffer | string): string[] {
  writeFileSync(join(folder, 'file'), content);
  return searchLeaks(folder, [NEEDLE]).map(({ form }) => form);
}

describe('the search for leaks', () => {
  const text = Buffer.from(`before ${NEEDLE} after`);

  it('finds a word as it lies', () => {
    expect(formsFound(text)).toContain('utf8');
    expect(formsFound(Buffer.from(text.toString(), 'utf16le'))).toContain('utf16le');
    expect(formsFound(Buffer.from(text.toString(), 'latin1'))).toContain('latin1');
  });

  it.each([0, 1, 2, 3])('finds it in base64, %i bytes in', (before) => {
    expect(formsFound(Buffer.concat([Buffer.alloc(before, 'x'), text]).toString('base64'))).toContain('base64');
    expect(formsFound(Buffer.concat([Buffer.alloc(before, 'x'), text]).toString('base64url'))).toContain('base64');
  });

  it('finds it in what is compressed, other bytes around it', () => {
    const around = (packed: Buffer) => Buffer.concat([Buffer.from('head'), packed, Buffer.from('tail')]);
    expect(formsFound(around(gzipSync(text)))).toContain('gzip: utf8');
    expect(formsFound(around(deflateSync(text)))).toContain('zlib: utf8');
    expect(formsFound(brotliCompressSync(text))).toContain('brotli: utf8');
    expect(formsFound(gzipSync(text.toString('base64')))).toContain('gzip: base64');
  });

  it('finds nothing where nothing is', () => {
    expect(formsFound(Buffer.from('Linnea Akerstrom'))).toEqual([]);
  });
});
