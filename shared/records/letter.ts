import { z } from 'zod';
import {
  ApplicationIdSchema,
  DateSchema,
  Id,
  InstantSchema,
  LanguageSchema,
  NameSchema,
  PersonIdSchema,
  RecruiterIdSchema,
  TextSchema,
  VacancyIdSchema,
} from './primitives.js';

/** R43: the only two kinds of letters. */
export const LETTER_TEMPLATES = ['letter-received', 'letter-rejected'] as const;
export type LetterTemplate = (typeof LETTER_TEMPLATES)[number];

/** Where somebody lives as it stands on an envelope, without the name; lines end with `\n`. Empty when it is not known. */
export const PostalAddressSchema = z.string().max(500);

const LetterRun = z.object({ text: TextSchema, bold: z.boolean(), italic: z.boolean() });
export type LetterRun = z.infer<typeof LetterRun>;

const LetterLine = z.array(LetterRun);
export type LetterLine = z.infer<typeof LetterLine>;

const LetterBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), lines: z.array(LetterLine).min(1) }),
  z.object({ kind: z.literal('heading'), lines: z.array(LetterLine).min(1) }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(LetterLine).min(1)).min(1) }),
  z.object({ kind: z.literal('rule') }),
]);
export type LetterBlock = z.infer<typeof LetterBlock>;

/** A letter as it is set on paper: nothing is left to fill in. Equal ones give equal bytes. */
export const LetterDocument = z.object({
  language: LanguageSchema,
  /** When it was written. */
  date: DateSchema,
  /** The same in the words of its language. */
  dateInWords: z.string().max(60),
  sender: z.object({ name: NameSchema, address: z.array(z.string().max(500)).max(12) }),
  recipient: z.object({ name: z.string().max(401), address: z.array(z.string().max(500)).max(12) }),
  subject: z.string().min(1).max(1000),
  blocks: z.array(LetterBlock).min(1).max(500),
  /** Under the space for a signature, a line each. */
  signature: z.array(NameSchema).max(4),
});
export type LetterDocument = z.infer<typeof LetterDocument>;

/** R42: frozen when it is committed: what the preview showed is what is printed. */
export const Letter = z.object({
  personId: PersonIdSchema,
  applicationId: ApplicationIdSchema,
  vacancyId: VacancyIdSchema,
  template: z.enum(LETTER_TEMPLATES),
  document: LetterDocument,
  writtenAt: InstantSchema,
  writtenBy: RecruiterIdSchema.nullable(),
});
export type Letter = z.infer<typeof Letter>;

/**
 * R44, C16: Fairdesk posts nothing. A letter is written and waits for paper; that it was printed, and that it was posted, a
 * person says. `discarded`: it is not to be posted.
 */
export const LETTER_STATES = ['written', 'printed', 'posted', 'discarded'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export const LetterEvent = z.object({
  id: Id,
  type: z.literal('post'),
  at: InstantSchema,
  by: RecruiterIdSchema.nullable(),
  state: z.enum(['printed', 'posted', 'discarded']),
});
export type LetterEvent = z.infer<typeof LetterEvent>;
