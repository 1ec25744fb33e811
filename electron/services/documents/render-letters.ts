import { invariant } from '../../../shared/lib/assert.js';
import { failure, type Result } from '../../../shared/lib/result.js';
import type { LetterDocument } from '../../../shared/records/letter.js';
import type { Typeset } from './typesetter.js';
import { LETTER_TEMPLATE } from './typst-parts.js';

export type LetterErrorCode = 'letter/unreadable-character' | 'letter/cannot-be-built';

/**
 * Letters as one PDF for the printer (R44): each begins on a page of its own and counts its own pages. `title` is what the
 * file says of itself. One run of Typst for all of them; a failure is a code, never an empty PDF.
 */
export async function renderLetters(
  typeset: Typeset,
  letters: readonly LetterDocument[],
  title: string,
): Promise<Result<Uint8Array, LetterErrorCode>> {
  const [first] = letters;
  invariant(first !== undefined, 'somebody is written to');
  const inputs = { letters: JSON.stringify({ title, letters }) };
  const pdf = await typeset({ template: LETTER_TEMPLATE, inputs, date: first.date });
  return pdf.ok ? pdf : failure(`letter/${pdf.code}`);
}
