import { admit } from '../admit.js';
import { isEmailAddress } from '../email-address.js';
import { applicantFields, createMessage, NO_TEXT, planMail, Problems, type MailPart } from '../plan-mail.js';
import type { Applicant, Plan, PlanContext, PlannedChange, ProgressAction } from '../progress-action.js';
import { planWarnings, type ApplicantWarningCode } from '../progress-action-warnings.js';
import { mailRecipients } from '../recipients.js';
import type { Language } from '../../records/primitives.js';

/** What the page *Send email* asks for (R18). */
export type SendEmailInput = Omit<MailPart, 'tickedIn'>;

const WARNINGS: readonly ApplicantWarningCode[] = ['demo-recipients', 'application-processed', 'no-consent'];

/** R17: an ad hoc mail to each applicant in the applicant's own language. No status changes. */
export const sendEmail: ProgressAction<SendEmailInput> = { id: 'send-email', plan };

function plan(selection: readonly Applicant[], input: SendEmailInput, context: PlanContext): Plan {
  const written = new Set(Object.keys(input.texts) as Language[]);
  // C26: who is deleted or was moved away is written to no more. Nothing asks first, so there is nothing to tick in.
  const { admitted, excluded } = admit('send-email', selection, { unticked: new Set(), tickedIn: new Set() });
  const mails = mailRecipients(admitted, written, input.unticked);
  const { recipients } = mails;
  const problems = new Problems();
  if (recipients.length === 0) problems.add('nobody-left');
  if (!isEmailAddress(input.from.address)) problems.add('from-invalid');
  const planned = recipients.map((applicant) => {
    const text = input.texts[applicant.person.language] ?? NO_TEXT;
    const values = applicantFields(applicant, context);
    const mail = { applicant, purpose: 'ad-hoc', from: input.from, text, values } as const;
    return { applicant, message: planMail(mail, context, problems) };
  });
  const included = planned.map(({ applicant, message }): PlannedChange => {
    const { applicationId, person } = applicant;
    const changes = problems.none ? [createMessage(message)] : [];
    return { applicationId, personId: person.id, changes, messages: [message] };
  });
  return {
    included,
    excluded: [...excluded, ...mails.excluded],
    warnings: planWarnings(recipients, WARNINGS),
    problems: problems.list(),
  };
}
