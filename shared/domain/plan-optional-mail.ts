import type { MessagePurpose } from '../records/message.js';
import type { ApplicationId, Language } from '../records/primitives.js';
import { isEmailAddress } from './email-address.js';
import { applicantFields, NO_TEXT, planMail, type MailPart, type Problems } from './plan-mail.js';
import type { ExclusionReason, PlanContext, PlannedMessage, Selection } from './progress-action.js';
import { withoutMail } from './recipients.js';

/** What an action writes to one applicant, or why it writes nothing. */
export interface OptionalMail {
  readonly messages: readonly PlannedMessage[];
  /** C33: null where nothing is missing. */
  readonly withoutMail: ExclusionReason | null;
}

/** C33: the mails of an action that is done all the same for those who cannot be written to. */
export function planOptionalMails(
  admitted: Selection,
  purpose: MessagePurpose,
  { from, texts }: Pick<MailPart, 'from' | 'texts'>,
  context: PlanContext,
  problems: Problems,
): ReadonlyMap<ApplicationId, OptionalMail> {
  const written = new Set(Object.keys(texts) as Language[]);
  const missing = admitted.map((applicant) => withoutMail(applicant, written));
  if (missing.includes(null) && !isEmailAddress(from.address)) problems.add('from-invalid');
  return new Map(
    admitted.map((applicant, at): readonly [ApplicationId, OptionalMail] => {
      const because = missing[at] ?? null;
      if (because !== null) return [applicant.applicationId, { messages: [], withoutMail: because }];
      const text = texts[applicant.person.language] ?? NO_TEXT;
      const mail = { applicant, purpose, from, text, values: applicantFields(applicant, context) };
      return [applicant.applicationId, { messages: [planMail(mail, context, problems)], withoutMail: null }];
    }),
  );
}
