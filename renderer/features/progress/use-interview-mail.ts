import { useTranslation } from 'react-i18next';
import { withConfirmLink } from '../../../shared/domain/confirm-link.js';
import { isEmailAddress } from '../../../shared/domain/email-address.js';
import { planInterviewMail } from '../../../shared/domain/interview-mail.js';
import type { MoveContext } from '../../../shared/domain/move-interview.js';
import { Problems } from '../../../shared/domain/plan-mail.js';
import { shippedMailText } from '../../../shared/i18n/shipped-mail-text.js';
import { dateIn } from '../../../shared/lib/time.js';
import { useSession } from '../../data/use-session.js';
import { newSeed } from './interview-context.js';
import { planContext } from './plan-context.js';
import { selectionOf } from './selection-of.js';
import { openMailDesk } from './use-mail-desk.js';

/**
 * What writes the mails of a move: the invitation of the interview's stage in the applicant's language, with the new time, the
 * link to answer it, and the interview for the candidate's calendar. Nobody whom it cannot reach gets one.
 */
export function useInterviewMail(): () => Promise<MoveContext['mail']> {
  const session = useSession();
  const { i18n } = useTranslation();
  return async () => {
    const desk = await openMailDesk(session.host);
    if (!desk.ok) return () => null;
    const context = planContext(session, desk.value, { translator: i18n, seed: newSeed(session) });
    const { from } = context.mail;
    const today = dateIn(context.organisation.zone, context.now);
    return ({ id, fields }, moved, purpose) => {
      const [applicant] = selectionOf(session.roster.current(), [fields.applicationId], today);
      if (applicant === undefined || !isEmailAddress(applicant.person.email) || !isEmailAddress(from.address))
        return null;
      const { subject, contents } = shippedMailText(i18n, `invite-${fields.type}`, applicant.person.language);
      const problems = new Problems();
      const text = { subject, contents: withConfirmLink(contents, true) };
      const interview = { ...fields, ...moved, id };
      const mail = planInterviewMail({ applicant, interview, purpose, from, text }, context, problems);
      return problems.none ? mail : null;
    };
  };
}
