import type { LetterBlock, LetterLine, LetterRun } from '../records/letter.js';
import type { RichInline, RichMark, RichText } from '../records/rich-text.js';
import { fillTemplate, parseTemplate, type FieldValues, type MergeField } from './merge-fields.js';
import { byAddress, linesOf, sliceRuns, textOf, type Run } from './rich-runs.js';

export interface LetterContents {
  readonly blocks: readonly LetterBlock[];
  readonly unknown: readonly string[];
  readonly unfilled: readonly MergeField[];
}

/**
 * Contents for one recipient, as paper shows them: what cannot be pressed there stands with its address in words. Paragraphs
 * without a word are left out, as the sheet has its distances from its template.
 */
export function letterContents(document: RichText, values: FieldValues): LetterContents {
  const writer = new Writer(values);
  const blocks = document.content.flatMap((block): LetterBlock[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading': {
        const lines = writer.lines(block.content);
        return hasWords(lines) ? [{ kind: block.type, lines }] : [];
      }
      case 'bulletList':
      case 'orderedList': {
        const items = block.content.map(({ content: [paragraph] }) => writer.lines(paragraph.content)).filter(hasWords);
        return items.length === 0 ? [] : [{ kind: 'list', ordered: block.type === 'orderedList', items }];
      }
      case 'button': {
        const lines = writer.lines(
          block.content.map((inline) =>
            inline.type === 'text' ? { ...inline, marks: [{ type: 'link', attrs: block.attrs } as const] } : inline,
          ),
        );
        return [{ kind: 'paragraph', lines: hasWords(lines) ? lines : [[writer.address(block.attrs.href)]] }];
      }
      case 'horizontalRule':
        return [{ kind: 'rule' }];
    }
  });
  return { blocks, unknown: [...writer.unknown], unfilled: [...writer.unfilled] };
}

/** Fills in, and remembers what could not be. */
class Writer {
  readonly unknown = new Set<string>();
  readonly unfilled = new Set<MergeField>();
  readonly #values: FieldValues;

  constructor(values: FieldValues) {
    this.#values = values;
  }

  lines(content: readonly RichInline[]): LetterLine[] {
    return linesOf(content).map((runs) => joined(byAddress(runs).flatMap((group) => this.#group(group))));
  }

  address(href: string): LetterRun {
    return { text: this.#fill(href.replace(/^mailto:/, '')), bold: false, italic: false };
  }

  /** A link other than its own address is followed by it: on paper nothing else says where it leads. */
  #group({ address, runs }: ReturnType<typeof byAddress>[number]): readonly LetterRun[] {
    const words = this.#words(runs);
    if (address === null || textOf(runs) === address || textOf(runs) === address.replace(/^mailto:/, '')) return words;
    const { text } = this.address(address);
    return [...words, { text: ` (${text})`, bold: false, italic: false }];
  }

  /** A field bears the marks of its first letter, wherever they end. */
  #words(runs: readonly Run[]): readonly LetterRun[] {
    const template = textOf(runs);
    let start = 0;
    return parseTemplate(template).flatMap((part): readonly LetterRun[] => {
      const end = start + (part.kind === 'text' ? part.text : part.tag).length;
      const covered = sliceRuns(runs, start, end);
      start = end;
      if (part.kind === 'text') return covered.map(({ text, marks }) => letterRun(text, marks));
      return [letterRun(this.#fill(part.tag), covered[0]?.marks ?? [])];
    });
  }

  #fill(template: string): string {
    const { pieces, unknown, unfilled } = fillTemplate(template, this.#values);
    for (const name of unknown) this.unknown.add(name);
    for (const field of unfilled) this.unfilled.add(field);
    return pieces.map(({ text }) => text).join('');
  }
}

function letterRun(text: string, marks: readonly RichMark[]): LetterRun {
  const has = (type: RichMark['type']): boolean => marks.some((mark) => mark.type === type);
  return { text, bold: has('bold'), italic: has('italic') };
}

/** What looks the same is one run. */
function joined(runs: readonly LetterRun[]): LetterLine {
  const line: LetterLine = [];
  for (const run of runs) {
    const last = line.at(-1);
    if (last?.bold === run.bold && last.italic === run.italic) last.text += run.text;
    else line.push({ ...run });
  }
  return line;
}

function hasWords(lines: readonly LetterLine[]): boolean {
  return lines.some((line) => line.some(({ text }) => text.trim() !== ''));
}
