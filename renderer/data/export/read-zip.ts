import { crc32 } from '../../../shared/lib/zip/crc32.js';
import { BIG_FIELDS, DEFLATED, MAX_16, MAX_32, STORED, ZIP } from '../../../shared/lib/zip/zip-format.js';

/** Where an entry lies, as the list at the end of the file says. */
export interface ZipPlace {
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
  readonly method: number;
  readonly crc: number;
}

/** A list longer than this is of no file that we wrote. */
const MAX_LIST = 256 * 1024 * 1024;
const MAX_COMMENT = MAX_16;

/** The entries of a ZIP file by their names, without reading any; null where it is none, or broken off. */
export async function listZip(file: Blob): Promise<ReadonlyMap<string, ZipPlace> | null> {
  const from = Math.max(0, file.size - ZIP.end.bytes - MAX_COMMENT - ZIP.bigEndPlace.bytes);
  const tail = await viewOf(file, from, file.size);
  let at = tail.byteLength - ZIP.end.bytes;
  while (at >= 0 && tail.getUint32(at, true) !== ZIP.end.signature) at -= 1;
  if (at < 0) return null;
  const big = await bigEnd(file, tail, at - ZIP.bigEndPlace.bytes);
  const count = big?.count ?? tail.getUint16(at + 10, true);
  const size = big?.size ?? tail.getUint32(at + 12, true);
  const offset = big?.offset ?? tail.getUint32(at + 16, true);
  if (size > MAX_LIST || offset + size > file.size) return null;
  return readList(await viewOf(file, offset, offset + size), count);
}

/** The bytes of an entry; null where they are not what the list says, or more than `limit`. */
export async function readEntry(
  file: Blob,
  { offset, method, packed, size, crc }: ZipPlace,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (size > limit || packed > limit || offset + ZIP.local.bytes > file.size) return null;
  const head = await viewOf(file, offset, offset + ZIP.local.bytes);
  if (head.getUint32(0, true) !== ZIP.local.signature) return null;
  const start = offset + ZIP.local.bytes + head.getUint16(26, true) + head.getUint16(28, true);
  const body = file.slice(start, start + packed);
  if (body.size !== packed || (method !== STORED && method !== DEFLATED)) return null;
  const bytes = method === STORED ? new Uint8Array(await body.arrayBuffer()) : await inflate(body, size);
  return bytes?.length === size && crc32(bytes) === crc ? bytes : null;
}

/** Never more than `size` bytes, whatever the packed ones would become. */
async function inflate(body: Blob, size: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(size);
  let at = 0;
  const reader = body.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return bytes;
      if (at + value.length > size) {
        await reader.cancel();
        return null;
      }
      bytes.set(value, at);
      at += value.length;
    }
  } catch {
    return null; // what is packed there is damaged
  }
}

interface BigEnd {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

/** Of a ZIP64; null of any other. */
async function bigEnd(file: Blob, tail: DataView, at: number): Promise<BigEnd | null> {
  if (at < 0 || tail.getUint32(at, true) !== ZIP.bigEndPlace.signature) return null;
  const place = Number(tail.getBigUint64(at + 8, true));
  if (place + ZIP.bigEnd.bytes > file.size) return null;
  const end = await viewOf(file, place, place + ZIP.bigEnd.bytes);
  if (end.getUint32(0, true) !== ZIP.bigEnd.signature) return null;
  const [count = 0, size = 0, offset = 0] = [32, 40, 48].map((field) => Number(end.getBigUint64(field, true)));
  return { count, size, offset };
}

function readList(list: DataView, count: number): ReadonlyMap<string, ZipPlace> | null {
  const places = new Map<string, ZipPlace>();
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + ZIP.central.bytes > list.byteLength || list.getUint32(at, true) !== ZIP.central.signature) return null;
    const [named = 0, further = 0, comment = 0] = [28, 30, 32].map((field) => list.getUint16(at + field, true));
    const end = at + ZIP.central.bytes + named + further;
    if (end > list.byteLength) return null;
    const name = new TextDecoder().decode(new Uint8Array(list.buffer, at + ZIP.central.bytes, named));
    const shown = list.getUint32(at + 42, true);
    const offset = shown === MAX_32 ? bigOffset(list, at + ZIP.central.bytes + named, end) : shown;
    if (offset === null) return null;
    const method = list.getUint16(at + 10, true);
    const [crc = 0, packed = 0, size = 0] = [16, 20, 24].map((field) => list.getUint32(at + field, true));
    places.set(name, { name, size, packed, offset, method, crc });
    at = end + comment;
  }
  return places;
}

/** Of an entry behind 4 GB; its sizes always fit. */
function bigOffset(list: DataView, from: number, end: number): number | null {
  for (let at = from; at + 4 <= end; at += 4 + list.getUint16(at + 2, true)) {
    if (list.getUint16(at, true) !== BIG_FIELDS || at + 12 > end) continue;
    return Number(list.getBigUint64(at + 4, true));
  }
  return null;
}

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
