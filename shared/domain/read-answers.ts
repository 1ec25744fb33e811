import type { Change } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { ApplicationStatus } from '../records/application.js';
import type { GivenAnswer } from '../records/interview.js';
import type { ApplicationId, InterviewId } from '../records/primitives.js';
import { answerChange, endedByAnswer, endWith, givenAnswer } from './answer-interview.js';
import type { Ended } from './end-application.js';
import { isEnding } from './ending-statuses.js';
import { standingAnswer } from './interview-answers.js';
import {
  judgeAnswer,
  type AnswerableInterview,
  type JudgeFacts,
  type Refused,
  type TakenAnswer,
} from './judge-answer.js';
import type { SaidAnswer } from './said-answer.js';
import type { StatusStamp } from './status-event.js';

/** What becomes of an answer that was read. */
export type AnswerOutcome = Outcome<'refused', Refused> | Outcome<'taken', TakenAnswer & Taken>;
type Outcome<Kind extends string, Of> = { readonly kind: Kind } & Of;

interface Taken {
  /** It is kept, and another one counts. */
  readonly superseded: boolean;
  /** C18: the status that the application has ended with; null while it goes on. */
  readonly endedAs: ApplicationStatus | null;
  /** R90: what ends with a withdrawal. */
  readonly ended: Ended | null;
}

export interface AnswersPlan {
  /** Of each answer, in the order in which they were given to this function. */
  readonly outcomes: readonly AnswerOutcome[];
  /** One change set. */
  readonly changes: readonly Change[];
}

/**
 * Reads answers into the interviews that they speak of (R86–R90). They are taken in the order in which they were written, so that it does
 * not matter in which they are read; those without a date were written now.
 */
export function planAnswers(said: readonly SaidAnswer[], facts: JudgeFacts, stamp: StatusStamp): AnswersPlan {
  const known = new KnownSince(facts);
  const outcomes = new Map<SaidAnswer, Refused | TakenHere>();
  const changes: Change[] = [];
  for (const one of [...said].sort((a, b) => timeOf(a, stamp.at) - timeOf(b, stamp.at))) {
    const judged = judgeAnswer(one, known);
    if ('reason' in judged) {
      outcomes.set(one, judged);
      continue;
    }
    const { interview } = judged;
    const given = givenAnswer(interview, howGiven(judged), stamp);
    const standing = standingAnswer(interview.fields, [...interview.answers, given]);
    // C18: of a withdrawal that the recruiter has heard the contrary of since, nothing ends.
    const isOut = given.answer === 'withdrawn' && standing?.answer === 'withdrawn';
    const ended = isOut ? endedByAnswer(interview, 'withdrawn', facts.now) : null;
    changes.push(answerChange(interview, given), ...endWith(interview, ended, stamp));
    known.note(interview, given, ended);
    const endedAs = isEnding(interview.status) ? interview.status : null;
    outcomes.set(one, { ...judged, given, endedAs, ended });
  }
  return { outcomes: said.flatMap((one) => outcomeOf(outcomes.get(one), known) ?? []), changes };
}

type TakenHere = TakenAnswer & Omit<Taken, 'superseded'> & { readonly given: GivenAnswer };

/** What counts is known after all of them. */
function outcomeOf(outcome: Refused | TakenHere | undefined, known: KnownSince): AnswerOutcome | null {
  if (outcome === undefined) return null;
  if ('reason' in outcome) return { kind: 'refused', ...outcome };
  const { given, ...taken } = outcome;
  return { kind: 'taken', ...taken, superseded: known.standing(taken.interview) !== given };
}

function timeOf({ at }: SaidAnswer, now: Instant): Instant {
  return at ?? now;
}

function howGiven({ answer, via, givenAt, proposed, wish }: TakenAnswer) {
  return { answer, via, givenAt, proposed, wish };
}

/** What is known, with what the answers before said: two mails of one person may lie in one heap. */
class KnownSince implements JudgeFacts {
  readonly now: JudgeFacts['now'];
  readonly sign: JudgeFacts['sign'];
  readonly #facts: JudgeFacts;
  readonly #answers = new Map<InterviewId, readonly GivenAnswer[]>();
  readonly #withdrawn = new Set<ApplicationId>();
  readonly #cancelled = new Set<InterviewId>();

  constructor(facts: JudgeFacts) {
    this.#facts = facts;
    this.now = facts.now;
    this.sign = facts.sign;
  }

  readonly find = (id: InterviewId): AnswerableInterview | null => {
    const found = this.#facts.find(id);
    if (found === null) return null;
    const status = this.#withdrawn.has(found.fields.applicationId) ? 'withdrawn' : found.status;
    const cancelled = found.cancelled || this.#cancelled.has(id);
    return { ...found, status, cancelled, answers: this.#answers.get(id) ?? found.answers };
  };

  standing({ id, fields, answers }: AnswerableInterview): GivenAnswer | null {
    return standingAnswer(fields, this.#answers.get(id) ?? answers);
  }

  note({ id, fields, answers }: AnswerableInterview, given: GivenAnswer, ended: Ended | null): void {
    this.#answers.set(id, [...answers, given]);
    if (ended === null) return;
    this.#withdrawn.add(fields.applicationId);
    for (const { id: cancelled } of ended.cancelled) this.#cancelled.add(cancelled);
  }
}
