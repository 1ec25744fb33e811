import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { lastInvitation } from '../../../shared/domain/told-of-interview.js';
import { writeInterviewMail } from '../../../shared/domain/write-interview-mail.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { OpenMail } from '../../data/meeting.js';
import { useSession } from '../../data/use-session.js';
import { newSeed } from './interview-context.js';
import { planContext } from './plan-context.js';
import { selectionOf } from './selection-of.js';
import { openMailDesk } from './use-mail-desk.js';

/**
 * Opens what writes the mails of a move or a cancellation, in the applicant's language, with the interview for the candidate's
 * calendar. Nobody whom it cannot reach gets one, nor somebody who was invited anew while it was opened: nothing written is lost.
 */
export function useInterviewMail(): OpenMail {
  const session = useSession();
  const { i18n } = useTranslation();
  return useCallback<OpenMail>(
    async (written) => {
      const desk = await openMailDesk(session.host);
      if (!desk.ok) return () => null;
      const means = { translator: i18n, seed: newSeed(session) };
      return ({ id, fields, messages }, at, purpose) => {
        const context = planContext(session, desk.value, means);
        const today = dateIn(context.organisation.zone, context.now);
        const [applicant] = selectionOf(session.roster.current(), [fields.applicationId], today);
        const last = purpose === 'invitation' ? lastInvitation(messages) : null;
        const earlier = last === null ? null : written.get(last.id);
        if (applicant === undefined || earlier === undefined) return null;
        const interview = { ...fields, ...at, id };
        return writeInterviewMail({ applicant, interview, purpose, from: context.mail.from, earlier }, context);
      };
    },
    [session, i18n],
  );
}
