import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * What a frame says in clear, so that a damaged one can be named and the chain be checked without a key:
 * version (1) · device (8) · n (8) · seq (8) · hash of the device's previous frame (32) · CRC-32 of these (4).
 */
export interface FrameHeader {
  /** 16 hexadecimal digits. */
  readonly device: string;
  readonly n: number;
  readonly seq: number;
  /** SHA-256 of the previous frame of the same device in this journal; zeros for its first. */
  readonly previous: Uint8Array;
}

export const HEADER_BYTES = 61;
export const NO_PREVIOUS = new Uint8Array(32);
const VERSION = 1;

export function encodeHeader({ device, n, seq, previous }: FrameHeader): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(VERSION, 0);
  header.write(device, 1, 'hex');
  header.writeBigUInt64BE(BigInt(n), 9);
  header.writeBigUInt64BE(BigInt(seq), 17);
  header.set(previous, 25);
  header.writeUInt32BE(crc32(header.subarray(0, 57)), 57);
  return header;
}

/** Null when the header itself is damaged or of a version that is not known here. */
export function decodeHeader(body: Uint8Array): FrameHeader | null {
  if (body.length < HEADER_BYTES) return null;
  const header = Buffer.from(body.buffer, body.byteOffset, HEADER_BYTES);
  if (header.readUInt8(0) !== VERSION || crc32(header.subarray(0, 57)) !== header.readUInt32BE(57)) return null;
  return {
    device: header.toString('hex', 1, 9),
    n: Number(header.readBigUInt64BE(9)),
    seq: Number(header.readBigUInt64BE(17)),
    previous: Uint8Array.from(header.subarray(25, 57)),
  };
}

/** The link of the chain: over the header and the ciphertext, never over what is inside. */
export function hashFrame(body: Uint8Array): Uint8Array {
  return createHash('sha256').update(body).digest();
}
