import { failure, type Result } from '../../../shared/lib/result.js';
import type { CopyDocument } from '../../../shared/records/copy-document.js';
import { charactersOf } from './font-characters.js';
import type { Typeset } from './typesetter.js';
import { COPY_TEMPLATE, documentFonts } from './typst-parts.js';

/** Stands for a character that the fonts lack. */
const BOX = '□';

let known: ReadonlySet<number> | null = null;

/**
 * What is kept about one person, as a PDF. Nobody chooses what others wrote about them, so that, unlike a contract, it is never
 * refused for a character: one that the fonts lack is a box, and the document says so and where it stands as it was written.
 */
export async function renderCopy(
  typeset: Typeset,
  copy: CopyDocument,
): Promise<Result<Uint8Array, 'copy/cannot-be-built'>> {
  known ??= charactersOf(documentFonts()[0] ?? Buffer.alloc(0));
  const characters = known;
  let boxes = 0;
  const readable = (text: string): string =>
    Array.from(text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' '))
      .filter((character) => character === '\n' || !/[\p{Cc}\p{Cf}]/u.test(character))
      .map((character) => {
        if (character === '\n' || characters.has(character.codePointAt(0) ?? 0)) return character;
        boxes += 1;
        return BOX;
      })
      .join('');
  const words: unknown = JSON.parse(JSON.stringify(copy), (_, value: unknown) =>
    typeof value === 'string' ? readable(value) : value,
  );
  const set = JSON.stringify(withNote(words, boxes === 0 ? null : readable(copy.unreadable)));
  const pdf = await typeset({ template: COPY_TEMPLATE, inputs: { copy: set }, date: copy.date });
  return pdf.ok ? pdf : failure('copy/cannot-be-built');
}

function withNote(copy: unknown, note: string | null): unknown {
  if (note === null || typeof copy !== 'object' || copy === null || !('blocks' in copy)) return copy;
  const blocks = Array.isArray(copy.blocks) ? (copy.blocks as unknown[]) : [];
  return { ...copy, blocks: [...blocks, { kind: 'paragraph', text: note }] };
}
