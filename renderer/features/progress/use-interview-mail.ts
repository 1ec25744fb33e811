import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MovableInterview, MovedFields } from '../../../shared/domain/movable-interview.js';
import { lastInvitation } from '../../../shared/domain/told-of-interview.js';
import { writeInterviewMail, writeMailInZone } from '../../../shared/domain/write-interview-mail.js';
import { writeReminderAgain, writeReminderInZone } from '../../../shared/domain/write-reminder-again.js';
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
      if (!desk.ok) return { mail: () => null, reminder: () => null, inZone: null };
      const means = { translator: i18n, seed: newSeed(session) };
      const about = ({ id, fields }: MovableInterview, at: MovedFields) => {
        const context = planContext(session, desk.value, means);
        const today = dateIn(context.organisation.zone, context.now);
        const [applicant] = selectionOf(session.roster.current(), [fields.applicationId], today);
        return { context, applicant, interview: { ...fields, ...at, id }, from: context.mail.from };
      };
      return {
        mail: (of, at, purpose) => {
          const { context, applicant, ...mail } = about(of, at);
          const last = purpose === 'invitation' ? lastInvitation(of.messages) : null;
          const earlier = last === null ? null : written.get(last.id);
          if (applicant === undefined || earlier === undefined) return null;
          return writeInterviewMail({ applicant, purpose, earlier, ...mail }, context);
        },
        reminder: (of, at, { id }) => {
          const { context, applicant, ...reminder } = about(of, at);
          const earlier = written.get(id);
          if (applicant === undefined || earlier === undefined) return null;
          return writeReminderAgain({ applicant, earlier, ...reminder }, context);
        },
        inZone: (zone) => (of, standing) => {
          const { context, applicant, ...again } = about(of, of.fields);
          const earlier = written.get(standing.id);
          // Whoever is gone is told nothing.
          if (applicant === undefined || earlier === undefined) return null;
          const { purpose } = standing;
          return purpose === 'invitation' || purpose === 'interview-change'
            ? writeMailInZone({ applicant, purpose, earlier, ...again }, zone, context)
            : writeReminderInZone({ applicant, earlier, ...again }, zone, context);
        },
      };
    },
    [session, i18n],
  );
}
