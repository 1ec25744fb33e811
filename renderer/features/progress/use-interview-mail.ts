import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { WriteMail } from '../../../shared/domain/move-interview.js';
import { writeInterviewMail } from '../../../shared/domain/write-interview-mail.js';
import { dateIn } from '../../../shared/lib/time.js';
import { useSession } from '../../data/use-session.js';
import { newSeed } from './interview-context.js';
import { planContext } from './plan-context.js';
import { selectionOf } from './selection-of.js';
import { openMailDesk } from './use-mail-desk.js';

/**
 * Opens what writes the mails of a move or a cancellation, in the applicant's language, with the interview for the candidate's
 * calendar. Nobody whom it cannot reach gets one.
 */
export function useInterviewMail(): () => Promise<WriteMail> {
  const session = useSession();
  const { i18n } = useTranslation();
  return useCallback(async () => {
    const desk = await openMailDesk(session.host);
    if (!desk.ok) return () => null;
    const means = { translator: i18n, seed: newSeed(session) };
    return ({ id, fields }, at, purpose) => {
      const context = planContext(session, desk.value, means);
      const today = dateIn(context.organisation.zone, context.now);
      const [applicant] = selectionOf(session.roster.current(), [fields.applicationId], today);
      if (applicant === undefined) return null;
      const interview = { ...fields, ...at, id };
      return writeInterviewMail({ applicant, interview, purpose, from: context.mail.from }, context);
    };
  }, [session, i18n]);
}
