import type { i18n } from 'i18next';
import { closestText } from '../../shared/domain/closest-template.js';
import { departmentKey, mailTemplateId } from '../../shared/domain/mail-template-id.js';
import type { MailText } from '../../shared/domain/plan-mail.js';
import { isInvitation, shippedMailText, type MailTemplate } from '../../shared/i18n/shipped-mail-text.js';
import { shippedReminder } from '../../shared/i18n/shipped-reminder.js';
import type { MailTemplateText } from '../../shared/records/mail-template.js';
import type { Language } from '../../shared/records/primitives.js';
import type { CommitResult } from './commit.js';
import { changesTo, createRecord } from './edit-record.js';
import type { Roster } from './roster/rows.js';
import type { Session } from './session.js';

/** Which text: what it is for, in which language, of which department (empty: for all of them). */
export interface TemplateKey {
  readonly purpose: MailTemplate;
  readonly language: Language;
  readonly department: string;
}

/** The text that was written for exactly this; null where one further out holds. */
export function ownMailText(roster: Roster, { purpose, language, department }: TemplateKey): MailTemplateText | null {
  return roster.mailTemplates.get(mailTemplateId(purpose, language, department))?.text ?? null;
}

/** G-8: what a mail of this purpose begins with in a language, to be edited before it goes (R55). */
export function templateFor(
  roster: Roster,
  translator: i18n,
  { purpose, language, department }: TemplateKey,
): MailText {
  const held = closestText(roster.mailTemplates, purpose, language, department);
  const { subject, contents } = held?.text ?? shippedMailText(translator, purpose, language);
  return { subject, contents };
}

/** The same with what the reminder of an interview begins with; null where there is nothing to be reminded of. */
export function wholeTemplate(roster: Roster, translator: i18n, key: TemplateKey): MailTemplateText {
  const { purpose, language, department } = key;
  const held = closestText(roster.mailTemplates, purpose, language, department);
  const reminder = isInvitation(purpose) ? (held?.text.reminder ?? shippedReminder(translator, language)) : null;
  return { ...templateFor(roster, translator, key), reminder };
}

/** What is kept of a form on it: drafts are named by what they are of. */
export function templateDraftKey({ purpose, language, department }: TemplateKey): string {
  const whole = `template-${purpose}-${language}`;
  // As much of the id as tells departments apart, and as a draft's name has room for.
  return departmentKey(department) === ''
    ? whole
    : `${whole}-${mailTemplateId(purpose, language, department).slice(0, 12)}`;
}

/** Keeps a text for all mails of a purpose from now on; null goes back to the one further out. */
export async function saveTemplate(
  session: Session,
  { purpose, language, department }: TemplateKey,
  text: MailTemplateText | null,
): Promise<CommitResult> {
  const id = mailTemplateId(purpose, language, department);
  const fields = { text: text === null ? null : { ...text } };
  const record = await session.edit('mailTemplate', id);
  const changes =
    record === null
      ? [
          createRecord('mailTemplate', id, null, {
            purpose,
            language,
            department: departmentKey(department),
            ...fields,
          }),
        ]
      : changesTo(record, fields);
  return await session.commit({ action: 'edit-template', changes });
}
