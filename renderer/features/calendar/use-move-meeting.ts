import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/changes/change-set.js';
import {
  planMeetingMove,
  wasTold,
  type MeetingMove,
  type MeetingPlace,
  type MovableInterview,
  type MoveContext,
} from '../../../shared/domain/move-interview.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { invariant } from '../../../shared/lib/assert.js';
import type { InterviewId, RecruiterId } from '../../../shared/records/primitives.js';
import { changesTo, type EditableRecord } from '../../data/edit-record.js';
import type { InterviewEntry } from '../../data/roster/calendar-entries.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { entryName } from './entry-name.js';
import { warningsIn } from './slot-notes.js';

/** The interviews of a meeting as they were seen, so that nobody's change is overwritten unseen. */
export type SeenMeeting = readonly EditableRecord<'interview'>[];

/** Reads the interviews of everybody in the meeting. One that is gone meanwhile is left out. */
export async function readMeeting(session: Session, { people }: InterviewEntry): Promise<SeenMeeting> {
  const records = await Promise.all(people.map(({ interviewId }) => session.edit('interview', interviewId)));
  return records.filter((record) => record !== null);
}

/** With what is known of the mails about them. */
export function movableOf(session: Session, meeting: SeenMeeting): readonly MovableInterview[] {
  const roster = session.roster.current();
  return meeting.map(({ id, fields }) => ({
    id: id as InterviewId,
    fields,
    messages: roster.messagesOf(fields.personId).filter(({ interviewId }) => interviewId === id),
  }));
}

/** Whether somebody has been told the time by mail: then the recruiter decides whether to tell the new one. */
export function isSomebodyTold(session: Session, meeting: SeenMeeting): boolean {
  return movableOf(session, meeting).some(wasTold);
}

/** Opens what writes the mails with the new time; the feature that knows mails gives it. */
export type OpenMail = () => Promise<MoveContext['mail']>;

/** Moves a meeting, says so and offers the way back. Answers whether it was saved. */
export function useMoveMeeting(openMail: OpenMail) {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  return async (
    entry: InterviewEntry,
    meeting: SeenMeeting,
    to: MeetingPlace,
    { tellAgain }: { readonly tellAgain: boolean },
  ): Promise<boolean> => {
    const by = session.preferences.current().recruiterId as RecruiterId | null;
    const hasMails = movableOf(session, meeting).some(({ messages }) => messages.length > 0);
    const mail = hasMails ? await openMail() : () => null;
    const planNow = (): MeetingMove => {
      const context = { now: session.now(), by, newId: () => session.newId(), mail };
      return planMeetingMove(movableOf(session, meeting), to, { tellAgain }, context);
    };
    let untold = 0;
    // Planned where nobody else can write: a mail that leaves at this moment is not taken for one that waits.
    const changes = (): readonly Change[] => {
      const plan = planNow();
      untold = plan.untold.length;
      return [...plan.moved.flatMap(({ id, fields }) => changesTo(seen(meeting, id), { ...fields })), ...plan.changes];
    };
    const saved = await session.commit({ action: 'move-interview', changes });
    if (!saved.ok) {
      if (saved.code !== 'commit/empty') showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return saved.code === 'commit/empty';
    }
    const name = entryName(entry);
    const words = [t('calendar.moved', { name, when: formats.dateTime(to.startsAt) })];
    const roster = session.roster.current();
    const warnings = warningsIn(roster, { id: entry.id, recruiterIds: entry.recruiterIds, ...to }, session.now());
    const others = warnings?.overlaps.filter(({ id }) => !id.startsWith(entry.meetingId)).map(entryName) ?? [];
    if (others.length > 0) words.push(t('calendar.movedOverlaps', { names: formats.list(others) }));
    if (warnings?.past === true) words.push(t('calendar.inThePast'));
    if (untold > 0) words.push(t('calendar.untold', { count: untold }));
    showToast({ text: words.join(' '), name, undo: () => session.undo(saved.value) });
    return true;
  };
}

function seen(meeting: SeenMeeting, id: InterviewId): EditableRecord<'interview'> {
  const record = meeting.find((one) => one.id === id);
  invariant(record !== undefined, 'what was planned was seen');
  return record;
}
