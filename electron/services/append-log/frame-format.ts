import { crc32 } from 'node:zlib';

/**
 * A frame: magic (8) · index (4) · length of the body (4) · CRC-32 of the body (4) · CRC-32 of the 20 bytes before (4) ·
 * body. Numbers are big-endian. `index` counts the frames of a file from 0, so that a frame that is gone is missed.
 */
export const FRAME_HEADER = 24;
const MAGIC = Buffer.from([0xf5, 0x46, 0x44, 0x6c, 0x6f, 0x67, 0x0a, 0xfe]);

export interface Frame {
  /** Counts the frames of the file from 0. */
  readonly index: number;
  /** Where the frame begins, in bytes from the start of the file. */
  readonly offset: number;
  readonly body: Uint8Array;
}

/** A stretch that was written and can no longer be read; what it held may have been acknowledged. */
export interface Damage {
  /** Index of the first frame that is missing. */
  readonly index: number;
  /** How many frames are missing. At the end of a file nothing follows that could tell: then it is a lower bound. */
  readonly count: number;
  readonly exact: boolean;
  readonly offset: number;
  /** The damaged bytes; empty when whole frames were cut out. */
  readonly bytes: Uint8Array;
}

export interface LogContent {
  readonly frames: readonly Frame[];
  readonly damage: readonly Damage[];
  /** Where the next frame goes. Bytes from here on are a torn tail: a frame whose writing never ended. */
  readonly end: number;
  readonly nextIndex: number;
}

export function encodeFrame(index: number, body: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(FRAME_HEADER + body.length);
  MAGIC.copy(frame, 0);
  frame.writeUInt32BE(index, 8);
  frame.writeUInt32BE(body.length, 12);
  frame.writeUInt32BE(crc32(body), 16);
  frame.writeUInt32BE(crc32(frame.subarray(0, 20)), 20);
  frame.set(body, FRAME_HEADER);
  return frame;
}

/** Reads all frames from `firstIndex` on. After a bad one it goes on at the next magic whose header is sound. */
export function decodeFrames(content: Uint8Array, start = 0, firstIndex = 0): LogContent {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const frames: Frame[] = [];
  const damage: Damage[] = [];
  let at = start;
  let expected = firstIndex;
  for (;;) {
    const found = nextFrame(bytes, at, expected);
    if (found === null) break;
    if (found.offset > at || found.index > expected) {
      const lost = bytes.subarray(at, found.offset);
      damage.push({ index: expected, count: found.index - expected, exact: true, offset: at, bytes: lost });
    }
    frames.push(found);
    at = found.offset + FRAME_HEADER + found.body.length;
    expected = found.index + 1;
  }
  const rest = bytes.subarray(at);
  if (isTorn(rest, expected)) return { frames, damage, end: at, nextIndex: expected };
  const count = Math.max(1, countMagic(rest));
  damage.push({ index: expected, count, exact: fillsRest(rest, expected), offset: at, bytes: rest });
  return { frames, damage, end: bytes.length, nextIndex: expected + count };
}

function nextFrame(bytes: Buffer, from: number, expected: number): Frame | null {
  for (let at = from; ; at++) {
    at = bytes.indexOf(MAGIC, at);
    if (at === -1) return null;
    const header = readHeader(bytes, at);
    if (header === null || header.index < expected) continue;
    const body = bytes.subarray(at + FRAME_HEADER, at + FRAME_HEADER + header.length);
    if (body.length === header.length && crc32(body) === header.crc) return { index: header.index, offset: at, body };
  }
}

function readHeader(bytes: Buffer, at: number): { index: number; length: number; crc: number } | null {
  if (at + FRAME_HEADER > bytes.length) return null;
  if (crc32(bytes.subarray(at, at + 20)) !== bytes.readUInt32BE(at + 20)) return null;
  return { index: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12), crc: bytes.readUInt32BE(at + 16) };
}

/** Whether what is left of a file is the beginning of the next frame and the file ends before the frame does. */
function isTorn(rest: Buffer, expected: number): boolean {
  if (rest.length < FRAME_HEADER) return rest.subarray(0, 8).equals(MAGIC.subarray(0, Math.min(8, rest.length)));
  const header = rest.indexOf(MAGIC) === 0 ? readHeader(rest, 0) : null;
  return header !== null && header.index === expected && FRAME_HEADER + header.length > rest.length;
}

/** Whether a sound header says that what is left is exactly one frame: then only its body is bad. */
function fillsRest(rest: Buffer, expected: number): boolean {
  const header = rest.indexOf(MAGIC) === 0 ? readHeader(rest, 0) : null;
  return header !== null && header.index === expected && FRAME_HEADER + header.length === rest.length;
}

function countMagic(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(MAGIC); at !== -1; at = bytes.indexOf(MAGIC, at + 1)) count++;
  return count;
}
