import { useTranslation } from 'react-i18next';
import { planReminderEdit, type RemindedInterview, type ReminderEdit } from '../../../shared/domain/edit-reminder.js';
import type { PlanContext } from '../../../shared/domain/progress-action.js';
import type { ReminderFields } from '../../../shared/domain/progress-actions/invite-reminder.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { dateIn, SECOND } from '../../../shared/lib/time.js';
import { InterviewIdSchema } from '../../../shared/records/primitives.js';
import { undoMeeting, type SeenMeeting } from '../../data/meeting.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { planContext, type PlanMeans } from './plan-context.js';
import { nameOf, selectionOf } from './selection-of.js';
import type { MailDesk } from './use-mail-desk.js';

/** A meeting whose reminder is to be changed, and what messages are written with. */
export interface OpenedReminder {
  readonly meeting: SeenMeeting;
  readonly desk: MailDesk;
  readonly means: PlanMeans;
}

/** Plans the reminder of a meeting as a form has it, and saves it as one change that can be taken back. */
export function useEditReminder({ meeting, desk, means }: OpenedReminder) {
  const { t } = useTranslation();
  const session = useSession();
  const contextNow = (): PlanContext => planContext(session, desk, means);
  const plan = (reminder: ReminderFields): ReminderEdit => {
    const context = contextNow();
    return planReminderEdit(remindedIn(session, meeting, context), { reminder, from: context.mail.from }, context);
  };
  return {
    contextNow,
    plan,
    /** True: it is done. */
    save: async (reminder: ReminderFields): Promise<boolean> => {
      let written: ReminderEdit['written'] = [];
      // Planned where nobody else can write: a reminder that leaves at this moment is not taken for one that waits.
      const changes = () => {
        const made = plan(reminder);
        ({ written } = made);
        return made.changes;
      };
      const result = await session.commit({ action: 'edit-reminder', changes });
      if (!result.ok) {
        if (result.code === 'commit/empty') return true;
        showToast({ text: t(ERROR_WORDS[result.code]), tone: 'problem' });
        return false;
      }
      const name = remindedIn(session, meeting, contextNow())
        .map(({ applicant }) => nameOf(applicant))
        .join(', ');
      const soonest = Math.min(...written.map(({ message }) => message.holdUntil));
      const undoable = session.now() + contextNow().organisation.undoSeconds * SECOND;
      showToast({
        text: t(written.length === 0 ? 'interview.reminderTaken' : 'interview.reminderSaved'),
        name,
        undo: () => undoMeeting(session, result.value),
        until: soonest <= undoable ? soonest : null,
      });
      return true;
    },
  };
}

/** The people of a meeting with their interviews and messages as they are at this moment; who was erased is left out. */
export function remindedIn(
  session: Session,
  meeting: SeenMeeting,
  { now, organisation }: Pick<PlanContext, 'now' | 'organisation'>,
): readonly RemindedInterview[] {
  const roster = session.roster.current();
  return meeting.flatMap((record) => {
    const id = InterviewIdSchema.parse(record.id);
    const interview = roster.interviews.get(id);
    const today = dateIn(organisation.zone, now);
    const [applicant] = selectionOf(roster, [record.fields.applicationId], today);
    if (interview === undefined || interview.cancelled || applicant === undefined) return [];
    const { personId } = interview;
    const messages = roster
      .messagesOf(personId)
      .filter(({ interviewId }) => interviewId === id)
      .map((message) => ({ ...message, personId }));
    return [{ applicant, id, interview: { ...record.fields, ...interview }, messages }];
  });
}
