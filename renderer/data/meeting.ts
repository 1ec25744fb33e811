import type { Change } from '../../shared/changes/change-set.js';
import type { WriteAction } from '../../shared/domain/refuse-write.js';
import { mustBeToldOff, planMeetingCancellation } from '../../shared/domain/cancel-interview.js';
import {
  planMeetingMove,
  type MeetingMove,
  type MeetingPlace,
  type MovableInterview,
  type MoveContext,
  type WriteMail,
} from '../../shared/domain/move-interview.js';
import { lastInvitation, wasTold } from '../../shared/domain/told-of-interview.js';
import type { EarlierInvitation } from '../../shared/domain/write-interview-mail.js';
import { invariant } from '../../shared/lib/assert.js';
import type { Instant } from '../../shared/lib/time.js';
import { RecruiterIdSchema, type InterviewId, type MessageId, type PersonId } from '../../shared/records/primitives.js';
import type { CommitResult, Saved } from './commit.js';
import { changesTo, type EditableRecord } from './edit-record.js';
import type { Session } from './session.js';

/** The interviews of a meeting as they were seen, so that nobody's change is overwritten unseen. */
export type SeenMeeting = readonly EditableRecord<'interview'>[];

/** Opens what writes the mails about an interview, given what was written before; the feature that knows mails gives it. */
export type OpenMail = (earlier: ReadonlyMap<MessageId, EarlierInvitation>) => Promise<WriteMail>;

/** What was done with a meeting, whose mail is another one now, and who must be told of it by phone. */
export interface MeetingDone {
  readonly result: CommitResult;
  readonly exchanged: readonly PersonId[];
  readonly untold: readonly PersonId[];
  /** When its mails leave, and with them the way back; null where nothing goes. */
  readonly until: Instant | null;
}

/**
 * Takes back what was done with a meeting, all of it or nothing: where a mail has left that tells of the change, a calendar
 * that goes back would say something else than what the applicant was told.
 */
export async function undoMeeting(session: Session, saved: Saved): ReturnType<Session['undo']> {
  return await session.undo(saved, 'all-or-nothing');
}

/** Reads the interviews of everybody in a meeting. One that is gone meanwhile is left out. */
export async function readMeeting(session: Session, ids: readonly InterviewId[]): Promise<SeenMeeting> {
  const records = await Promise.all(ids.map((id) => session.edit('interview', id)));
  return records.filter((record) => record !== null);
}

/** Whether somebody has been told the time by mail: then the recruiter decides whether to tell the new one. */
export function isSomebodyTold(session: Session, meeting: SeenMeeting): boolean {
  return movableOf(session, meeting).some(wasTold);
}

/** Who has been told of a meeting that is still to come: then its cancellation is looked at before it goes. */
export function toBeToldOff(session: Session, meeting: SeenMeeting): readonly PersonId[] {
  const told = movableOf(session, meeting).filter((one) => mustBeToldOff(one, session.now()));
  return told.map(({ fields }) => fields.personId);
}

export interface MoveWish {
  readonly to: MeetingPlace;
  /** Whether those hear of it who were told the earlier time. */
  readonly tellAgain: boolean;
}

/** The mails that a move would queue, to be looked at, whom they reach instead of another one, and whom none reaches. */
export function newsOfMove(session: Session, meeting: SeenMeeting, { to, ...wish }: MoveWish, mail: WriteMail) {
  const plan = planMeetingMove(movableOf(session, meeting), to, wish, contextOf(session, mail));
  const { messages, exchanged, untold } = plan;
  return { messages, exchanged, untold };
}

/** The same for a cancellation, with who cannot be written to. */
export function newsOfCancellation(session: Session, meeting: SeenMeeting, mail: WriteMail) {
  const { messages, untold } = planMeetingCancellation(
    movableOf(session, meeting),
    { tell: true },
    contextOf(session, mail),
  );
  return { messages, untold };
}

/**
 * Moves a meeting with everybody in it. `also` are changes that belong to it, given the sequence that it gets.
 */
export async function moveMeeting(
  session: Session,
  meeting: SeenMeeting,
  { to, ...wish }: MoveWish,
  openMail: OpenMail,
  { action, also }: { readonly action: WriteAction; readonly also?: (sequence: number | null) => readonly Change[] },
): Promise<MeetingDone> {
  const mail = await mailFor(session, meeting, openMail);
  let done: Omit<MeetingDone, 'result'> = NOT_YET;
  // Planned where nobody else can write: a mail that leaves at this moment is not taken for one that waits.
  const changes = (): readonly Change[] => {
    const plan = planMeetingMove(movableOf(session, meeting), to, wish, contextOf(session, mail));
    done = { ...doneWith(plan), exchanged: plan.exchanged };
    return [
      ...plan.moved.flatMap(({ id, fields }) => changesTo(seen(meeting, id), { ...fields })),
      ...plan.changes,
      ...(also?.(plan.moved[0]?.fields.sequence ?? null) ?? []),
    ];
  };
  const result = await session.commit({ action, changes });
  return { result, ...done };
}

/** Cancels a meeting for everybody in it. */
export async function cancelMeeting(
  session: Session,
  meeting: SeenMeeting,
  wish: { readonly tell: boolean },
  openMail: OpenMail,
): Promise<MeetingDone> {
  const mail = await mailFor(session, meeting, openMail);
  let done: Omit<MeetingDone, 'result'> = NOT_YET;
  const changes = (): readonly Change[] => {
    const plan = planMeetingCancellation(movableOf(session, meeting), wish, contextOf(session, mail));
    done = doneWith(plan);
    return plan.changes;
  };
  const result = await session.commit({ action: 'cancel-interview', changes });
  return { result, ...done };
}

const NOT_YET: Omit<MeetingDone, 'result'> = { exchanged: [], untold: [], until: null };

/** The mails of one change are all held for the same time. */
function doneWith({ messages, untold }: Pick<MeetingMove, 'messages' | 'untold'>): Omit<MeetingDone, 'result'> {
  return { exchanged: [], untold, until: messages[0]?.message.holdUntil ?? null };
}

/** With what is known of the mails about them. */
function movableOf(session: Session, meeting: SeenMeeting): readonly MovableInterview[] {
  const roster = session.roster.current();
  return meeting.map(({ id, fields }) => ({
    id: id as InterviewId,
    fields,
    messages: roster
      .messagesOf(fields.personId)
      .filter(({ interviewId }) => interviewId === id)
      .map((message) => ({ ...message, personId: fields.personId })),
  }));
}

/** What writes the mails of a meeting. Where nobody was ever written to there are none, and the host need not be asked. */
export async function mailFor(session: Session, meeting: SeenMeeting, openMail: OpenMail): Promise<WriteMail> {
  const movable = movableOf(session, meeting);
  if (movable.every(({ messages }) => messages.length === 0)) return () => null;
  const invitations = movable.flatMap(({ messages }) => lastInvitation(messages) ?? []);
  const earlier = new Map<MessageId, EarlierInvitation>();
  for (const { id } of invitations) {
    const stored = await session.message(id);
    if (stored !== null) earlier.set(id, stored.fields);
  }
  return await openMail(earlier);
}

function contextOf(session: Session, mail: WriteMail): MoveContext {
  const by = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
  return { now: session.now(), by, newId: () => session.newId(), mail };
}

function seen(meeting: SeenMeeting, id: InterviewId): EditableRecord<'interview'> {
  const record = meeting.find((one) => one.id === id);
  invariant(record !== undefined, 'what was planned was seen');
  return record;
}
