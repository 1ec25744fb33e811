import type { InterviewType } from '../records/interview.js';
import { withConfirmLink } from './confirm-link.js';
import { isEmailAddress } from './email-address.js';
import { planInterviewMail, type InterviewMail, type InterviewPurpose } from './interview-mail.js';
import { Problems, type MailText } from './plan-mail.js';
import type { InterviewTemplate, PlanContext, PlannedMessage } from './progress-action.js';
import { withoutItems } from './rich-text-fields.js';

/**
 * A mail about an interview that nobody edits before it goes: the invitation with another time, the new time, the
 * cancellation. Its text is the organisation's own, else the shipped one. Null where it cannot be sent as it should be:
 * without a valid address at either end, or when a field of the text has no value here; then the applicant is told by phone.
 */
export function writeInterviewMail(mail: Omit<InterviewMail, 'text'>, context: PlanContext): PlannedMessage | null {
  const { applicant, purpose, from, interview } = mail;
  if (!isEmailAddress(applicant.person.email) || !isEmailAddress(from.address)) return null;
  const template = context.interviews.text(TEMPLATES[purpose](interview.type), applicant.person.language);
  const problems = new Problems();
  const planned = planInterviewMail({ ...mail, text: textOf(template, mail) }, context, problems);
  return problems.none ? planned : null;
}

const TEMPLATES = {
  invitation: (type) => `invite-${type}` as const,
  'interview-change': () => 'interview-moved',
  'interview-cancellation': () => 'interview-cancelled',
} as const satisfies Record<InterviewPurpose, (type: InterviewType) => InterviewTemplate>;

/** Whoever is told a time can answer it (C31); a place that nobody named is no reason to keep quiet about the time. */
function textOf({ subject, contents }: MailText, { interview, purpose }: Omit<InterviewMail, 'text'>): MailText {
  const placeless = interview.place.trim() === '' && interview.kind !== 'telephone';
  const said = placeless ? withoutItems(contents, 'address') : contents;
  return { subject, contents: withConfirmLink(said, purpose !== 'interview-cancellation') };
}
