import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/changes/change-set.js';
import { answerInterview, endedByAnswer, type AnsweredInterview } from '../../../shared/domain/answer-interview.js';
import type { Ended } from '../../../shared/domain/end-application.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { InterviewAnswer } from '../../../shared/records/interview.js';
import { RecruiterIdSchema, type InterviewId } from '../../../shared/records/primitives.js';
import type { EditableRecord } from '../../data/edit-record.js';
import { cancelMeeting, moveMeeting, undoMeeting, type MeetingDone, type MoveWish } from '../../data/meeting.js';
import { useOpenMail } from '../../data/use-interview-mail.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';

/** What *Edit meeting invitation* asks for; null for what is to stay as it is. */
export interface MeetingEdit {
  readonly answer: InterviewAnswer | null;
  readonly move: MoveWish | null;
}

/** Saves what was entered about an interview, or cancels it; each one change that can be taken back. */
export function useMeeting(record: EditableRecord<'interview'>, onDone: () => void) {
  const { t } = useTranslation();
  const session = useSession();
  const openMail = useOpenMail();
  const tell = ({ result, exchanged, untold, until }: MeetingDone, done: string): void => {
    const byMail = exchanged.length === 0 ? [] : [t('calendar.mailExchanged', { count: exchanged.length })];
    const byPhone = untold.length === 0 ? [] : [t('calendar.untold', { count: untold.length })];
    const news = [...byMail, ...byPhone].join(' ');
    const text = news === '' ? done : `${done}. ${news}`;
    if (result.ok) showToast({ text, undo: () => undoMeeting(session, result.value), until });
    else if (result.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[result.code]), tone: 'problem' });
      return;
    }
    onDone();
  };
  /** Given with a new time, an answer is to that one. */
  const answered = (answer: InterviewAnswer | null, sequence: number): readonly Change[] => {
    if (answer === null) return [];
    const by = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
    const interview = { ...answeredOf(session, record), fields: { ...record.fields, sequence } };
    return answerInterview(interview, answer, { at: session.now(), by, newId: () => session.newId() });
  };
  return {
    /** What ends with an answer, to be seen before it is saved; null where nothing does. */
    endedBy: (answer: InterviewAnswer): Ended | null =>
      endedByAnswer(answeredOf(session, record), answer, session.now()),
    save: async ({ answer, move }: MeetingEdit): Promise<void> => {
      const action = 'edit-meeting-invitation';
      const { sequence } = record.fields;
      const also = (moved: number | null) => answered(answer, moved ?? sequence);
      const done =
        move === null
          ? { result: await session.commit({ action, changes: () => answered(answer, sequence) }), ...NOBODY_TOLD }
          : await moveMeeting(session, [record], move, openMail, { action, also });
      tell(done, t('interview.saved'));
    },
    cancel: async (wish: { readonly tell: boolean }): Promise<void> => {
      tell(await cancelMeeting(session, [record], wish, openMail), t('interview.cancelled'));
    },
  };
}

const NOBODY_TOLD = { exchanged: [], untold: [], until: null } as const;

/** With what is known of its person at this moment, not when the dialog was opened. */
function answeredOf(session: Session, { id, fields }: EditableRecord<'interview'>): AnsweredInterview {
  const roster = session.roster.current();
  return {
    id: id as InterviewId,
    fields,
    status: roster.applications.get(fields.applicationId)?.status ?? 'new',
    messages: roster.messagesOf(fields.personId),
    interviews: roster.interviewsOf(fields.personId),
  };
}
