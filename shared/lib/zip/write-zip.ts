import { crc32 } from './crc32.js';
import { BIG_FIELDS, DEFLATED, MAX_16, MAX_32, STORED, UTF8_NAMES, ZIP } from './zip-format.js';

export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Text becomes a tenth; what is packed already only costs time. */
  readonly deflate: boolean;
}

export type Bytes = Uint8Array<ArrayBuffer>;

/** What each platform has under another name. */
export interface ZipMeans {
  readonly utf8: (text: string) => Bytes;
  /** RFC 1951. */
  readonly deflate: (bytes: Bytes) => Promise<Bytes>;
}

interface Written {
  readonly name: Bytes;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Parts are put together up to about this size, bytes. */
const PART = 1024 * 1024;

/**
 * Entries as a ZIP file, in parts: only the entry at hand is in memory, and a line of each for the list at the end. Beyond 4 GB
 * or 65,535 entries it goes on as ZIP64. `date` is the calendar date that every entry says it is of.
 */
export async function* writeZipWith(
  { utf8, deflate }: ZipMeans,
  entries: AsyncIterable<ZipEntry>,
  date: string,
): AsyncGenerator<Bytes> {
  const written: Written[] = [];
  const day = dosDate(date);
  let offset = 0;
  let waiting: Bytes[] = [];
  let size = 0;
  for await (const entry of entries) {
    const body = entry.deflate ? await deflate(entry.bytes) : entry.bytes;
    const line: Written = {
      name: utf8(entry.name),
      method: entry.deflate ? DEFLATED : STORED,
      crc: crc32(entry.bytes),
      packed: body.length,
      size: entry.bytes.length,
      offset,
    };
    const head = localHead(line, day);
    written.push(line);
    waiting.push(head, body);
    offset += head.length + body.length;
    size += head.length + body.length;
    if (size >= PART) {
      yield join(waiting);
      [waiting, size] = [[], 0];
    }
  }
  const list = written.map((line) => centralLine(line, day));
  const listed = list.reduce((sum, { length }) => sum + length, 0);
  yield join([...waiting, ...list, ...ending(written.length, listed, offset)]);
}

function localHead({ name, method, crc, packed, size }: Written, day: number): Bytes {
  const fields = new Fields(ZIP.local.bytes + name.length);
  fields.u32(ZIP.local.signature).u16(20).u16(UTF8_NAMES).u16(method).u16(0).u16(day);
  return fields.u32(crc).u32(packed).u32(size).u16(name.length).u16(0).raw(name).bytes;
}

function centralLine({ name, method, crc, packed, size, offset }: Written, day: number): Bytes {
  const big = offset >= MAX_32;
  const fields = new Fields(ZIP.central.bytes + name.length + (big ? 12 : 0));
  const version = big ? 45 : 20;
  fields.u32(ZIP.central.signature).u16(version).u16(version).u16(UTF8_NAMES).u16(method).u16(0).u16(day);
  fields
    .u32(crc)
    .u32(packed)
    .u32(size)
    .u16(name.length)
    .u16(big ? 12 : 0);
  fields
    .u16(0)
    .u16(0)
    .u16(0)
    .u32(0)
    .u32(big ? MAX_32 : offset)
    .raw(name);
  if (big) fields.u16(BIG_FIELDS).u16(8).u64(offset);
  return fields.bytes;
}

function ending(count: number, listed: number, offset: number): readonly Bytes[] {
  const end = new Fields(ZIP.end.bytes);
  const shown = Math.min(count, MAX_16);
  end.u32(ZIP.end.signature).u16(0).u16(0).u16(shown).u16(shown);
  end.u32(Math.min(listed, MAX_32)).u32(Math.min(offset, MAX_32)).u16(0);
  if (count < MAX_16 && offset < MAX_32 && listed < MAX_32) return [end.bytes];
  const big = new Fields(ZIP.bigEnd.bytes);
  big
    .u32(ZIP.bigEnd.signature)
    .u64(ZIP.bigEnd.bytes - 12)
    .u16(45)
    .u16(45)
    .u32(0)
    .u32(0);
  big.u64(count).u64(count).u64(listed).u64(offset);
  const place = new Fields(ZIP.bigEndPlace.bytes);
  place
    .u32(ZIP.bigEndPlace.signature)
    .u32(0)
    .u64(offset + listed)
    .u32(1);
  return [big.bytes, place.bytes, end.bytes];
}

/** `2026-11-21` in the 16 bits of MS-DOS; ZIP knows nothing before 1980. */
function dosDate(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return ((Math.max(year, 1980) - 1980) << 9) | (month << 5) | day;
}

function join(parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Numbers one after the other, the least byte first. */
class Fields {
  readonly bytes: Bytes;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  u16(value: number): this {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
    return this;
  }

  u32(value: number): this {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
    return this;
  }

  u64(value: number): this {
    this.#view.setBigUint64(this.#at, BigInt(value), true);
    this.#at += 8;
    return this;
  }

  raw(bytes: Bytes): this {
    this.bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }
}
