import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/changes/change-set.js';
import { answerInterview, endedByAnswer, type AnsweredInterview } from '../../../shared/domain/answer-interview.js';
import type { Ended } from '../../../shared/domain/end-application.js';
import { leavesSomebodyOut } from '../../../shared/domain/group-places.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { Translate } from '../../../shared/i18n/translate.js';
import type { Interview, InterviewAnswer, InterviewEvent } from '../../../shared/records/interview.js';
import { RecruiterIdSchema, type InterviewId } from '../../../shared/records/primitives.js';
import { changesTo, type EditableRecord } from '../../data/edit-record.js';
import {
  cancelMeeting,
  isWrittenAbout,
  moveMeeting,
  undoMeeting,
  type MeetingDone,
  type MoveWish,
  type SeenMeeting,
} from '../../data/meeting.js';
import { recruiterNames } from '../../data/roster/recruiter-names.js';
import type { Session } from '../../data/session.js';
import { useOpenMail } from '../../data/use-interview-mail.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useMovedWords } from '../../ui/use-moved-words.js';
import { useToldWords } from '../../ui/use-told-words.js';
import type { NewAnswers, OpenedMeeting } from './opened-meeting.js';
import { placesNow } from './use-group.js';
import { useNamesIn } from './use-names-in.js';

/** What *Edit meeting invitation* asks for. */
export interface MeetingEdit {
  readonly answers: NewAnswers;
  /** Null where it stays where it is. */
  readonly move: MoveWish | null;
  /** What else is to be different, in everybody's record. */
  readonly details: Partial<Pick<Interview, 'kind' | 'recruiterIds' | 'places'>>;
}

const ACTION = 'edit-meeting-invitation';

/** Saves what was entered about a meeting, or cancels it; each one change that can be taken back. True: it is done. */
export function useEditMeeting({ meeting, stands }: Pick<OpenedMeeting, 'meeting' | 'stands'>) {
  const { t } = useTranslation();
  const session = useSession();
  const openMail = useOpenMail();
  const movedWords = useMovedWords();
  const toldWords = useToldWords();
  const namesOf = useNamesIn();
  const name = namesOf(meeting.map(({ fields }) => fields.personId)).join(', ');
  const tell = (done: MeetingDone, words: string): boolean => {
    const { result, until } = done;
    const text = [words, ...toldWords(done)].join(' ');
    if (result.ok) showToast({ text, name, undo: () => undoMeeting(session, result.value), until });
    else if (result.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[result.code]), tone: 'problem' });
      return false;
    }
    return true;
  };
  const tellRefused = (text: string): false => {
    showToast({ text, tone: 'problem' });
    return false;
  };
  return {
    /** What ends with an answer, to be seen before it is saved; null where nothing does. */
    endedBy: (record: EditableRecord<'interview'>, answer: InterviewAnswer): Ended | null =>
      endedByAnswer(answeredOf(session, record), answer, session.now()),
    save: async (edit: MeetingEdit): Promise<boolean> => {
      const { answers, move, details } = edit;
      const changes = (sequenceOf: (id: string) => number | null) =>
        editChanges(session, meeting, { answers, details }, sequenceOf);
      const refused: { words: string | null } = { words: null };
      const mayGo = (): boolean => {
        refused.words = stands.isAsRead() ? tooFewWords(t, session, meeting, edit) : t('errors.commitStale');
        return refused.words === null;
      };
      const { recruiterIds } = details;
      const recruiters = recruiterIds === undefined ? null : recruiterNames(session.roster.current(), recruiterIds);
      // Neither an answer that was given nor a mail that is written is worth less for another recruiter: both stay.
      const named = recruiters !== null && isWrittenAbout(session, meeting) ? [t('calendar.mailNames')] : [];
      if (move === null) {
        const result = await session.commit({ action: ACTION, changes: () => (mayGo() ? changes(() => null) : []) });
        if (refused.words !== null) return tellRefused(refused.words);
        return tell({ result, ...NOBODY_TOLD }, [`${t('interview.saved')}.`, ...named].join(' '));
      }
      const done = await moveMeeting(session, meeting, move, openMail, { action: ACTION, also: changes, mayGo });
      if (refused.words !== null) return tellRefused(refused.words);
      const before = meeting[0]?.fields ?? move.to;
      const moved = movedWords(name, before, { to: move.to, recruiters }, session.now());
      return tell(done, [moved, ...named].join(' '));
    },
    cancel: async (wish: { readonly tell: boolean }): Promise<boolean> => {
      const done = await cancelMeeting(session, meeting, wish, openMail, () => stands.isAsRead());
      return done === 'stale'
        ? tellRefused(t('errors.commitStale'))
        : tell(done, t('calendar.interviewCancelled', { name }));
    },
  };
}

const NOBODY_TOLD = { exchanged: [], untold: [], unreminded: [], until: null } as const;

/** Asked where nobody else can write: the last place may have gone since the form was looked at. Null where all have one. */
function tooFewWords(
  t: Translate,
  session: Session,
  meeting: SeenMeeting,
  { answers, details }: Pick<MeetingEdit, 'answers' | 'details'>,
): string | null {
  const places = placesNow(session.roster.current(), meeting, { answers, places: details.places });
  if (places === null || !leavesSomebodyOut(places.before, places.after)) return null;
  return t('interview.placesFew', { count: places.after.taken });
}

/** Given with a new time, an answer is to that one. */
function editChanges(
  session: Session,
  meeting: SeenMeeting,
  { answers, details }: Pick<MeetingEdit, 'answers' | 'details'>,
  sequenceOf: (id: string) => number | null,
): readonly Change[] {
  return meeting.flatMap((record) => [
    ...changesTo(record, { ...details }),
    ...placesChanged(session, record, details.places),
    ...answered(session, record, answers.get(record.id), sequenceOf(record.id)),
  ]);
}

/** What the activities tell of it. */
function placesChanged(
  session: Session,
  { id, dossier, fields }: EditableRecord<'interview'>,
  places: number | null | undefined,
): readonly Change[] {
  if (places === undefined || places === fields.places) return [];
  const by = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
  const event: InterviewEvent = {
    id: session.newId(),
    type: 'places',
    at: session.now(),
    by,
    from: fields.places,
    to: places,
  };
  return [{ kind: 'event', table: 'interview', id, dossier, event }];
}

function answered(
  session: Session,
  record: EditableRecord<'interview'>,
  answer: InterviewAnswer | undefined,
  sequence: number | null,
): readonly Change[] {
  if (answer === undefined) return [];
  const by = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
  const interview = answeredOf(session, record);
  const fields = { ...interview.fields, sequence: sequence ?? interview.fields.sequence };
  return answerInterview({ ...interview, fields }, answer, { at: session.now(), by, newId: () => session.newId() });
}

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
