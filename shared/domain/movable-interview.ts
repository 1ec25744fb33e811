import type { Instant } from '../lib/time.js';
import type { Interview } from '../records/interview.js';
import type { MessageChannel } from '../records/message.js';
import type { InterviewId, MessageId, PersonId, RecruiterId } from '../records/primitives.js';
import type { InterviewPurpose } from './interview-mail.js';
import type { Delivery } from './message-state.js';
import type { PlannedMessage } from './progress-action.js';
import type { Told } from './told-of-interview.js';

/** Where and when a meeting is to be. */
export interface MeetingPlace {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly place: string;
}

/** What a move writes into the interview of each applicant. */
export type MovedFields = MeetingPlace & Pick<Interview, 'sequence'>;

/** One applicant's interview of the meeting, with the mails that told of it. */
export interface MovableInterview {
  readonly id: InterviewId;
  readonly fields: Interview;
  readonly messages: readonly InterviewMessage[];
}

export interface InterviewMessage extends Told, Pick<Delivery, 'attempt' | 'reason'> {
  readonly id: MessageId;
  readonly personId: PersonId;
  readonly channel: MessageChannel;
}

/** What writes about an interview at a time and place, frozen as it will be sent. */
export interface InterviewWriter {
  /** Null where none can be written. */
  mail(interview: MovableInterview, at: MovedFields, purpose: InterviewPurpose): PlannedMessage | null;
  /** The same reminder for another time; null where that leaves no day for it (C5), or it cannot be written. */
  reminder(interview: MovableInterview, at: MovedFields, earlier: InterviewMessage): PlannedReminder | null;
  /** What waits about the same time, in another zone of the organisation (C3); null where nothing can be written now. */
  readonly inZone: ((zone: string) => WriteInZone) | null;
}

/** Writes what waits about an interview as the clocks of another zone have it; null where it cannot be written. */
export type WriteInZone = (interview: MovableInterview, earlier: InterviewMessage) => PlannedMessage | null;

export interface PlannedReminder {
  readonly planned: PlannedMessage;
  /** Its 09:00 is past: it goes now (C4). */
  readonly atOnce: boolean;
}

export interface MoveContext {
  readonly now: Instant;
  readonly by: RecruiterId | null;
  newId(): string;
  readonly write: InterviewWriter;
}
