import { z } from 'zod';
import { DateSchema, LanguageSchema } from './primitives.js';

/** Characters; more of one text is cut, and said to be. A long CV has 20,000. */
export const LONGEST_SHEET_TEXT = 60_000;

const Line = z.string().max(1000);
const common = {
  language: LanguageSchema,
  /** On which the report was made. */
  date: DateSchema,
  /** What the whole report is called. */
  title: z.string().min(1).max(300),
};

/**
 * A sheet that stands between the CVs of a candidate report (G-6): what is in it, or who comes next. Every word of it is
 * filled in; equal ones give equal bytes.
 */
export const ReportSheet = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('contents'),
    lines: z.array(Line).max(10),
    /** Of the columns: candidate, page. */
    heads: z.tuple([Line, Line]),
    /** `note` names what could not be put in; empty for nothing. */
    entries: z.array(z.object({ name: Line, note: z.string().max(4000), page: z.int().positive() })).max(100),
  }),
  z.object({
    ...common,
    kind: z.literal('candidate'),
    /** `3 / 25`. */
    place: Line,
    name: Line,
    lines: z.array(Line).max(12),
    /** Each file by its name, with how it was put in, or why it was not. */
    files: z.array(z.object({ name: Line, note: Line, missing: z.boolean() })).max(60),
    /** Of files that have no pages: their words, on pages of their own. */
    texts: z.array(z.object({ heading: Line, text: z.string().max(LONGEST_SHEET_TEXT) })).max(60),
  }),
]);
export type ReportSheet = z.infer<typeof ReportSheet>;
