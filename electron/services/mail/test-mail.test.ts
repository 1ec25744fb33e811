import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { FieldValues } from '../../../shared/domain/merge-fields.js';
import { MERGE_FIELDS } from '../../../shared/domain/merge-fields.js';
import type { MailText } from '../../../shared/domain/plan-mail.js';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import { planTestMail } from '../../../shared/domain/test-mail.js';
import { isLetter, MAIL_TEMPLATES, shippedMailText } from '../../../shared/i18n/shipped-mail-text.js';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { Message } from '../../../shared/records/message.js';
import { LANGUAGES, type Language } from '../../../shared/records/primitives.js';
import { planContext } from '../../../shared/testing/plan-builders.js';
import { composeMime } from './compose-mime.js';
import { createLayouts } from './layout.js';

const translator = createTranslator('en');
const layouts = createLayouts();
const LINK = { label: 'Yes', address: 'mailto:eva@example.com?subject=Yes' };
const links = { confirmlink: [LINK], 'collaborative-link-url': [LINK] };
const values: FieldValues = Object.fromEntries(
  MERGE_FIELDS.filter((field) => !(field in links)).map((field) => [field, `<${field}>`]),
);
const EVA = { name: 'Eva Lind', address: 'eva@example.com' };
const FROM = { name: 'Example AB', address: 'jobs@example.com' };

async function plan(text: MailText, language: Language) {
  const layout = await layouts(language);
  if (!layout.ok) throw new Error(layout.detail);
  const context = planContext({ mail: { from: FROM, layout: () => layout.value } });
  return planTestMail({ text, language, values, links, from: FROM, to: EVA }, context);
}

describe('a test mail', () => {
  it.each(LANGUAGES)(
    'R67 of every shipped text in %s arrives whole, filled in and marked, with nobody’s dossier',
    async (language) => {
      for (const purpose of MAIL_TEMPLATES.filter((one) => !isLetter(one))) {
        const { subject, contents } = shippedMailText(translator, purpose, language);
        const { message, changes, problems } = await plan({ subject: `Test: ${subject}`, contents }, language);
        expect(problems).toEqual([]);
        expect(changes).toEqual([expect.objectContaining({ kind: 'create', table: 'message', dossier: null })]);
        expect(Message.parse(message)).toMatchObject({ personId: null, applicationId: null, to: EVA, from: FROM });
        const mime = await composeMime('1'.repeat(32), message, []);
        const mail = await PostalMime.parse(Buffer.from(mime?.bytes ?? []));
        expect(mail.subject).toMatch(/^Test: ./);
        expect(mail.to).toEqual([{ name: EVA.name, address: EVA.address }]);
        expect(mail.text?.trim()).toBe(message.text.trim());
        expect(mail.html).toContain('&lt;company&gt;');
        for (const part of [mail.subject, mail.text, mail.html]) expect(part).not.toMatch(/\{[a-z-]+\}/);
      }
    },
  );

  it('C32 of a text with something wrong in it is not queued', async () => {
    for (const text of [
      { subject: 'Test: {nobody}', contents: plainToRichText('Hi') },
      { subject: 'Test: Hi', contents: plainToRichText(' ') },
      { subject: 'Test: {confirmlink}', contents: plainToRichText('Hi') },
    ]) {
      const { changes, problems } = await plan(text, 'en');
      expect(problems).toHaveLength(1);
      expect(changes).toEqual([]);
    }
  });
});
