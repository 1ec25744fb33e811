import { LoginAnswer } from '../../shared/sync/protocol.js';
import type { MessageId, PersonId } from '../../shared/records/primitives.js';
import type { Person } from '../../shared/records/person.js';
import { organisationCreate, personCreate } from '../../shared/testing/change-builders.js';
import { newId, recruiterCreate } from './records.js';
import type { Answer, SigningLaptop } from './signing-laptop.js';

/** What a laptop does when *Save and send* mails a password to somebody. */
export interface MailedLogin {
  readonly personId: PersonId;
  readonly messageId: MessageId;
  readonly userName: string;
  readonly password: string;
  /** Of the log-in page. */
  readonly path: string;
}

/** A recruiter who works at that laptop, and the organisation's own record. Answers who it is. */
export async function beginWork(laptop: SigningLaptop): Promise<string> {
  const by = newId();
  await laptop.write([recruiterCreate(by), organisationCreate({ name: 'Fjordkraft' })], { action: 'first-start' });
  return by;
}

/** Somebody who is filed. */
export async function fileSomebody(laptop: SigningLaptop, by: string, person: Partial<Person> = {}): Promise<PersonId> {
  const personId = newId<PersonId>();
  await laptop.write([personCreate(personId, { language: 'en', ...person })], { by, action: 'capture' });
  return personId;
}

/** The mail that brings a password, filed and not sent yet. */
export async function fileLoginMail(
  laptop: SigningLaptop,
  by: string,
  { personId, to }: { readonly personId: PersonId; readonly to: string },
  fields: Readonly<Record<string, unknown>> = {},
): Promise<MessageId> {
  const id = newId<MessageId>();
  const message = {
    ...{ channel: 'email', purpose: 'credentials', personId, applicationId: null, vacancyId: null, language: 'en' },
    ...{ from: { name: 'Eva Lind', address: 'eva@example.com' }, to: { name: 'Ebba', address: to } },
    ...{ subject: 'Your details', text: '{password}', html: '<p>{password}</p>', interviewId: null },
    ...{ panelReviewId: null, calendar: null, attachments: [], written: null, reminder: null },
    ...{ messageId: `<${id}@example.com>`, queuedAt: 1, holdUntil: 1, deliverBy: laptop.device, ...fields },
  };
  const change = { kind: 'create', table: 'message', id, dossier: personId, fields: message } as const;
  await laptop.write([change], { by, action: 'save-and-send-credentials' });
  return id;
}

export async function askLogin(laptop: SigningLaptop, message: string): Promise<Answer> {
  return await laptop.ask('POST', '/v1/logins', { body: { message } });
}

/** Somebody to whom a password was mailed. */
export async function mailLogin(
  laptop: SigningLaptop,
  by: string,
  person: Partial<Person> & { readonly email: string },
): Promise<MailedLogin> {
  const personId = await fileSomebody(laptop, by, person);
  const messageId = await fileLoginMail(laptop, by, { personId, to: person.email });
  const { text } = await askLogin(laptop, messageId);
  return { personId, messageId, userName: person.email, ...LoginAnswer.parse(JSON.parse(text)) };
}
