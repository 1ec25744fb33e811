/** What stands for the fields of a ZIP entry, in the order of its header. */
interface Part {
  readonly name: Uint8Array;
  readonly packed: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** A Word document of these paragraphs, its parts deflated as Word writes them; `more` are further parts. */
export async function makeDocx(
  paragraphs: readonly string[],
  more: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return await makeZip({
    '[Content_Types].xml': encode(
      `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="${TYPE}"/></Types>`,
    ),
    '_rels/.rels': encode(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': encode(`<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
    ...more,
  });
}

async function makeZip(entries: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Part[] = [];
  const out: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(entries)) {
    const part = {
      name: new TextEncoder().encode(path),
      packed: await deflate(content),
      crc: crc32(content),
      size: content.length,
      offset,
    };
    const local = [header(part, 0x04034b50), part.name, part.packed];
    parts.push(part);
    out.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const directory = parts.flatMap((part) => [header(part, 0x02014b50), part.name]);
  const length = directory.reduce((sum, one) => sum + one.length, 0);
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, parts.length],
    [2, parts.length],
    [4, length],
    [4, offset],
    [2, 0],
  );
  return new Uint8Array(await new Blob([...out, ...directory, end] as BlobPart[]).arrayBuffer());
}

function header({ name, packed, crc, size, offset }: Part, mark: number): Uint8Array {
  const common = [
    [2, 20],
    [2, 0],
    [2, 8],
    [4, 0],
    [4, crc],
    [4, packed.length],
    [4, size],
    [2, name.length],
    [2, 0],
  ] as const;
  if (mark === 0x04034b50) return numbers([4, mark], ...common);
  return numbers([4, mark], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
}

function numbers(...fields: readonly (readonly [bytes: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, n) => (value >>> (8 * n)) & 0xff)),
  );
}

async function deflate(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function crc32(content: Uint8Array): number {
  let crc = -1;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
