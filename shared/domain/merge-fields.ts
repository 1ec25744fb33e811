import { singleLine } from './single-line.js';

/** The variables of G-8 that every mail about an application can fill. A form offers them in this order. */
export const GENERAL_FIELDS = [
  'given-name',
  'family-name',
  'vacancy-title',
  'vacancy-ref-number',
  'department',
  'company',
  'contact-person',
  'recruiter-name',
] as const;
export type GeneralField = (typeof GENERAL_FIELDS)[number];
/** Those of a mail about an interview (R67). */
export const INTERVIEW_FIELDS = [
  'interviewdate',
  'interviewtime',
  'duration',
  'address',
  'interviewer',
  'interviewers',
  'confirmlink',
] as const;
/** Those of a request to a panel (G-5). */
export const PANEL_FIELDS = ['number-of-applicants', 'collaborative-link-url'] as const;
/** Of a mail to somebody else about an applicant: who it is, or that it is not said. */
export const FORWARD_FIELDS = ['candidate'] as const;
/** What such a mail is offered: what names nobody by itself. */
export const FORWARDED_FIELDS = [
  ...FORWARD_FIELDS,
  ...GENERAL_FIELDS.filter((field) => field !== 'given-name' && field !== 'family-name'),
] as const;
/** Of the mail that lets a candidate in (C17, G-8). */
export const LOGIN_FIELDS = ['username', 'password', 'my-page-url'] as const;
/** Known from G-8, and nothing here says the way to a place: it is named as one that cannot be filled. */
const SOURCELESS_FIELDS = ['route'] as const;
export const MERGE_FIELDS = [
  ...GENERAL_FIELDS,
  ...INTERVIEW_FIELDS,
  ...PANEL_FIELDS,
  ...FORWARD_FIELDS,
  ...LOGIN_FIELDS,
  ...SOURCELESS_FIELDS,
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
/** What a request to a panel can say: it is about several applicants and names none of them. */
export const PANEL_MAIL_FIELDS = [
  'vacancy-title',
  'vacancy-ref-number',
  'department',
  'company',
  'contact-person',
  'recruiter-name',
  ...PANEL_FIELDS,
] as const satisfies readonly MergeField[];
/** What a form can offer. */
export type OfferedField = (
  typeof GENERAL_FIELDS | typeof INTERVIEW_FIELDS | typeof PANEL_FIELDS | typeof FORWARD_FIELDS | typeof LOGIN_FIELDS
)[number];

/** G-5 and G-8 have several names for one thing; texts copied from EasyCruit keep working. */
const ALIASES: Readonly<Record<string, MergeField>> = {
  title: 'vacancy-title',
  vacancy: 'vacancy-title',
  'project-title': 'vacancy-title',
  'candidate-username': 'username',
  'candidate-password': 'password',
};

/** What each field says to one recipient; empty or absent where the records hold nothing. */
export type FieldValues = Readonly<Partial<Record<MergeField, string>>>;

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: MergeField; readonly tag: string }
  /** Looks like a field and is none; `name` comes without outer braces and blanks. */
  | { readonly kind: 'unknown'; readonly name: string; readonly tag: string };

/** Part of a filled text; `merged` when it came from the records. */
export interface Piece {
  readonly text: string;
  readonly merged: boolean;
}

export interface Filled {
  readonly pieces: readonly Piece[];
  readonly unknown: readonly string[];
  readonly unfilled: readonly MergeField[];
}

/**
 * Braces before a letter of any script, blanks between them or not, are meant as a field, closed or not: two hundred
 * people must not read `{Anna}`, `{ given-name }` or `{given-name`. Doubled braces are the habit of other programs. One
 * that is not closed on its line ends with its first word. A brace before anything else is text.
 */
const TAG = /(?<!\{)\{+[^\S\r\n]*\p{L}(?:[^{}\r\n]*\}+|[\p{L}\p{M}\p{N}_-]*)/gu;
/** Only this way of writing is filled in. */
const FIELD = /^\{([^{}]+)\}$/;
const NAMES: ReadonlyMap<string, MergeField> = new Map([
  ...MERGE_FIELDS.map((field) => [field, field] as const),
  ...Object.entries(ALIASES),
]);

/** Part of a text as it is written; what a tag means is for others to say. */
export type CutPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tag';
      readonly tag: string;
      /** To be shown in braces. */
      readonly name: string;
      /** What it names, if it is written as only a tag is; else empty. */
      readonly names: string;
    };

/** Cuts a text at everything that is meant as a tag. Joined again, the parts give the text. */
export function cutTemplate(source: string): readonly CutPart[] {
  const parts: CutPart[] = [];
  let end = 0;
  for (const match of source.matchAll(TAG)) {
    if (match.index > end) parts.push({ kind: 'text', text: source.slice(end, match.index) });
    const [tag] = match;
    // The ellipsis says that braces are not closed where the name alone would look right.
    const name = tag.endsWith('}') ? tag.slice(1, -1).trim() : `${tag.slice(1).trim()}…`;
    parts.push({ kind: 'tag', tag, name, names: FIELD.exec(tag)?.[1]?.trim() ?? '' });
    end = match.index + tag.length;
  }
  if (end < source.length) parts.push({ kind: 'text', text: source.slice(end) });
  return parts;
}

/** Cuts a text into what is typed and what is to be filled in. Joined again, the parts give the text. */
export function parseTemplate(source: string): readonly TemplatePart[] {
  return cutTemplate(source).map((part): TemplatePart => {
    if (part.kind === 'text') return part;
    const { name, tag } = part;
    const field = NAMES.get(part.names);
    return field === undefined ? { kind: 'unknown', name, tag } : { kind: 'field', field, tag };
  });
}

/**
 * Fills a text for one recipient. Values become one line of visible text, so that nothing a candidate typed can add a
 * line, a header or markup. What cannot be filled stays as its tag, to be seen in the preview, and is named.
 *
 * @param encode how a value is written into its surroundings; as it is, unless said otherwise
 */
export function fillTemplate(
  source: string,
  values: FieldValues,
  encode: (value: string) => string = (value) => value,
): Filled {
  const unknown: string[] = [];
  const unfilled: MergeField[] = [];
  const pieces = parseTemplate(source).map((part): Piece => {
    if (part.kind === 'text') return { text: part.text, merged: false };
    if (part.kind === 'unknown') {
      unknown.push(part.name);
      return { text: part.tag, merged: false };
    }
    const value = singleLine(values[part.field] ?? '');
    if (value !== '') return { text: encode(value), merged: true };
    unfilled.push(part.field);
    return { text: part.tag, merged: false };
  });
  return { pieces, unknown, unfilled };
}
