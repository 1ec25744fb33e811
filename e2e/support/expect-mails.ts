import { expect } from '@playwright/test';
import { CANDIDATE_ANSWERS } from '../../shared/domain/answer-token.js';
import type { Terms } from './further-progress.js';
import { clockIn, fullName, type PersonMet } from './people-met.js';
import { readAnswers } from './read-answers.js';
import { readContract } from './read-contract.js';
import { readInterview } from './read-interview.js';
import type { ReceivedMail } from './smtp-server.js';
import { wordsOf } from './words.js';

/** Who wrote, and about what. */
export const SENDER = { name: 'Norrvik Energi', address: 'jobs@example.com' };
const RECRUITER = 'Maja Lindhult';

export interface ExpectedMail {
  readonly to: PersonMet;
  /** A template of the program: its subject and first words are those of the recipient's language. */
  readonly template: 'invite-initial' | 'invite-first' | 'reject-review' | 'contract';
  readonly vacancy: string;
}

/** The only mail of a template to somebody. */
export function onlyMail(expected: ExpectedMail, received: readonly ReceivedMail[]): ReceivedMail {
  const subject = filled('subject', expected);
  const [mail, ...others] = received.filter(
    (one) => one.envelope.to.includes(expected.to.email) && one.mail.subject === subject,
  );
  expect(others, `${subject} to ${expected.to.email} once`).toEqual([]);
  if (mail === undefined) throw new Error(`no mail ${subject} to ${expected.to.email}`);
  return mail;
}

/** What the program's template says to the recipient, fields of an interview left as they are. */
function filled(part: 'subject' | 'contents', { to, template, vacancy }: ExpectedMail): string {
  return wordsOf(to.language)(`mail.${template}.${part}`)
    .replaceAll('{given-name}', to.givenName)
    .replaceAll('{vacancy-title}', vacancy)
    .replaceAll('{company}', SENDER.name)
    .replaceAll('{recruiter-name}', RECRUITER);
}

/** Envelope and every part of a mail, in the recipient's own language. */
export function expectMail({ envelope, mail, raw, secure }: ReceivedMail, expected: ExpectedMail): void {
  const { to } = expected;
  expect(secure).toBe(true);
  expect(envelope).toEqual({ from: SENDER.address, to: [to.email] });
  expect(mail.from).toMatchObject(SENDER);
  expect(mail.to).toMatchObject([{ name: fullName(to), address: to.email }]);
  expect(mail.cc ?? mail.bcc).toBeUndefined();
  expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@example\.com>$/);
  expect(Date.parse(mail.date ?? '')).not.toBeNaN();
  expect(mail.subject).toBe(filled('subject', expected));
  expect(raw).toMatch(new RegExp(`^content-language: ${to.language}\\r$`, 'im'));
  expect(raw).not.toMatch(/^(bcc|x-mailer|received):/im);
  expect(mail.html).toContain(`lang="${to.language}"`);
  const paragraphs = filled('contents', expected).split('\n\n');
  for (const words of paragraphs.filter((paragraph) => !paragraph.includes('{'))) expect(mail.text).toContain(words);
  for (const words of [to.givenName, RECRUITER, SENDER.name]) expect(mail.html).toContain(words);
  for (const part of [mail.subject, mail.text, mail.html]) expect(part).not.toMatch(/\{[a-z-]+\}/);
}

export interface ExpectedInterview {
  /** `14:00`, and the same as RFC 5545 writes it in UTC. */
  readonly time: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  /** How often it was moved. */
  readonly sequence: number;
}

/** The words, the calendar file and the four answers of an invitation. */
export async function expectInvitation(
  received: ReceivedMail,
  expected: ExpectedMail,
  { time, start, end, place, sequence }: ExpectedInterview,
): Promise<void> {
  const { to, vacancy, template } = expected;
  const t = wordsOf(to.language);
  expectMail(received, expected);
  for (const words of [to.interviewDate, clockIn(to.language, time), to.halfHour, place])
    for (const part of [received.mail.text, received.mail.html]) expect(part).toMatch(words);
  const interview = await readInterview(received);
  expect(interview.uid).toMatch(/^[0-9a-f]{32}@fairdesk$/);
  expect(interview).toEqual({
    method: 'REQUEST',
    events: 1,
    uid: interview.uid,
    sequence,
    status: 'CONFIRMED',
    start,
    end,
    summary: `${t(template === 'invite-first' ? 'common.interviewFirst' : 'common.interviewInitial')} – ${vacancy} – ${SENDER.name}`,
    place,
    organiser: [SENDER.name, `mailto:${SENDER.address}`],
    attendee: [fullName(to), `mailto:${to.email}`],
    attendees: 1,
    answerAsked: true,
  });
  const labels = [
    t('interview.replyAccepted'),
    t('interview.replyNotAccepted'),
    t('interview.replyNewTime'),
    t('interview.replyWithdrawn'),
  ];
  const answers = readAnswers(received);
  expect(answers).toMatchObject(
    labels.map((label, place) => ({
      label,
      to: SENDER.address,
      subject: `${label} – ${vacancy}`,
      interview: interview.uid.replace('@fairdesk', ''),
      sequence,
      letter: 'antw'[place],
    })),
  );
  expect(new Set(answers.map(({ signature }) => signature)).size).toBe(CANDIDATE_ANSWERS.length);
}

/** A contract as the file of its mail: sound, tagged, in the recipient's language, with what was agreed. */
export async function expectContract(received: ReceivedMail, expected: ExpectedMail, terms: Terms): Promise<void> {
  const { to, vacancy } = expected;
  expectMail(received, expected);
  const [file, ...others] = received.mail.attachments;
  expect(others).toEqual([]);
  expect(file).toMatchObject({
    filename: `${to.contract} ${fullName(to)}.pdf`,
    mimeType: 'application/pdf',
    disposition: 'attachment',
  });
  const pdf = await readContract(file?.content);
  expect(pdf).toMatchObject({ language: to.language, title: to.contract });
  expect(pdf.check).toContain('No syntax or stream encoding errors');
  for (const words of [to.contract, fullName(to), SENDER.name, vacancy, terms.department, to.startDate, terms.salary])
    expect(pdf.text).toContain(words);
  expect(pdf.text).not.toMatch(/\{[a-z-]+\}/);
  for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TD']) expect(pdf.tags).toContain(tag);
}
