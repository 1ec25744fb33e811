import type { Document } from '../records/document.js';
import type { PersonalDetails } from './anonymise.js';
import type { MailBelow } from './plan-mail.js';
import { escapeHtml } from './message-text.js';
import { singleLine, visibleLines } from './single-line.js';

/** What of an applicant can go to somebody else besides what lists know: never notes, ratings, interviews or contracts. */
export interface ForwardedDossier {
  readonly school: string;
  readonly city: string;
  readonly text: string;
  /** By the id of the vacancy's question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly documents: readonly Pick<Document, 'fileId' | 'name' | 'mediaType' | 'size'>[];
  /** G-13: what the person is or was called and reached by in other dossiers: withheld like the rest, and never shown. */
  readonly otherDetails: readonly PersonalDetails[];
}

/** A candidate as somebody else is shown them: what is empty is not said. */
export interface Profile {
  /** The name, or the words that stand for it. */
  readonly title: string;
  readonly rows: readonly ProfileRow[];
  readonly sections: readonly { readonly heading: string; readonly parts: readonly ProfilePart[] }[];
}

interface ProfileRow {
  readonly label: string;
  readonly value: string;
}

interface ProfilePart {
  /** Above it; empty for none. */
  readonly label: string;
  /** Of several lines. */
  readonly text: string;
}

const TITLE = '<h2 style="margin:0 0 12px;font-size:20px;line-height:1.3">';
const HEADING = '<h3 style="margin:24px 0 8px;font-size:16px;line-height:1.3">';
const PARAGRAPH = '<p style="margin:0 0 16px">';
const QUESTION = '<p style="margin:0 0 2px;font-weight:bold">';
const ROW = '<p style="margin:0 0 4px">';

/** Below the words of the mail, parted by a line. What a candidate typed is text: it fills no field and makes no link. */
export function writeProfile(profile: Profile): MailBelow {
  const rows = profile.rows
    .map(({ label, value }) => ({ label, value: singleLine(value) }))
    .filter(({ value }) => value !== '');
  const sections = profile.sections
    .map(({ heading, parts }) => ({ heading, parts: parts.map(readable).filter(({ text }) => text !== '') }))
    .filter(({ parts }) => parts.length > 0);
  const title = singleLine(profile.title);
  const text = [
    [title, ...rows.map(({ label, value }) => `${label}: ${value}`)].join('\n'),
    ...sections.flatMap(({ heading, parts }) => [
      `${heading}\n${'-'.repeat(heading.length)}`,
      ...parts.map(({ label, text: own }) => (label === '' ? own : `${label}\n${own}`)),
    ]),
  ].join('\n\n');
  const html = [
    `${TITLE}${escapeHtml(title)}</h2>`,
    ...rows.map(({ label, value }) => `${ROW}<strong>${escapeHtml(label)}:</strong> ${escapeHtml(value)}</p>`),
    ...sections.flatMap(({ heading, parts }) => [
      `${HEADING}${escapeHtml(heading)}</h3>`,
      ...parts.flatMap(({ label, text: own }) => [
        ...(label === '' ? [] : [`${QUESTION}${escapeHtml(label)}</p>`]),
        ...own.split(/\n{2,}/).map((words) => `${PARAGRAPH}${escapeHtml(words).replaceAll('\n', '<br>')}</p>`),
      ]),
    ]),
  ].join('');
  return { text: `\n\n---\n\n${text}`, blocks: [{ kind: 'divider' }, { kind: 'words', html }] };
}

function readable({ label, text }: ProfilePart): ProfilePart {
  return { label: singleLine(label), text: visibleLines(text).trim() };
}
