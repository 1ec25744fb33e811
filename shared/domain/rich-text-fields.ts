import type { RichBlock, RichInline, RichText } from '../records/rich-text.js';
import { parseTemplate, type MergeField } from './merge-fields.js';
import { linesOf, textOf } from './rich-runs.js';

/** Every text of a document in which merge fields may stand: its lines, and the addresses of its links and buttons. */
export function templatesIn(document: RichText): readonly string[] {
  return document.content.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return templatesOf(block.content);
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap(({ content: [paragraph] }) => templatesOf(paragraph.content));
      case 'button':
        return [...templatesOf(block.content), block.attrs.href];
      case 'horizontalRule':
        return [];
    }
  });
}

/** Whether a document names a field, by any of its names, or something unknown by this name. */
export function usesField(document: RichText, name: string): boolean {
  return templatesIn(document).some((template) => templateUses(template, name));
}

/** The same for one line, as a subject is. */
export function templateUses(template: string, name: string): boolean {
  return parseTemplate(template).some(
    (part) => (part.kind === 'field' && part.field === name) || (part.kind === 'unknown' && part.name === name),
  );
}

/** A document with a field in a paragraph of its own at the end (C1 puts the link to answer there). */
export function appendField(document: RichText, field: MergeField): RichText {
  const line = { type: 'text', text: `{${field}}`, marks: [] } as const;
  return { ...document, content: [...document.content, { type: 'paragraph', content: [{ ...line, marks: [] }] }] };
}

/** A document without the items of lists that name a field: they would be about nothing. */
export function withoutItems(document: RichText, field: MergeField): RichText {
  const content = document.content.flatMap((block): RichBlock[] => {
    if (block.type !== 'bulletList' && block.type !== 'orderedList') return [block];
    const items = block.content.filter(
      ({ content: [paragraph] }) => !templatesOf(paragraph.content).some((line) => templateUses(line, field)),
    );
    return items.length === 0 ? [] : [{ ...block, content: items }];
  });
  return { ...document, content };
}

function templatesOf(content: readonly RichInline[]): readonly string[] {
  const addresses = content.flatMap((inline) =>
    inline.type === 'hardBreak' ? [] : inline.marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : [])),
  );
  return [...linesOf(content).map(textOf), ...addresses];
}
