import type { RichBlock, RichInline, RichText } from '../records/rich-text.js';
import { visibleLines } from './single-line.js';

const ITEM = /^ *[-*•] +(?=\S)/;

/**
 * Text as it is typed in a plain field (shipped texts, drafts of before): a blank line parts paragraphs, lines that
 * begin with `- ` are a list. Addresses need no mark: they become links when the mail is made.
 */
export function plainToRichText(text: string): RichText {
  return {
    type: 'doc',
    content: visibleLines(text)
      .split(/\n{2,}/)
      .flatMap(blocksOf),
  };
}

function blocksOf(paragraph: string): readonly RichBlock[] {
  const blocks: RichBlock[] = [];
  const lines = paragraph.split('\n').filter((line) => line !== '');
  while (lines.length > 0) {
    const list = ITEM.test(lines[0] ?? '');
    const end = lines.findIndex((line) => ITEM.test(line) !== list);
    const own = lines.splice(0, end === -1 ? lines.length : end).map((line) => line.replace(ITEM, '').trim());
    blocks.push(list ? listOf(own) : { type: 'paragraph', content: linesOf(own) });
  }
  return blocks;
}

function listOf(lines: readonly string[]): RichBlock {
  return {
    type: 'bulletList',
    content: lines.map((line) => ({ type: 'listItem', content: [{ type: 'paragraph', content: linesOf([line]) }] })),
  };
}

function linesOf(lines: readonly string[]): RichInline[] {
  const content: RichInline[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) content.push({ type: 'hardBreak' });
    if (line !== '') content.push({ type: 'text', text: line, marks: [] });
  }
  return content;
}
