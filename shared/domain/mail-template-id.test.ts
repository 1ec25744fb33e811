import { expect, it } from 'vitest';
import { Id, LANGUAGES } from '../records/primitives.js';
import { mailTemplateId } from './mail-template-id.js';

it('R53 gives each purpose and language one id, the same on every laptop and in every version', () => {
  expect(mailTemplateId('send-email', 'sv')).toBe('6afbde111be3cc468b0f3c1f66d27cb3');
  const purposes = [
    'send-email',
    'contract',
    ...['first', 'second'].flatMap((step) => [`invite-${step}`, `reject-${step}`]),
  ];
  const ids = purposes.flatMap((purpose) => LANGUAGES.map((language) => mailTemplateId(purpose, language)));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(Id.safeParse(id).success).toBe(true);
});
