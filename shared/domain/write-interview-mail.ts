import type { InterviewType } from '../records/interview.js';
import type { Message, WrittenMail } from '../records/message.js';
import { isEmailAddress } from './email-address.js';
import { planInterviewMail, type InterviewMail, type InterviewPurpose } from './interview-mail.js';
import { Problems } from './plan-mail.js';
import type { InterviewTemplate } from './interview-context.js';
import type { PlanContext, PlannedMessage } from './progress-action.js';

/** An invitation that never left, which another one replaces. */
export type EarlierInvitation = Pick<Message, 'language' | 'from' | 'deliverBy' | 'written'>;

interface MailToWrite extends Omit<InterviewMail, 'written' | 'placeless'> {
  /** Null where there is none: then an invitation has the organisation's text. */
  readonly earlier?: EarlierInvitation | null;
}

/**
 * A mail about an interview that nobody edits before it goes: the invitation with another time, the new time, the
 * cancellation. An invitation keeps the words that somebody wrote for it; any other text is the closest to the vacancy's
 * department. Null where it cannot be sent as it should be: without a valid address at either end, or when a field of the
 * text has no value here; then the applicant is told by phone.
 */
export function writeInterviewMail(mail: MailToWrite, context: PlanContext): PlannedMessage | null {
  const { applicant, purpose, interview, earlier = null } = mail;
  // Another laptop's mail account may not send in this one's name.
  const from = earlier?.deliverBy === context.device ? earlier.from : mail.from;
  if (!isEmailAddress(applicant.person.email) || !isEmailAddress(from.address)) return null;
  const problems = new Problems();
  // A place that nobody named is no reason to keep quiet about the time.
  const placeless = interview.place.trim() === '' && interview.kind !== 'telephone';
  const written = writtenEarlier(mail) ?? ownText(mail, context);
  const planned = planInterviewMail({ applicant, interview, purpose, from, written, placeless }, context, problems);
  return problems.none ? planned : null;
}

/**
 * C3: the same mail of the same interview once the organisation's clock shows another zone; it stays with the laptop that has it,
 * and with its sender.
 */
export function writeMailInZone(
  mail: MailToWrite & { readonly earlier: EarlierInvitation },
  zone: string,
  context: PlanContext,
): PlannedMessage | null {
  const organisation = { ...context.organisation, zone };
  return writeInterviewMail(mail, { ...context, device: mail.earlier.deliverBy, organisation });
}

const TEMPLATES = {
  invitation: (type) => `invite-${type}` as const,
  'interview-change': () => 'interview-moved',
  'interview-cancellation': () => 'interview-cancelled',
} as const satisfies Record<InterviewPurpose, (type: InterviewType) => InterviewTemplate>;

/** In a language that the applicant no longer reads it would say the date in another one than the rest. */
function writtenEarlier({ applicant, purpose, earlier = null }: MailToWrite): WrittenMail | null {
  return purpose === 'invitation' && earlier?.language === applicant.person.language ? earlier.written : null;
}

/** Whoever is told a time can answer it (C31). */
function ownText({ applicant, purpose, interview }: MailToWrite, context: PlanContext): WrittenMail {
  const department = context.vacancy(applicant.vacancyId)?.department ?? '';
  const text = context.interviews.text(TEMPLATES[purpose](interview.type), applicant.person.language, department);
  return { ...text, confirmLink: purpose !== 'interview-cancellation' };
}
