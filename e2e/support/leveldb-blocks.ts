import snappy from 'snappyjs';

const FOOTER_BYTES = 48;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');
const SNAPPY = 1;

interface Handle {
  readonly offset: number;
  readonly size: number;
}

/** Every block of a LevelDB table file (`.ldb`), decompressed; nothing when the file is no such table. */
export function leveldbBlocks(file: Buffer): readonly Buffer[] {
  if (file.length < FOOTER_BYTES || !file.subarray(-MAGIC.length).equals(MAGIC)) return [];
  const footer = new Reader(file.subarray(-FOOTER_BYTES));
  footer.handle(); // of the meta index
  const index = blockAt(file, footer.handle());
  return handlesOf(index).map((handle) => blockAt(file, handle));
}

function blockAt(file: Buffer, { offset, size }: Handle): Buffer {
  const raw = file.subarray(offset, offset + size);
  return file[offset + size] === SNAPPY ? Buffer.from(snappy.uncompress(new Uint8Array(raw))) : raw;
}

/** The values of an index block: prefix-compressed keys, each with the handle of a data block. */
function handlesOf(block: Buffer): readonly Handle[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const reader = new Reader(block.subarray(0, block.length - 4 * (restarts + 1)));
  const handles: Handle[] = [];
  while (!reader.done) {
    reader.varint(); // bytes shared with the key before
    const unshared = reader.varint();
    reader.varint(); // length of the value
    reader.skip(unshared);
    handles.push(reader.handle());
  }
  return handles;
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  skip(count: number): void {
    this.#at += count;
  }

  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Error('a LevelDB table ends inside a number');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  handle(): Handle {
    return { offset: this.varint(), size: this.varint() };
  }
}
