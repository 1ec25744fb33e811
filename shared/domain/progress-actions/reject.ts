import type { ApplicationEvent, RejectionStage } from '../../records/application.js';
import type { ApplicationId, Language } from '../../records/primitives.js';
import { admit } from '../admit.js';
import { isEmailAddress } from '../email-address.js';
import { endApplication, endingOf, endingWarnings, type Ending } from '../end-application.js';
import { applicantFields, createMessage, NO_TEXT, planMail, Problems, type MailPart } from '../plan-mail.js';
import type { Applicant, Plan, PlanContext, PlannedChange, ProgressAction } from '../progress-action.js';
import { planWarnings } from '../progress-action-warnings.js';
import { withoutMail } from '../recipients.js';
import { seenOf, setStatus, stampOf } from '../status-event.js';

/** What the form *Rejection* asks for before its mail; both are mandatory (R52, R54). */
export interface RejectFields {
  /** The type: at which stage. It has one template (R53). */
  readonly stage: RejectionStage | null;
  readonly reasonId: string | null;
}

export type RejectInput = RejectFields & MailPart;

/** R49–R57: sets the status with stage and reason, writes the mail of that stage, and ends what waits (C34). */
export const reject: ProgressAction<RejectInput> = { id: 'reject', plan };

function plan(selection: readonly Applicant[], input: RejectInput, context: PlanContext): Plan {
  const { admitted, excluded } = admit('reject', selection, input);
  const problems = new Problems();
  if (admitted.length === 0) problems.add('nobody-left');
  const rejection = rejectionOf(input, context, problems);
  const written = new Set(Object.keys(input.texts) as Language[]);
  // C33: who cannot be written to is rejected all the same.
  const missing = new Map(admitted.map((applicant) => [applicant.applicationId, withoutMail(applicant, written)]));
  const recipients = admitted.filter(({ applicationId }) => missing.get(applicationId) === null);
  if (recipients.length > 0 && !isEmailAddress(input.from.address)) problems.add('from-invalid');
  const endings = new Map<ApplicationId, Ending>();
  const included = admitted.map((applicant): PlannedChange => {
    const { applicationId, person } = applicant;
    const text = input.texts[person.language] ?? NO_TEXT;
    const mail = {
      applicant,
      purpose: 'rejection',
      from: input.from,
      text,
      values: applicantFields(applicant, context),
    } as const;
    const withoutMailBecause = missing.get(applicationId) ?? null;
    const rejections = withoutMailBecause === null ? [planMail(mail, context, problems)] : [];
    const ending = endingOf(applicant, { status: 'rejected', from: input.from }, context);
    endings.set(applicationId, ending);
    const changes =
      rejection === null
        ? []
        : [
            setStatus(seenOf(applicant), 'rejected', stampOf(context), { rejection }),
            ...rejections.map(createMessage),
            ...endApplication(ending, applicant, 'rejected', context),
          ];
    const messages = [...rejections, ...ending.mails];
    return { applicationId, personId: person.id, changes, messages, withoutMail: withoutMailBecause };
  });
  const warnings = [...planWarnings(recipients, ['demo-recipients', 'no-consent']), ...endingWarnings(endings)];
  return {
    included: problems.none ? included : included.map((one) => ({ ...one, changes: [] })),
    excluded,
    warnings,
    problems: problems.list(),
  };
}

type Rejection = NonNullable<Extract<ApplicationEvent, { type: 'status' }>['rejection']>;

/** Null, with what is missing added to the problems. */
function rejectionOf(
  { stage, reasonId }: RejectFields,
  { organisation }: PlanContext,
  problems: Problems,
): Rejection | null {
  const reason = organisation.rejectionReasons.find(({ id, retired }) => id === reasonId && !retired);
  if (stage === null) problems.add('reject-type-missing');
  if (reason === undefined) problems.add('reject-reason-missing');
  return stage === null || reason === undefined ? null : { stage, reasonId: reason.id };
}
