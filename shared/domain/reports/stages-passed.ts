import type { Instant } from '../../lib/time.js';
import type { RejectionStage } from '../../records/application.js';
import type { InterviewType } from '../../records/interview.js';
import type { InvitedAt } from '../invited-at.js';

/** What an application can pass on its way, in the order of the process (T2, T5). */
export const STAGES = ['received', 'initial', 'first', 'second', 'third', 'offered', 'hired'] as const;
export type Stage = (typeof STAGES)[number];

/** `ahead`: invited, and the interview is still to come. */
export interface StageMark {
  readonly state: 'passed' | 'ahead';
  /** Of the interview, the invitation, the offer, the hiring; null where only the rejection says that it was reached. */
  readonly at: Instant | null;
}

/** A stage that the application never came to is absent. */
export type StageMarks = Readonly<Partial<Record<Stage, StageMark>>>;

/** What is known of the way of an application. */
export interface StageFacts {
  readonly receivedAt: Instant;
  readonly invitedAt: InvitedAt;
  readonly rejectionStage: RejectionStage | null;
  readonly offeredAt: Instant | null;
  readonly hiredAt: Instant | null;
}

/** An interview of the application. */
export interface KnownMeeting {
  readonly type: InterviewType;
  readonly startsAt: Instant;
  readonly cancelled: boolean;
}

const INTERVIEWS = ['initial', 'first', 'second', 'third'] as const satisfies readonly InterviewType[];

/**
 * G-6, docs/adr/0028: the stages that an application passed. An interview is passed once it has begun; an invitation without
 * an interview in the calendar counts as held, as in `stageReached`. Whoever was rejected after an interview was at it (R57).
 */
export function stagesPassed(facts: StageFacts, meetings: readonly KnownMeeting[], now: Instant): StageMarks {
  const marks: Partial<Record<Stage, StageMark>> = { received: { state: 'passed', at: facts.receivedAt } };
  for (const type of INTERVIEWS) {
    const mark = interviewMark(type, facts, meetings, now);
    if (mark !== null) marks[type] = mark;
  }
  if (facts.offeredAt !== null) marks.offered = { state: 'passed', at: facts.offeredAt };
  if (facts.hiredAt !== null) marks.hired = { state: 'passed', at: facts.hiredAt };
  return marks;
}

function interviewMark(
  type: InterviewType,
  { invitedAt, rejectionStage }: StageFacts,
  meetings: readonly KnownMeeting[],
  now: Instant,
): StageMark | null {
  const all = meetings.filter((one) => one.type === type);
  const standing = all.filter(({ cancelled }) => !cancelled).map(({ startsAt }) => startsAt);
  const begun = standing.filter((at) => at <= now);
  if (begun.length > 0) return { state: 'passed', at: Math.max(...begun) };
  if (rejectionStage === type) return { state: 'passed', at: null };
  if (standing.length > 0) return { state: 'ahead', at: Math.min(...standing) };
  const invited = invitedAt[type];
  return all.length > 0 || invited === undefined ? null : { state: 'passed', at: invited };
}

/** How many passed a stage, and how many are on their way to it. */
export interface StageCount {
  readonly stage: Stage;
  readonly passed: number;
  readonly ahead: number;
}

/** Every application counts once at each stage it passed; the first holds them all. */
export function countStages(all: Iterable<StageMarks>): readonly StageCount[] {
  const marks = [...all];
  const at = (stage: Stage, state: StageMark['state']): number =>
    marks.filter((one) => one[stage]?.state === state).length;
  return STAGES.map((stage) => ({ stage, passed: at(stage, 'passed'), ahead: at(stage, 'ahead') }));
}
