import { admit } from '../admit.js';
import { createMessage, Problems, type MailPart } from '../plan-mail.js';
import { planOptionalMails } from '../plan-optional-mail.js';
import type { Plan, PlanContext, ProgressAction, Selection } from '../progress-action.js';
import { planWarnings } from '../progress-action-warnings.js';
import { applicationOf, seenOf, setStatus, stampOf } from '../status-event.js';

/** C15: whether a mail goes along, or the offer was made by word of mouth. */
export interface OfferFields {
  readonly sendsEmail: boolean;
}

export type OfferInput = OfferFields & MailPart;

/** R36, R37: the status Received job offer, and with it the date of *Job offer sent* (C11); the mail is optional (C15). */
export const sendOffer: ProgressAction<OfferInput> = { id: 'send-offer', plan };

const NO_MAILS: ReturnType<typeof planOptionalMails> = new Map();

function plan(selection: Selection, input: OfferInput, context: PlanContext): Plan {
  const { admitted, excluded } = admit('send-offer', selection, input);
  const problems = new Problems();
  if (admitted.length === 0) problems.add('nobody-left');
  const mails = input.sendsEmail ? planOptionalMails(admitted, 'offer', input, context, problems) : NO_MAILS;
  const included = admitted.map((applicant) => {
    const { messages, withoutMail } = mails.get(applicant.applicationId) ?? { messages: [], withoutMail: null };
    const offered = setStatus(seenOf(applicant), 'offered', stampOf(context));
    const changes = problems.none ? [offered, ...messages.map(createMessage)] : [];
    return { ...applicationOf(applicant), changes, messages, withoutMail };
  });
  const written = admitted.filter(({ applicationId }) => (mails.get(applicationId)?.messages.length ?? 0) > 0);
  const warnings = [...planWarnings(written, ['demo-recipients']), ...planWarnings(admitted, ['no-consent'])];
  return { included, excluded, warnings, problems: problems.list() };
}
