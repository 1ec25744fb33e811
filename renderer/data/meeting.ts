import type { Change } from '../../shared/changes/change-set.js';
import type { WriteAction } from '../../shared/domain/refuse-write.js';
import { mustBeToldOff, planMeetingCancellation } from '../../shared/domain/cancel-interview.js';
import type {
  InterviewWriter,
  MeetingPlace,
  MovableInterview,
  MoveContext,
} from '../../shared/domain/movable-interview.js';
import { planMeetingMove, type MeetingMove } from '../../shared/domain/move-interview.js';
import { lastInvitation, wasTold } from '../../shared/domain/told-of-interview.js';
import type { EarlierInvitation } from '../../shared/domain/write-interview-mail.js';
import type { EarlierReminder } from '../../shared/domain/write-reminder-again.js';
import { invariant } from '../../shared/lib/assert.js';
import type { Instant } from '../../shared/lib/time.js';
import { RecruiterIdSchema, type InterviewId, type MessageId, type PersonId } from '../../shared/records/primitives.js';
import type { CommitResult, Saved } from './commit.js';
import { changesTo, type EditableRecord } from './edit-record.js';
import type { Session } from './session.js';

/** The interviews of a meeting as they were seen, so that nobody's change is overwritten unseen. */
export type SeenMeeting = readonly EditableRecord<'interview'>[];

/** Opens what writes the mails about an interview, given what was written before; the feature that knows mails gives it. */
export type OpenMail = (earlier: ReadonlyMap<MessageId, EarlierMessage>) => Promise<InterviewWriter>;

/** A message about an interview, as what is written next begins with it. */
export type EarlierMessage = EarlierInvitation & EarlierReminder;

/** What was done with a meeting, whose mail is another one now, and who must be told of it by phone. */
export interface MeetingDone {
  readonly result: CommitResult;
  readonly exchanged: readonly PersonId[];
  readonly untold: readonly PersonId[];
  /** C5: whose reminder is no longer possible. */
  readonly unreminded: readonly PersonId[];
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

/** Whether something was ever written about it, sent or not: it may name who attends. */
export function isWrittenAbout(session: Session, meeting: SeenMeeting): boolean {
  return movableOf(session, meeting).some(({ messages }) => messages.length > 0);
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
export function newsOfMove(session: Session, meeting: SeenMeeting, { to, ...wish }: MoveWish, mail: InterviewWriter) {
  const plan = planMeetingMove(movableOf(session, meeting), to, wish, contextOf(session, mail));
  const { messages, exchanged, untold } = plan;
  return { messages, exchanged, untold };
}

/** The same for a cancellation, with who cannot be written to. */
export function newsOfCancellation(session: Session, meeting: SeenMeeting, mail: InterviewWriter) {
  const { messages, untold } = planMeetingCancellation(
    movableOf(session, meeting),
    { tell: true },
    contextOf(session, mail),
  );
  return { messages, untold };
}

/**
 * Moves a meeting with everybody in it. `also` are changes that belong to it, given the sequence that each interview gets.
 */
export async function moveMeeting(
  session: Session,
  meeting: SeenMeeting,
  { to, ...wish }: MoveWish,
  openMail: OpenMail,
  {
    action,
    also,
    mayGo = () => true,
  }: {
    readonly action: WriteAction;
    readonly also?: (sequenceOf: (id: string) => number | null) => readonly Change[];
    /** Asked where nobody else can write; where it may not, nothing is written. */
    readonly mayGo?: () => boolean;
  },
): Promise<MeetingDone> {
  const mail = await mailFor(session, meeting, openMail);
  let done: Omit<MeetingDone, 'result'> = NOT_YET;
  // Planned where nobody else can write: a mail that leaves at this moment is not taken for one that waits.
  const changes = (): readonly Change[] => {
    if (!mayGo()) return [];
    const plan = planMeetingMove(movableOf(session, meeting), to, wish, contextOf(session, mail));
    done = { ...doneWith(plan), exchanged: plan.exchanged, unreminded: plan.unreminded };
    return [
      ...plan.moved.flatMap(({ id, fields }) =>
        changesTo(seen(meeting, id), { ...fields, ...leavingGroup(session, meeting, id) }),
      ),
      ...plan.changes,
      ...(also?.((id) => plan.moved.find((one) => one.id === id)?.fields.sequence ?? null) ?? []),
    ];
  };
  const result = await session.commit({ action, changes });
  return { result, ...done };
}

/** Whoever is moved and leaves others behind is no longer of their group: its places are not those of another time. */
function leavingGroup(session: Session, meeting: SeenMeeting, id: InterviewId): { readonly places?: null } {
  const { meetingId, startsAt, places } = seen(meeting, id).fields;
  const staying = [...session.roster.current().interviews.values()].some(
    (one) =>
      one.meetingId === meetingId &&
      one.startsAt === startsAt &&
      !one.cancelled &&
      meeting.every((moving) => moving.id !== one.id),
  );
  return staying && places !== null ? { places: null } : {};
}

/** Cancels a meeting for everybody in it. */
export async function cancelMeeting(
  session: Session,
  meeting: SeenMeeting,
  wish: { readonly tell: boolean },
  openMail: OpenMail,
  /** Asked where nobody else can write: whether it is still the meeting that was looked at. */
  mayGo: () => boolean,
): Promise<MeetingDone | 'stale'> {
  const mail = await mailFor(session, meeting, openMail);
  let done: Omit<MeetingDone, 'result'> = NOT_YET;
  const asked = { stale: false };
  const changes = (): readonly Change[] => {
    asked.stale = !mayGo();
    if (asked.stale) return [];
    const plan = planMeetingCancellation(movableOf(session, meeting), wish, contextOf(session, mail));
    done = doneWith(plan);
    return plan.changes;
  };
  const result = await session.commit({ action: 'cancel-interview', changes });
  return asked.stale ? 'stale' : { result, ...done };
}

const NOT_YET: Omit<MeetingDone, 'result'> = { exchanged: [], untold: [], unreminded: [], until: null };

/** The mails of one change are all held for the same time. */
function doneWith({ messages, untold }: Pick<MeetingMove, 'messages' | 'untold'>): Omit<MeetingDone, 'result'> {
  return { ...NOT_YET, untold, until: messages[0]?.message.holdUntil ?? null };
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
export async function mailFor(session: Session, meeting: SeenMeeting, openMail: OpenMail): Promise<InterviewWriter> {
  const movable = movableOf(session, meeting);
  if (movable.every(({ messages }) => messages.length === 0)) return WRITES_NOTHING;
  const toWriteAgain = movable.flatMap(({ messages }) => [
    ...[lastInvitation(messages)].filter((last) => last !== null),
    ...messages.filter(({ purpose }) => purpose === 'reminder'),
  ]);
  const earlier = new Map<MessageId, EarlierMessage>();
  for (const { id } of toWriteAgain) {
    const stored = await session.message(id);
    if (stored !== null) earlier.set(id, stored.fields);
  }
  return await openMail(earlier);
}

const WRITES_NOTHING: InterviewWriter = { mail: () => null, reminder: () => null, inZone: null };

function contextOf(session: Session, mail: InterviewWriter): MoveContext {
  const by = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
  return { now: session.now(), by, newId: () => session.newId(), write: mail };
}

function seen(meeting: SeenMeeting, id: InterviewId): EditableRecord<'interview'> {
  const record = meeting.find((one) => one.id === id);
  invariant(record !== undefined, 'what was planned was seen');
  return record;
}
