const FORMAT_SEGMENTS = 4;
const FORMAT_GROUPS = 12;

/**
 * The characters that a font has glyphs for, as code points: from its table `cmap` (ISO/IEC 14496-22), of which the two
 * formats are read that fonts of today use. Throws where there is none of them.
 */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableAt(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  const subtables = Array.from({ length: count }, (_, n) => cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4));
  const found = new Set<number>();
  let read = 0;
  for (const at of subtables) {
    const format = font.readUInt16BE(at);
    if (format === FORMAT_GROUPS) addGroups(font, at, found);
    else if (format === FORMAT_SEGMENTS) addSegments(font, at, found);
    else continue;
    read += 1;
  }
  if (read === 0) throw new Error('A font without a table of characters that can be read');
  return found;
}

function tableAt(font: Buffer, name: string): number {
  const tables = font.readUInt16BE(4);
  for (let n = 0; n < tables; n++) {
    const at = 12 + n * 16;
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  throw new Error(`A font without ${name}`);
}

function addGroups(font: Buffer, at: number, found: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let n = 0; n < groups; n++) {
    const group = at + 16 + n * 12;
    const [first, last, glyph] = [0, 4, 8].map((offset) => font.readUInt32BE(group + offset));
    for (let code = first ?? 0; code <= (last ?? -1); code++) if ((glyph ?? 0) + code > (first ?? 0)) found.add(code);
  }
}

function addSegments(font: Buffer, at: number, found: Set<number>): void {
  const size = font.readUInt16BE(at + 6); // twice the number of segments: the bytes of each of the four lists
  const ends = at + 14;
  const starts = ends + size + 2;
  for (let n = 0; n < size; n += 2) {
    const start = font.readUInt16BE(starts + n);
    const delta = font.readUInt16BE(starts + size + n);
    const range = starts + 2 * size + n;
    const offset = font.readUInt16BE(range);
    for (let code = start; code <= font.readUInt16BE(ends + n) && code < 0xffff; code++) {
      const glyph = offset === 0 ? code + delta : font.readUInt16BE(range + offset + 2 * (code - start));
      if ((glyph & 0xffff) !== 0) found.add(code);
    }
  }
}
