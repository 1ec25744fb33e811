import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MailTemplateText } from '../records/mail-template.js';
import { LANGUAGES, type Language } from '../records/primitives.js';
import { closestText, commonText, type StoredTexts } from './closest-template.js';
import { mailTemplateId } from './mail-template-id.js';
import { plainToRichText } from './plain-to-rich-text.js';

const text = (subject: string): MailTemplateText => ({ subject, contents: plainToRichText('Hi'), reminder: null });

function stored(of: Readonly<Record<string, MailTemplateText | null>>, language: Language = 'sv'): StoredTexts {
  return new Map(
    Object.entries(of).map(([department, one]) => [
      mailTemplateId('reject-first', language, department),
      { text: one },
    ]),
  );
}

const subjectOf = (texts: StoredTexts, department: string, language: Language = 'sv') => {
  const held = closestText(texts, 'reject-first', language, department);
  return held === null ? null : [held.text.subject, held.department];
};

it.each([
  ['of the department', { '': text('All'), Grid: text('Grid') }, 'Grid', ['Grid', 'Grid']],
  ['for all, where the department has none', { '': text('All'), Grid: text('Grid') }, 'IT', ['All', '']],
  ['for all, where the department gave up its own', { '': text('All'), Grid: null }, 'Grid', ['All', '']],
  ['of the department alone', { Grid: text('Grid') }, 'Grid', ['Grid', 'Grid']],
  ['shipped', { Grid: text('Grid'), '': null }, 'IT', null],
  ['shipped, without a department', { Grid: text('Grid') }, '', null],
])('G-8 a text is the one %s', (_, of, department, expected) => {
  expect(subjectOf(stored(of), department)).toEqual(expected);
});

it('C33 a text in another language is never taken for one that is missing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom('', 'Grid'),
      (written, asked, of) => {
        const texts = stored({ [of]: text('Own') }, written);
        expect(subjectOf(texts, 'Grid', asked) !== null).toBe(written === asked);
      },
    ),
  );
});

const together = (of: Readonly<Record<string, MailTemplateText | null>>, departments: readonly string[]) => {
  const { held, passedOver } = commonText(stored(of), 'reject-first', 'sv', departments);
  return [held?.text.subject ?? null, passedOver];
};
const GRID_AND_IT = { '': text('All'), Grid: text('Grid'), IT: text('IT') };

it.each([
  ['of one department', GRID_AND_IT, ['Grid', 'Grid ', 'Grid'], ['Grid', []]],
  ['of several departments with texts of their own', GRID_AND_IT, ['Grid', 'IT'], ['All', ['Grid', 'IT']]],
  ['of which one has its own', { '': text('All'), Grid: text('Grid') }, ['IT', 'Grid'], ['All', ['Grid']]],
  ['of which none has its own', { '': text('All'), Grid: null }, ['IT', 'Grid'], ['All', []]],
  ['some of them of none', { Grid: text('Grid') }, ['', 'Grid'], [null, ['Grid']]],
  ['about nobody', GRID_AND_IT, [], ['All', []]],
])('beyond.md 12 one text for each language, for people %s', (_, of, departments, expected) => {
  expect(together(of, departments)).toEqual(expected);
});

it('beyond.md 12 the order of the people changes nothing, and nobody gets the text of a department not their own', () => {
  const some = fc.array(fc.constantFrom('', 'Grid', 'IT', 'HR'), { minLength: 1, maxLength: 6 });
  const own = fc.record({ '': fc.boolean(), Grid: fc.boolean(), IT: fc.boolean() });
  fc.assert(
    fc.property(some, own, (departments, has) => {
      const texts = stored(
        Object.fromEntries(Object.entries(has).map(([one, is]) => [one, is ? text(one === '' ? 'All' : one) : null])),
      );
      const { held, passedOver } = commonText(texts, 'reject-first', 'sv', departments);
      if (held !== null && held.department !== '') expect(new Set(departments)).toEqual(new Set([held.department]));
      const backwards = commonText(texts, 'reject-first', 'sv', [...departments].reverse());
      expect(backwards.held).toEqual(held);
      expect(new Set(backwards.passedOver)).toEqual(new Set(passedOver));
    }),
  );
});
