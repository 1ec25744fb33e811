import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/changes/change-set.js';
import { answerInterview, cancelInterview, type AnsweredInterview } from '../../../shared/domain/answer-interview.js';
import { foldStanding } from '../../../shared/domain/application-status.js';
import { planMeetingMove, type MeetingPlace, type MovableInterview } from '../../../shared/domain/move-interview.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { RecruiterIdSchema, type InterviewId } from '../../../shared/records/primitives.js';
import type { InterviewAnswer } from '../../../shared/records/interview.js';
import { changesTo, type EditableRecord } from '../../data/edit-record.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import type { Shown } from './shown.js';

/** What *Edit meeting invitation* asks for; null for what is to stay as it is. */
export interface MeetingEdit {
  readonly answer: InterviewAnswer | null;
  readonly place: MeetingPlace | null;
}

/** Saves what was entered about an interview, or cancels it; each one change that can be taken back. */
export function useMeeting(shown: Shown, record: EditableRecord<'interview'>, onDone: () => void) {
  const { t } = useTranslation();
  const session = useSession();
  const stamp = () => ({
    at: session.now(),
    by: RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId),
    newId: () => session.newId(),
  });
  const commit = async (action: string, changes: readonly Change[], text: string): Promise<void> => {
    const saved = await session.commit({ action, changes });
    if (saved.ok) showToast({ text, undo: () => session.undo(saved.value) });
    else if (saved.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    onDone();
  };
  return {
    save: ({ answer, place }: MeetingEdit) => {
      const move = place === null ? null : moveOf(place);
      const sequence = move?.moved[0]?.fields.sequence ?? record.fields.sequence;
      const answered = { ...answeredOf(shown, record), fields: { ...record.fields, sequence } };
      return commit(
        'edit-meeting-invitation',
        [
          ...(move?.moved.flatMap(({ fields }) => changesTo(record, { ...fields })) ?? []),
          ...(move?.changes ?? []),
          ...(answer === null ? [] : answerInterview(answered, answer, stamp())),
        ],
        t('interview.saved'),
      );
    },
    cancel: () =>
      commit(
        'cancel-interview',
        cancelInterview(answeredOf(shown, record), messages(), stamp()),
        t('interview.cancelled'),
      ),
  };

  /** The mails about it. */
  function messages() {
    const roster = session.roster.current();
    return roster.messagesOf(record.fields.personId).filter(({ interviewId }) => interviewId === record.id);
  }

  function moveOf(place: MeetingPlace) {
    const movable: MovableInterview = { id: record.id as InterviewId, fields: record.fields, messages: messages() };
    const { at, ...rest } = stamp();
    return planMeetingMove([movable], place, { tellAgain: false }, { now: at, ...rest, mail: () => null });
  }
}

function answeredOf({ dossier }: Shown, { id, fields }: EditableRecord<'interview'>): AnsweredInterview {
  const application = dossier.applications.find((one) => one.id === fields.applicationId);
  return { id: id as InterviewId, fields, status: foldStanding(application?.events ?? []).status };
}
