import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, inflateRawSync, inflateSync } from 'node:zlib';
import { leveldbBlocks } from './leveldb-blocks.js';

export interface Leak {
  readonly file: string;
  readonly needle: string;
  /** How it was written: `utf8`, `utf16le`, `base64`, and of what, as `leveldb block: utf8`. */
  readonly form: string;
}

const DEPTH = 2;

/**
 * Looks for words in everything under a folder: as UTF-8, UTF-16 and base64, in the files as they lie and in whatever
 * can be decompressed out of them (gzip, zlib, raw deflate, brotli, LevelDB's snappy blocks).
 */
export function searchLeaks(folder: string, needles: readonly string[]): readonly Leak[] {
  const forms = needles.flatMap(formsOf);
  return filesUnder(folder).flatMap((file) =>
    searchBytes(readFileSync(file), forms, '', DEPTH).map((hit) => ({ file, ...hit })),
  );
}

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

interface Form {
  readonly needle: string;
  readonly form: string;
  readonly bytes: Buffer;
}

function formsOf(needle: string): readonly Form[] {
  const utf8 = Buffer.from(needle, 'utf8');
  const utf16 = Buffer.from(needle, 'utf16le');
  return [
    { needle, form: 'utf8', bytes: utf8 },
    { needle, form: 'utf16le', bytes: utf16 },
    { needle, form: 'utf16be', bytes: Buffer.from(utf16).swap16() },
    { needle, form: 'latin1', bytes: Buffer.from(needle, 'latin1') },
    ...base64Forms(needle, utf8, 'base64'),
    ...base64Forms(needle, utf16, 'base64 of utf16le'),
  ];
}

/** Base64 of a word inside a longer text looks different at each of the three alignments; the certain middle is taken. */
function base64Forms(needle: string, bytes: Buffer, form: string): readonly Form[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const certain = text.slice(
      before === 0 ? 0 : before + 1,
      text.length - ((before + bytes.length) % 3 === 0 ? 0 : 1),
    );
    if (certain.length < 6) return [];
    const urlSafe = certain.replaceAll('+', '-').replaceAll('/', '_');
    return [...new Set([certain, urlSafe])].map((variant) => ({ needle, form, bytes: Buffer.from(variant, 'latin1') }));
  });
}

function searchBytes(
  bytes: Buffer,
  forms: readonly Form[],
  path: string,
  depth: number,
): readonly Omit<Leak, 'file'>[] {
  const hits = forms
    .filter((form) => bytes.includes(form.bytes))
    .map(({ needle, form }) => ({ needle, form: path + form }));
  if (depth === 0) return hits;
  return [
    ...hits,
    ...unpacked(bytes).flatMap(({ how, content }) => searchBytes(content, forms, `${path}${how}: `, depth - 1)),
  ];
}

function unpacked(bytes: Buffer): readonly { readonly how: string; readonly content: Buffer }[] {
  return [
    ...leveldbBlocks(bytes).map((content) => ({ how: 'leveldb block', content })),
    ...positions(bytes, [0x1f, 0x8b, 0x08]).flatMap((at) => attempt('gzip', () => gzipMember(bytes, at))),
    ...[0x01, 0x5e, 0x9c, 0xda].flatMap((level) =>
      positions(bytes, [0x78, level]).flatMap((at) => attempt('zlib', () => inflateSync(bytes.subarray(at), LENIENT))),
    ),
    ...positions(bytes, [0x50, 0x4b, 0x03, 0x04]).flatMap((at) => attempt('zip entry', () => zipEntry(bytes, at))),
    ...attempt('brotli', () => brotliDecompressSync(bytes)),
  ];
}

/** A stream may be followed by other bytes, or be cut off. */
const LENIENT = { finishFlush: 2 /* Z_SYNC_FLUSH */ } as const;

/** Node refuses a gzip member that other bytes follow, so its header (RFC 1952) is passed over here. */
function gzipMember(bytes: Buffer, at: number): Buffer {
  const flags = bytes.readUInt8(at + 3);
  let start = at + 10;
  if ((flags & 4) !== 0) start += 2 + bytes.readUInt16LE(start);
  for (const text of [8, 16]) if ((flags & text) !== 0) start = bytes.indexOf(0, start) + 1;
  if ((flags & 2) !== 0) start += 2;
  return inflateRawSync(bytes.subarray(start), LENIENT);
}

function zipEntry(bytes: Buffer, at: number): Buffer {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return inflateRawSync(bytes.subarray(start), LENIENT);
}

function attempt(how: string, unpack: () => Buffer): readonly { readonly how: string; readonly content: Buffer }[] {
  try {
    const content = unpack();
    return content.length > 0 ? [{ how, content }] : [];
  } catch {
    return []; // the bytes only looked like the start of a stream
  }
}

function positions(bytes: Buffer, magic: readonly number[]): readonly number[] {
  const found: number[] = [];
  const needle = Buffer.from(magic);
  for (let at = bytes.indexOf(needle); at >= 0 && found.length < 2000; at = bytes.indexOf(needle, at + 1))
    found.push(at);
  return found;
}
