import type { Change } from '../../changes/change-set.js';
import { admit } from '../admit.js';
import { createMessage, Problems, type MailPart } from '../plan-mail.js';
import { planOptionalMails } from '../plan-optional-mail.js';
import type { Applicant, Plan, PlanContext, ProgressAction, Selection } from '../progress-action.js';
import { planWarnings } from '../progress-action-warnings.js';
import { applicationOf, stampOf } from '../status-event.js';

/** G-8: which of the organisation's steps, and whether a mail goes along. */
export interface OwnStepFields {
  readonly stepId: string;
  readonly sendsEmail: boolean;
}

export type OwnStepInput = OwnStepFields & MailPart;

/** G-8: notes an own step of the organisation, with its mail where one is wanted. No status changes. */
export const ownStep: ProgressAction<OwnStepInput> = { id: 'own-step', plan };

const NO_MAILS: ReturnType<typeof planOptionalMails> = new Map();

function plan(selection: Selection, input: OwnStepInput, context: PlanContext): Plan {
  const { admitted, excluded } = admit('own-step', selection, input);
  const problems = new Problems();
  if (admitted.length === 0) problems.add('nobody-left');
  const mails = input.sendsEmail ? planOptionalMails(admitted, 'ad-hoc', input, context, problems) : NO_MAILS;
  const included = admitted.map((applicant) => {
    const { messages, withoutMail } = mails.get(applicant.applicationId) ?? { messages: [], withoutMail: null };
    const changes = problems.none ? [taken(applicant, input.stepId, context), ...messages.map(createMessage)] : [];
    return { ...applicationOf(applicant), changes, messages, withoutMail };
  });
  const written = admitted.filter(({ applicationId }) => (mails.get(applicationId)?.messages.length ?? 0) > 0);
  const warnings = [
    ...planWarnings(written, ['demo-recipients']),
    ...planWarnings(admitted, ['application-processed', 'no-consent']),
  ];
  return { included, excluded, warnings, problems: problems.list() };
}

function taken({ applicationId, person }: Applicant, stepId: string, context: PlanContext): Change {
  const { newId, at, by } = stampOf(context);
  const event = { id: newId(), type: 'own-step', at, by, stepId };
  return { kind: 'event', table: 'application', id: applicationId, dossier: person.id, event };
}
