import { describe, expect, it } from 'vitest';
import type { RichInline, RichText } from '../records/rich-text.js';
import { letterContents } from './letter-contents.js';

const text = (words: string, ...marks: Extract<RichInline, { type: 'text' }>['marks']): RichInline => ({
  type: 'text',
  text: words,
  marks,
});
const doc = (...content: RichText['content']): RichText => ({ type: 'doc', content });
const plain = (words: string) => ({ text: words, bold: false, italic: false });

describe('the text of a letter', () => {
  it('R42 keeps paragraphs, lines, bold, italic, headings and lists', () => {
    const { blocks } = letterContents(
      doc(
        { type: 'heading', content: [text('Nästa steg')] },
        {
          type: 'paragraph',
          content: [
            text('Hej '),
            text('Åsa', { type: 'bold' }, { type: 'italic' }),
            { type: 'hardBreak' },
            text('rad 2'),
          ],
        },
        {
          type: 'orderedList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('ett')] }] }],
        },
        { type: 'paragraph', content: [] },
        { type: 'horizontalRule' },
      ),
      {},
    );
    expect(blocks).toEqual([
      { kind: 'heading', lines: [[plain('Nästa steg')]] },
      { kind: 'paragraph', lines: [[plain('Hej '), { text: 'Åsa', bold: true, italic: true }], [plain('rad 2')]] },
      { kind: 'list', ordered: true, items: [[[plain('ett')]]] },
      { kind: 'rule' },
    ]);
  });

  it('fills fields in where they stand, across marks, and names what it cannot', () => {
    const { blocks, unknown, unfilled } = letterContents(
      doc({
        type: 'paragraph',
        content: [text('{given'), text('-name}', { type: 'bold' }), text(' {department} {x}')],
      }),
      { 'given-name': 'A\u202eda\n{company}' },
    );
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        lines: [[plain('Ada {company} {department} {x}')]],
      },
    ]);
    expect([unknown, unfilled]).toEqual([['x'], ['department']]);
  });

  it('says on paper where a link or a button leads', () => {
    const link = (href: string) => ({ type: 'link', attrs: { href } }) as const;
    const { blocks } = letterContents(
      doc(
        {
          type: 'paragraph',
          content: [
            text('vår sida', link('https://example.com/jobb')),
            text(' och '),
            text('jobb@example.com', link('mailto:jobb@example.com')),
          ],
        },
        { type: 'button', attrs: { href: 'https://example.com/x' }, content: [text('Läs mer')] },
        { type: 'button', attrs: { href: 'https://example.com/y' }, content: [] },
      ),
      {},
    );
    const words = blocks.map((block) =>
      block.kind === 'paragraph' ? block.lines.map((line) => line.map((run) => run.text).join('')).join('|') : '',
    );
    expect(words).toEqual([
      'vår sida (https://example.com/jobb) och jobb@example.com',
      'Läs mer (https://example.com/x)',
      'https://example.com/y',
    ]);
  });
});
