import { failure, success, type Result } from '../lib/result.js';
import { DAY, MINUTE, type Instant } from '../lib/time.js';
import type { GivenAnswer, Interview } from '../records/interview.js';
import type { InterviewId } from '../records/primitives.js';
import type { AnsweredInterview, HowGiven } from './answer-interview.js';
import { isGenuine, tokensIn, type AnswerClaim, type CandidateAnswer, type Sign } from './answer-token.js';
import { isEnding } from './ending-statuses.js';
import { standingAnswer } from './interview-answers.js';
import type { CalendarAnswer, PageAnswer, SaidAnswer, TokenAnswer } from './said-answer.js';

/** Why an answer is not taken; all but the first can name the interview that they speak of. */
export type AnswerRefusal =
  /** An interview that is not here. */
  | 'answer/foreign'
  /** Signed by somebody else than the invitation. */
  | 'answer/forged'
  /** All links of the invitation: nobody can say which was meant. */
  | 'answer/several'
  /** From somebody else than who was invited. */
  | 'answer/other-attendee'
  | 'answer/no-decision'
  /** To a date, time or place that was changed since (C31). */
  | 'answer/stale'
  /** The interview is past. */
  | 'answer/expired'
  /** It was read before. */
  | 'answer/repeated'
  /** The recruiter has called the interview off. */
  | 'answer/cancelled';

/** An interview as it stands, with what decides whether an answer to it counts. */
export interface AnswerableInterview extends AnsweredInterview {
  readonly fields: Interview;
  readonly cancelled: boolean;
  /** In the order of their stamps. */
  readonly answers: readonly GivenAnswer[];
  /** Lower case: the addresses that mails with its time went to. */
  readonly invited: readonly string[];
}

/** An answer that counts, as it goes into the history. */
export interface TakenAnswer extends HowGiven {
  readonly interview: AnswerableInterview;
  readonly answer: CandidateAnswer;
}

export interface JudgeFacts {
  readonly now: Instant;
  readonly sign: Sign;
  readonly find: (id: InterviewId) => AnswerableInterview | null;
}

export interface Refused {
  readonly reason: AnswerRefusal;
  /** Of which interview it speaks, where that is here. */
  readonly interview: AnswerableInterview | null;
  readonly answer: CandidateAnswer | null;
}

/** Whether an answer counts (C18), or why not. */
export function judgeAnswer(said: SaidAnswer, facts: JudgeFacts): TakenAnswer | Refused {
  const claimed = claimOf(said, facts);
  if ('reason' in claimed) return claimed;
  const { interview, claim } = claimed;
  const counts = refuse(said, claimed, facts.now);
  if (!counts.ok) return { reason: counts.code, interview, answer: claim.answer };
  const proposed = said.way === 'calendar' ? said.proposed : null;
  const wish = said.way === 'page' ? said.wish : '';
  return { interview, answer: claim.answer, via: said.way, givenAt: said.at, proposed, wish };
}

/** Until when an answer to an interview is taken on the page; it can be changed as long. */
export function replyUntil({ startsAt }: Pick<Interview, 'startsAt'>): Instant {
  return startsAt + DAY;
}

interface Claimed {
  readonly interview: AnswerableInterview;
  readonly claim: Pick<AnswerClaim, 'sequence' | 'answer'>;
}

function claimOf(said: SaidAnswer, facts: JudgeFacts): Claimed | Refused {
  if (said.way === 'mail') return claimOfToken(said, facts);
  return said.way === 'calendar' ? claimOfCalendar(said, facts) : claimOfPage(said, facts);
}

const FOREIGN: Refused = { reason: 'answer/foreign', interview: null, answer: null };

function claimOfToken({ tokens }: TokenAnswer, { find, sign }: JudgeFacts): Claimed | Refused {
  const [token, ...others] = tokens.flatMap((text) => tokensIn(text));
  const interview = token === undefined ? null : find(token.interviewId);
  if (token === undefined || interview === null) return FOREIGN;
  if (others.length > 0) return { reason: 'answer/several', interview, answer: null };
  if (!isGenuine(token, interview.fields, sign)) return { reason: 'answer/forged', interview, answer: token.answer };
  return { interview, claim: token };
}

const UID = /^([0-9a-f]{32})@fairdesk$/i;

/** It bears no signature: it counts for the invited address alone, and for nothing but what calendars can say. */
function claimOfCalendar({ uid, sequence, attendees }: CalendarAnswer, { find }: JudgeFacts): Claimed | Refused {
  const id = UID.exec(uid.trim())?.[1]?.toLowerCase();
  const interview = id === undefined ? null : find(id as InterviewId);
  if (interview === null) return FOREIGN;
  const invited = attendees.find(({ address }) => interview.invited.includes(address));
  if (invited === undefined) return { reason: 'answer/other-attendee', interview, answer: null };
  const { answer } = invited;
  if (answer === null) return { reason: 'answer/no-decision', interview, answer };
  return { interview, claim: { sequence, answer } };
}

/** Whoever brings it has found the interview by the token of its link. */
function claimOfPage({ interviewId, sequence, answer }: PageAnswer, { find }: JudgeFacts): Claimed | Refused {
  const interview = find(interviewId);
  return interview === null ? FOREIGN : { interview, claim: { sequence, answer } };
}

function refuse(said: SaidAnswer, { interview, claim }: Claimed, now: Instant): Result<null, AnswerRefusal> {
  const { fields } = interview;
  if (claim.sequence !== fields.sequence) return failure('answer/stale');
  const until = said.way === 'page' ? replyUntil(fields) : fields.startsAt + fields.minutes * MINUTE;
  if (until <= now) return failure('answer/expired');
  if (isRepeated(said, interview, claim.answer)) return failure('answer/repeated');
  return isCalledOff(interview) ? failure('answer/cancelled') : success(null);
}

/** Of what ended with the application the answer is kept, as the recruiter has not said that nobody need come. */
function isCalledOff({ cancelled, status }: AnswerableInterview): boolean {
  return cancelled && !isEnding(status);
}

/** Whether the page behind a link answers still, which told this version of the interview (C18, C31). */
export function isPageOpen(interview: AnswerableInterview, sequence: number, now: Instant): boolean {
  return sequence === interview.fields.sequence && now < replyUntil(interview.fields) && !isCalledOff(interview);
}

/** A text without a date cannot be newer than what was read already: else the first answer could be brought back. */
function isRepeated(said: SaidAnswer, { fields, answers }: AnswerableInterview, answer: CandidateAnswer): boolean {
  const { at } = said;
  const ofThisTime = answers.filter((given) => given.sequence === fields.sequence);
  if (said.way === 'page') return isSaidAgain(said, ofThisTime.at(-1));
  const standing = standingAnswer(fields, answers);
  return ofThisTime
    .filter((given) => given.answer === answer)
    .some((given) => (at === null ? given.via !== 'recruiter' || given === standing : given.givenAt === at));
}

/** A form that was sent twice; whoever changes their mind and comes back to what they said first has said something new. */
function isSaidAgain({ answer, wish }: PageAnswer, last: GivenAnswer | undefined): boolean {
  return last?.via === 'page' && last.answer === answer && last.wish === wish;
}
