import { writeZipWith, type Bytes, type ZipEntry } from '../../../shared/lib/zip/write-zip.js';

/** Entries as a ZIP file, in parts, packed by the browser's own means. */
export function writeZip(entries: AsyncIterable<ZipEntry>, date: string): AsyncGenerator<Bytes> {
  return writeZipWith({ utf8: (text) => new TextEncoder().encode(text), deflate }, entries, date);
}

/** Off the main thread. */
async function deflate(bytes: Bytes): Promise<Bytes> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
