import { LINK_ADDRESSES } from '../lib/link-address.js';
import type { RichBlock, RichInline, RichMark, RichText } from '../records/rich-text.js';
import type { MailBlock } from './mail-layout.js';
import {
  fillTemplate,
  parseTemplate,
  type FieldValues,
  type Filled,
  type MergeField,
  type Piece,
} from './merge-fields.js';
import { byAddress, linesOf, sliceRuns, textOf, type Run } from './rich-runs.js';
import { singleLine, visibleText } from './single-line.js';

export interface RenderedContents {
  /** For mail programs that show no HTML, and for the history. */
  readonly text: string;
  /** What goes between the pieces of the layout (`composeMail`). */
  readonly blocks: readonly MailBlock[];
  /** No visible word stands in it. */
  readonly blank: boolean;
  /** Offsets into `text` of what came from the records. */
  readonly merged: readonly { readonly start: number; readonly end: number }[];
  readonly unknown: readonly string[];
  readonly unfilled: readonly MergeField[];
  /** Fields that are links themselves and stand inside a link or a button: they are not filled in there. */
  readonly misplaced: readonly MergeField[];
}

/** What a field says that is not a word but links, as the answers to an invitation; an address may be its own label. */
export interface FieldLink {
  readonly label: string;
  readonly address: string;
}
export type FieldLinks = Readonly<Partial<Record<MergeField, readonly FieldLink[]>>>;

const LINK_END = /[.,;:!?)\]']+$/;

/** A subject for one recipient: one line, whatever the records hold. */
export function renderSubject(template: string, values: FieldValues): Filled & { readonly text: string } {
  const filled = fillTemplate(template, values);
  return { ...filled, text: singleLine(joined(filled.pieces)) };
}

/**
 * The contents of a mail for one recipient. Text and HTML hold the same words; where a link has other words than its
 * address, the text has both. Structure and links are read from the document alone, before anything is filled in.
 * Paragraphs without a word are left out, as a mail has its distances from the layout.
 */
