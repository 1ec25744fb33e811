import type { i18n } from 'i18next';
import { mailTemplateId } from '../../shared/domain/mail-template-id.js';
import type { MailText } from '../../shared/domain/plan-mail.js';
import { shippedMailText, type MailTemplate } from '../../shared/i18n/shipped-mail-text.js';
import type { Language } from '../../shared/records/primitives.js';
import type { CommitResult } from './commit.js';
import { changesTo, createRecord } from './edit-record.js';
import type { Roster } from './roster/rows.js';
import type { Session } from './session.js';

/** The text that an organisation wrote for a purpose; null where it is the shipped one. */
export function ownMailText(roster: Roster, template: MailTemplate, language: Language): MailText | null {
  return roster.mailTemplates.get(mailTemplateId(template, language))?.text ?? null;
}

/** G-8: what a mail of this purpose begins with in a language, to be edited before it goes (R55). */
export function templateFor(roster: Roster, translator: i18n, template: MailTemplate, language: Language): MailText {
  return ownMailText(roster, template, language) ?? shippedMailText(translator, template, language);
}

/** Keeps a text for all mails of a purpose from now on; null goes back to the shipped one. */
export async function saveTemplate(
  session: Session,
  purpose: MailTemplate,
  language: Language,
  text: MailText | null,
): Promise<CommitResult> {
  const id = mailTemplateId(purpose, language);
  const fields = { text: text === null ? null : { ...text } };
  const record = await session.edit('mailTemplate', id);
  const changes =
    record === null
      ? [createRecord('mailTemplate', id, null, { purpose, language, ...fields })]
      : changesTo(record, fields);
  return await session.commit({ action: 'edit-template', changes });
}
