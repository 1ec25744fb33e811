/** Of the end record of an archive (APPNOTE.TXT 4.3.16), which may be followed by a comment. */
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const [STORED, DEFLATED] = [0, 8];

/**
 * Bytes that all parts of a ZIP archive hold once they are unpacked: counted while unpacking, not believed. Stops at the
 * first byte beyond `most`, so that a file that unpacks to more than a laptop has is never unpacked.
 */
export async function unpackedSize(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<number | 'not-an-archive'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return 'not-an-archive';
  let total = 0;
  let at = view.getUint32(end + 16, true);
  try {
    for (let left = view.getUint16(end + 10, true); left > 0 && total <= most; left--) {
      if (view.getUint32(at, true) !== ENTRY_MARK) return 'not-an-archive';
      const size = await sizeOf(bytes, view, at, most - total);
      if (size === null) return 'not-an-archive';
      total += size;
      at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch {
    return 'not-an-archive'; // it points beyond its end, or a part is damaged
  }
  return total;
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  return null;
}

async function sizeOf(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  entry: number,
  most: number,
): Promise<number | null> {
  const method = view.getUint16(entry + 10, true);
  const packed = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  const start = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (method === STORED) return packed;
  return method === DEFLATED ? await inflatedSize(bytes.subarray(start, start + packed), most) : null;
}

async function inflatedSize(packed: Uint8Array<ArrayBuffer>, most: number): Promise<number> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return size;
    size += value.byteLength;
    if (size <= most) continue;
    await reader.cancel();
    return size;
  }
}
