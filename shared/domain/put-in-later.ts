import { invariant } from '../lib/assert.js';
import { MY_PAGE_LINK, PASSWORD_TAG } from './login-mail.js';
import type { MergeField } from './merge-fields.js';
import { escapeHtml } from './message-text.js';
import { panelLink, replyLink } from './page-link.js';

/** What a mail has only once it leaves. Until then something stands there that a person would take for a mistake. */
export type LaterField = Extract<MergeField, 'confirmlink' | 'collaborative-link-url' | 'my-page-url' | 'password'>;

const TOKEN = '[\\w-]*';
/** What stands in for each until then. */
const STAND_INS: Readonly<Record<LaterField, RegExp>> = {
  confirmlink: pattern(replyLink(''), TOKEN),
  'collaborative-link-url': pattern(panelLink(''), TOKEN),
  'my-page-url': pattern(MY_PAGE_LINK),
  password: pattern(PASSWORD_TAG),
};
const ANY = Object.values(STAND_INS)
  .map(({ source }) => source)
  .join('|');
const IN_TEXT = new RegExp(ANY, 'g');
/** A link with its words, any other tag, or what stands in for a field between them. */
const IN_HTML = new RegExp(`<a href="(${ANY})"[^>]*>([^<]*)</a>|<[^>]*>|(${ANY})`, 'g');

/** What will stand there, in words for the recruiter. */
export interface LaterWords {
  /** BCP 47. */
  readonly language: string;
  readonly of: (field: LaterField) => string;
}

interface TextPart {
  readonly text: string;
  /** Null: it stands there already. */
  readonly later: LaterField | null;
}

/** A text in its order, cut where something is put in later. */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(IN_TEXT)) {
    if (index > end) parts.push({ text: text.slice(end, index), later: null });
    parts.push({ text: found, later: fieldOf(found) });
    end = index + found.length;
  }
  return end < text.length ? [...parts, { text: text.slice(end), later: null }] : parts;
}

export function hasLater(text: string): boolean {
  return partsOf(text).some(({ later }) => later !== null);
}

/** Says a field and what will stand there. */
export function sayLater(field: LaterField, words: LaterWords): string {
  return `{${field}}: ${words.of(field)}`;
}

/** A text of a mail as it is read here. */
export function readable(text: string, words: LaterWords): string {
  return partsOf(text)
    .map((part) => (part.later === null ? part.text : `[${sayLater(part.later, words)}]`))
    .join('');
}

/**
 * The HTML of a mail as it is read here: the mail itself, with a mark wherever `leadToServer` and `fillLogin` will put an address
 * or a password, so that nothing draws it a second time (docs/adr/0063).
 */
export function markLater(html: string, words: LaterWords): string {
  const mark = (found: string): string =>
    `<span lang="${words.language}" style="${MARK}">${escapeHtml(sayLater(fieldOf(found), words))}</span>`;
  return html.replace(IN_HTML, (whole, address?: string, label?: string, bare?: string) => {
    if (bare !== undefined) return mark(bare);
    if (address === undefined || label === undefined) return whole;
    return label === address ? mark(address) : `<u>${label}</u> ${mark(address)}`;
  });
}

/** In the colours of the mail, which may have a dark side. */
const MARK =
  'padding:1px 6px;border:1px dashed currentColor;border-radius:4px;background:rgba(127,127,127,.14);color:inherit;' +
  'font-size:14px;font-weight:400;font-style:normal;-webkit-box-decoration-break:clone;box-decoration-break:clone';

function fieldOf(found: string): LaterField {
  const fields = Object.keys(STAND_INS) as LaterField[];
  const field = fields.find((one) => STAND_INS[one].test(found));
  invariant(field !== undefined, 'what was found stands in for a field');
  return field;
}

/** An address as it is found, with what follows it. */
function pattern(address: string, rest = ''): RegExp {
  return new RegExp(address.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') + rest);
}
