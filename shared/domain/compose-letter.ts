import { dateInWords } from '../lib/time.js';
import type { LetterDocument } from '../records/letter.js';
import type { Language } from '../records/primitives.js';
import { letterContents, type LetterContents } from './letter-contents.js';
import type { FieldValues } from './merge-fields.js';
import { renderSubject } from './message-text.js';
import type { MailText } from './plan-mail.js';
import { addressLines } from './postal-address.js';
import { singleLine } from './single-line.js';

/** Whose letter it is, and whose paper it is written on. */
export interface LetterFrame {
  readonly language: Language;
  /** Calendar date on which it is written. */
  readonly date: string;
  readonly sender: { readonly name: string; readonly letterhead: string };
  readonly recipient: { readonly name: string; readonly address: string };
  /** Who signs it, and for whom, a line each; empty ones are left out. */
  readonly signature: readonly string[];
}

export interface ComposedLetter extends Pick<LetterContents, 'unknown' | 'unfilled'> {
  /** Null while there is no subject or no contents. */
  readonly document: LetterDocument | null;
  readonly subjectBlank: boolean;
  readonly contentsBlank: boolean;
}

/** A letter with everything filled in (R42), and what is wrong with it. */
export function composeLetter(
  { subject, contents }: MailText,
  values: FieldValues,
  frame: LetterFrame,
): ComposedLetter {
  const head = renderSubject(subject, values);
  const { blocks, ...body } = letterContents(contents, values);
  const contentsBlank = blocks.every(({ kind }) => kind === 'rule');
  const { language, date, sender, recipient, signature } = frame;
  const document: LetterDocument = {
    language,
    date,
    dateInWords: dateInWords(language, date),
    sender: { name: singleLine(sender.name), address: [...addressLines(sender.letterhead)] },
    recipient: { name: singleLine(recipient.name), address: [...addressLines(recipient.address)] },
    subject: head.text,
    blocks: [...blocks],
    signature: signature.map(singleLine).filter(Boolean),
  };
  return {
    document: head.text === '' || contentsBlank ? null : document,
    subjectBlank: head.text === '',
    contentsBlank,
    unknown: [...head.unknown, ...body.unknown],
    unfilled: [...new Set([...head.unfilled, ...body.unfilled])],
  };
}
