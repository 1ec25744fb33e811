import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Id, LANGUAGES } from '../records/primitives.js';
import { mailTemplateId } from './mail-template-id.js';

const PURPOSES = [
  'send-email',
  'contract',
  ...['first', 'second'].flatMap((step) => [`invite-${step}`, `reject-${step}`]),
];

it('R53 gives each purpose and language one id, the same on every laptop and in every version', () => {
  expect(mailTemplateId('send-email', 'sv')).toBe('6afbde111be3cc468b0f3c1f66d27cb3');
  const ids = PURPOSES.flatMap((purpose) => LANGUAGES.map((language) => mailTemplateId(purpose, language)));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(Id.safeParse(id).success).toBe(true);
});

it('G-8 gives each department its own, however its name is typed, and the text for all keeps the id it had', () => {
  expect(mailTemplateId('send-email', 'sv', 'Kraftnät')).toBe('a4d84b47bc6a82b921032f84ba753d89');
  expect(mailTemplateId('send-email', 'sv', '')).toBe(mailTemplateId('send-email', 'sv'));
  expect(mailTemplateId('send-email', 'sv', '  ')).toBe(mailTemplateId('send-email', 'sv'));
  expect(mailTemplateId('send-email', 'sv', ' Kraftnät '.normalize('NFD'))).toBe(
    mailTemplateId('send-email', 'sv', 'Kraftnät'),
  );
});

it('G-8 no two triples share an id', () => {
  const triple = fc.tuple(
    fc.constantFrom(...PURPOSES),
    fc.constantFrom(...LANGUAGES),
    fc.string({ unit: 'grapheme', maxLength: 30 }).map((name) => name.trim().normalize('NFC')),
  );
  fc.assert(
    fc.property(triple, triple, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(mailTemplateId(...one) === mailTemplateId(...other)).toBe(same);
    }),
  );
});