export function renderContents(document: RichText, values: FieldValues, links: FieldLinks = {}): RenderedContents {
  const output = new Output(values, links);
  for (const block of document.content) output.block(block);
  return output.done();
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const OPEN = {
  paragraph: '<p style="margin:0 0 16px">',
  heading: '<h2 style="margin:0 0 12px;font-size:20px;line-height:1.3">',
  bulletList: '<ul style="margin:0 0 16px;padding:0 0 0 20px">',
  orderedList: '<ol style="margin:0 0 16px;padding:0 0 0 24px">',
} as const;
const CLOSE = { paragraph: '</p>', heading: '</h2>', bulletList: '</ul>', orderedList: '</ol>' } as const;
const ITEM = '<li style="margin:0 0 4px">';
const RULE = '---';

/** Collects text, HTML and offsets side by side, so that they cannot drift apart. */
class Output {
  readonly #values: FieldValues;
  readonly #links: FieldLinks;
  readonly #blocks: MailBlock[] = [];
  readonly #merged: { start: number; end: number }[] = [];
  readonly #unknown = new Set<string>();
  readonly #unfilled = new Set<MergeField>();
  readonly #misplaced = new Set<MergeField>();
  #text = '';
  #html = '';
  #blank = true;
  #before: RichBlock['type'] | null = null;

  constructor(values: FieldValues, links: FieldLinks) {
    this.#values = values;
    this.#links = links;
  }

  block(block: RichBlock): void {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        if (hasWords(block.content)) this.#paragraph(block.type, block.content);
        return;
      case 'bulletList':
      case 'orderedList':
        return this.#list(
          block.type,
          block.content.map(({ content: [paragraph] }) => paragraph.content).filter(hasWords),
        );
      case 'button':
        return this.#button(block.attrs.href, block.content);
      case 'horizontalRule':
        this.#begin(block.type);
        this.#text += RULE;
        this.#blocks.push({ kind: 'divider' });
        return;
    }
  }

  done(): RenderedContents {
    return {
      text: this.#text,
      blocks: this.#blocks,
      blank: this.#blank,
      merged: this.#merged,
      unknown: [...this.#unknown],
      unfilled: [...this.#unfilled],
      misplaced: [...this.#misplaced],
    };
  }

  /** A list stands close under the paragraph that announces it. */
  #begin(type: RichBlock['type']): void {
    const close = this.#before === 'paragraph' && (type === 'bulletList' || type === 'orderedList');
    if (this.#before !== null) this.#text += close ? '\n' : '\n\n';
    this.#before = type;
    this.#html = '';
  }

  #paragraph(type: 'paragraph' | 'heading', content: readonly RichInline[]): void {
    this.#begin(type);
    this.#lines(content);
    this.#blocks.push({ kind: 'words', html: `${OPEN[type]}${this.#html}${CLOSE[type]}` });
  }

  #list(type: 'bulletList' | 'orderedList', items: readonly (readonly RichInline[])[]): void {
    if (items.length === 0) return;
    this.#begin(type);
    for (const [index, content] of items.entries()) {
      if (index > 0) this.#text += '\n';
      this.#text += type === 'bulletList' ? '- ' : `${(index + 1).toString()}. `;
      this.#html += ITEM;
      this.#lines(content);
      this.#html += '</li>';
    }
    this.#blocks.push({ kind: 'words', html: `${OPEN[type]}${this.#html}${CLOSE[type]}` });
  }

  /** A button without a word on it would be a coloured spot: then it bears its address. */
  #button(href: string, content: readonly RichInline[]): void {
    this.#begin('button');
    const address = this.#fill(visibleText(href), encodeURIComponent);
    const labelled = hasWords(content);
    if (labelled) {
      this.#words(linesOf(content).flat(), true);
      this.#text += ': ';
      this.#plain(address);
    } else this.#inline(address, []);
    this.#blocks.push({ kind: 'button', address: escapeHtml(joined(address)), label: this.#html });
  }

  #lines(content: readonly RichInline[]): void {
    for (const [index, runs] of linesOf(content).entries()) {
      if (index > 0) this.#break();
      for (const group of byAddress(runs)) {
        if (group.address === null) this.#free(group.runs);
        else if (textOf(group.runs) === group.address) this.#address(group.address, group.runs[0]?.marks ?? []);
        else this.#linked(group.address, group.runs);
      }
    }
  }

  #break(): void {
    this.#text += '\n';
    this.#html += '<br>';
  }

  /** Words that nobody linked; addresses among them become links all the same. */
  #free(runs: readonly Run[]): void {
    let end = 0;
    const text = textOf(runs);
    for (const match of text.matchAll(LINK_ADDRESSES)) {
      const address = match[0].replace(LINK_END, '');
      this.#words(sliceRuns(runs, end, match.index));
      end = match.index + address.length;
      this.#address(address, sliceRuns(runs, match.index, end)[0]?.marks ?? []);
    }
    this.#words(sliceRuns(runs, end, text.length));
  }

  /** A value inside a link is written as part of an address, in the text as well: what is read is where it leads. */
  #address(template: string, marks: readonly RichMark[]): void {
    const pieces = this.#fill(template, encodeURIComponent);
    this.#html += linkTo(joined(pieces));
    this.#inline(pieces, marks);
    this.#html += '</a>';
  }

  #linked(template: string, runs: readonly Run[]): void {
    const pieces = this.#fill(visibleText(template), encodeURIComponent);
    this.#html += linkTo(joined(pieces));
    this.#words(runs, true);
    this.#html += '</a>';
    this.#text += ' (';
    this.#plain(pieces);
    this.#text += ')';
  }

  /** A field bears the marks of its first letter, wherever they end. No link stands inside another one. */
  #words(runs: readonly Run[], inLink = false): void {
    const template = textOf(runs);
    const pieces = this.#fill(template);
    let start = 0;
    for (const [index, part] of parseTemplate(template).entries()) {
      const end = start + (part.kind === 'text' ? part.text : part.tag).length;
      const covered = sliceRuns(runs, start, end);
      const piece = pieces[index];
      const links = part.kind === 'field' ? this.#links[part.field] : undefined;
      if (inLink && part.kind === 'field') this.#misplace(part.field);
      if (links !== undefined && !inLink) this.#answers(links);
      else if (piece?.merged === true) this.#inline([piece], covered[0]?.marks ?? []);
      else for (const { text, marks } of covered) this.#inline([{ text, merged: false }], marks);
      start = end;
    }
  }

  /** Several links, one a line. */
  #answers(links: readonly FieldLink[]): void {
    for (const [index, { label, address }] of links.entries()) {
      if (index > 0 || (this.#text !== '' && !this.#text.endsWith('\n'))) this.#break();
      this.#html += linkTo(address);
      this.#inline([{ text: label, merged: true }], []);
      this.#html += '</a>';
      if (label === address) continue;
      this.#text += ': ';
      this.#plain([{ text: address, merged: true }]);
    }
  }

  #fill(template: string, encode?: (value: string) => string): readonly Piece[] {
    const filled = fillTemplate(template, this.#values, encode);
    for (const name of filled.unknown) this.#unknown.add(name);
    for (const field of filled.unfilled) {
      if (this.#links[field] === undefined) this.#unfilled.add(field);
      else if (encode !== undefined) this.#misplace(field);
    }
    return filled.pieces;
  }

  #misplace(field: MergeField): void {
    if (this.#links[field] !== undefined) this.#misplaced.add(field);
  }

  #inline(pieces: readonly Piece[], marks: readonly RichMark[]): void {
    this.#plain(pieces);
    const html = escapeHtml(joined(pieces));
    const bold = marks.some(({ type }) => type === 'bold') ? `<strong>${html}</strong>` : html;
    this.#html += marks.some(({ type }) => type === 'italic') ? `<em>${bold}</em>` : bold;
  }

  #plain(pieces: readonly Piece[]): void {
    for (const { text, merged } of pieces) {
      if (merged) this.#merged.push({ start: this.#text.length, end: this.#text.length + text.length });
      if (text.trim() !== '') this.#blank = false;
      this.#text += text;
    }
  }
}

function linkTo(address: string): string {
  return `<a href="${escapeHtml(address)}" style="color:inherit">`;
}

function hasWords(content: readonly RichInline[]): boolean {
  return content.some((inline) => inline.type === 'text' && visibleText(inline.text).trim() !== '');
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
