import { z } from 'zod';
import { DateSchema, LanguageSchema, NameSchema } from './primitives.js';

/** A mail may be long; nobody's words are cut in a copy that is theirs. */
const WordsSchema = z.string().max(1_000_000);

const CopyBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: WordsSchema }),
  z.object({ kind: z.literal('subheading'), text: WordsSchema }),
  z.object({ kind: z.literal('paragraph'), text: WordsSchema }),
  /** Words that somebody wrote, as they were written. */
  z.object({ kind: z.literal('quote'), text: WordsSchema }),
  z.object({ kind: z.literal('facts'), rows: z.array(z.object({ label: WordsSchema, value: WordsSchema })).min(1) }),
]);
export type CopyBlock = z.infer<typeof CopyBlock>;

/** What is kept about one person, to be read by that person (GDPR article 15). Equal ones give equal bytes. */
export const CopyDocument = z.object({
  language: LanguageSchema,
  title: z.string().min(1).max(500),
  company: NameSchema,
  date: DateSchema,
  /** Stands at the end where the fonts lack a character, which is then a box. */
  unreadable: WordsSchema,
  blocks: z.array(CopyBlock).min(1).max(100_000),
});
export type CopyDocument = z.infer<typeof CopyDocument>;
