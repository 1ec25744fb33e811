import ICAL from 'ical.js';
import type { CandidateReply } from './answers-page.js';
import { readAnswers } from './read-answers.js';
import type { ReceivedMail } from './smtp-server.js';

/** What a calendar program sends when *Yes* is pressed (RFC 5546 3.2.3), by another library than the program's own. */
export function acceptedByCalendar(invitation: ReceivedMail, at: string): CandidateReply {
  const asked = invitation.mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content;
  if (asked === undefined) throw new Error('there is no invitation to answer');
  const calendar = ICAL.Component.fromString(typeof asked === 'string' ? asked : new TextDecoder().decode(asked));
  calendar.updatePropertyWithValue('method', 'REPLY');
  const event = calendar.getFirstSubcomponent('vevent');
  event?.getFirstProperty('attendee')?.setParameter('partstat', 'ACCEPTED');
  event?.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(at), true));
  return { name: 'reply.ics', text: calendar.toString() };
}

/** The mail that one of the four links of an invitation writes, as a mail program saves it. */
export function answeredByLink(invitation: ReceivedMail, label: string, at: string): { name: string; text: string } {
  const from = invitation.envelope.to.join();
  const text = [
    `From: ${from}`,
    'To: jobs@example.com',
    `Subject: ${subjectOf(invitation, label)}`,
    `Date: ${new Date(at).toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Kind regards',
    '',
  ].join('\r\n');
  return { name: 'answer.eml', text };
}

/** The same as somebody copies it, with its token. */
export function subjectOf(invitation: ReceivedMail, label: string): string {
  const answer = readAnswers(invitation).find((one) => one.label === label);
  if (answer === undefined) throw new Error(`no link ${label}`);
  const { subject, interview, sequence, letter, signature } = answer;
  return `${subject} (fd1-${interview}-${sequence.toString()}-${letter}-${signature})`;
}

/** Signed by somebody who does not know how. */
export function forged(subject: string): string {
  return subject.replace(/.(?=\)$)/, (last) => (last === '0' ? '1' : '0'));
}
