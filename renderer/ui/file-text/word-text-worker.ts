import mammoth from 'mammoth';
import type { WordText } from './read-word-text.js';
import { unpackedSize } from './unpacked-size.js';

/** Bytes of all parts; a Word document of ten megabytes holds pictures, which are no smaller unpacked. */
const LARGEST = 64 * 1024 * 1024;

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<WordText> {
  const size = await unpackedSize(bytes, LARGEST);
  if (size !== 'not-an-archive' && size > LARGEST) return { none: 'too-large' };
  if (size === 'not-an-archive') return { none: 'unreadable' };
  try {
    const { buffer, byteOffset, byteLength } = bytes;
    const { value } = await mammoth.extractRawText({ arrayBuffer: buffer.slice(byteOffset, byteOffset + byteLength) });
    return value;
  } catch {
    return { none: 'unreadable' };
  }
}

addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  void read(data).then((text) => {
    postMessage(text);
  });
});
