import { fillTemplate, type FieldValues, type Filled, type MergeField, type Piece } from './merge-fields.js';
import { singleLine, visibleLines } from './single-line.js';

/** Where the layout takes the contents. */
export const CONTENTS_SLOT = '{contents}';

export interface RenderedContents {
  readonly text: string;
  /** Paragraphs and lists, for the slot of the layout. */
  readonly html: string;
  /** Offsets into `text` of what came from the records. */
  readonly merged: readonly { readonly start: number; readonly end: number }[];
  readonly unknown: readonly string[];
  readonly unfilled: readonly MergeField[];
}

/** Only these two become links; the person who writes the text types them, never a candidate. */
const LINK = /(?:https:\/\/|mailto:)(?:[^\s<>"{}]|\{[a-z-]+\})+/g;
const LINK_END = /[.,;:!?)\]']+$/;
const ITEM = /^ *[-*•] +(?=\S)/;

/** A subject for one recipient: one line, whatever the records hold. */
export function renderSubject(template: string, values: FieldValues): Filled & { readonly text: string } {
  const filled = fillTemplate(template, values);
  return { ...filled, text: singleLine(joined(filled.pieces)) };
}

/**
 * The contents of a mail for one recipient, from text as it is typed: a blank line parts paragraphs, lines that begin
 * with `- ` are a list, `https:` and `mailto:` addresses are links. Text and HTML hold the same words. The structure is
 * read from the template alone, before anything is filled in.
 */
export function renderContents(template: string, values: FieldValues): RenderedContents {
  const output = new Output(values);
  const blocks = blocksOf(visibleLines(template));
  for (const [index, block] of blocks.entries()) {
    if (index > 0) output.plain(block.tight ? '\n' : '\n\n');
    output.block(block);
  }
  return output.done();
}

/** The whole HTML of a mail. The layout holds the slot exactly once; the host has made sure of it. */
export function fillLayout(layout: string, contents: string): string {
  const at = layout.indexOf(CONTENTS_SLOT);
  return `${layout.slice(0, at)}${contents}${layout.slice(at + CONTENTS_SLOT.length)}`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

interface Block {
  readonly kind: 'paragraph' | 'list';
  readonly lines: readonly string[];
  /** Follows the block before it without a blank line. */
  readonly tight: boolean;
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    const lines = paragraph.split('\n').filter((line) => line !== '');
    let tight = false;
    while (lines.length > 0) {
      const kind = ITEM.test(lines[0] ?? '') ? 'list' : 'paragraph';
      const end = lines.findIndex((line) => ITEM.test(line) !== (kind === 'list'));
      const own = lines.splice(0, end === -1 ? lines.length : end);
      blocks.push({ kind, tight, lines: own.map((line) => line.replace(ITEM, '').trim()) });
      tight = true;
    }
  }
  return blocks;
}

/** Collects text, HTML and offsets side by side, so that they cannot drift apart. */
class Output {
  readonly #values: FieldValues;
  readonly #merged: { start: number; end: number }[] = [];
  readonly #unknown = new Set<string>();
  readonly #unfilled = new Set<MergeField>();
  #text = '';
  #html = '';

  constructor(values: FieldValues) {
    this.#values = values;
  }

  plain(text: string): void {
    this.#text += text;
  }

  block({ kind, lines }: Block): void {
    const list = kind === 'list';
    this.#html += list ? '<ul style="margin:0 0 16px;padding:0 0 0 20px">' : '<p style="margin:0 0 16px">';
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.#text += '\n';
      if (list) this.#text += '- ';
      this.#html += list ? '<li style="margin:0 0 4px">' : index > 0 ? '<br>' : '';
      this.#line(line);
      if (list) this.#html += '</li>';
    }
    this.#html += list ? '</ul>' : '</p>';
  }

  done(): RenderedContents {
    return {
      text: this.#text,
      html: this.#html,
      merged: this.#merged,
      unknown: [...this.#unknown],
      unfilled: [...this.#unfilled],
    };
  }

  #line(line: string): void {
    let end = 0;
    for (const match of line.matchAll(LINK)) {
      const link = match[0].replace(LINK_END, '');
      this.#inline(this.#fill(line.slice(end, match.index)));
      this.#link(link);
      end = match.index + link.length;
    }
    this.#inline(this.#fill(line.slice(end)));
  }

  /** A value inside a link is written as part of an address, in the text as well: what is read is where it leads. */
  #link(template: string): void {
    const pieces = this.#fill(template, encodeURIComponent);
    this.#html += `<a href="${escapeHtml(joined(pieces))}" style="color:inherit">`;
    this.#inline(pieces);
    this.#html += '</a>';
  }

  #fill(template: string, encode?: (value: string) => string): readonly Piece[] {
    const filled = fillTemplate(template, this.#values, encode);
    for (const name of filled.unknown) this.#unknown.add(name);
    for (const field of filled.unfilled) this.#unfilled.add(field);
    return filled.pieces;
  }

  #inline(pieces: readonly Piece[]): void {
    for (const { text, merged } of pieces) {
      if (merged) this.#merged.push({ start: this.#text.length, end: this.#text.length + text.length });
      this.#text += text;
      this.#html += escapeHtml(text);
    }
  }
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
