import type { Instant } from '../lib/time.js';
import type { GivenAnswer } from '../records/interview.js';
import type { InterviewId } from '../records/primitives.js';
import { tokensIn, type CandidateAnswer } from './answer-token.js';

/** What a mail, a calendar program or a page says, before anybody has asked whether it counts. */
export type SaidAnswer = TokenAnswer | CalendarAnswer | PageAnswer;

/** Tokens of one interview; more than one where somebody quotes the invitation with all its links. */
export interface TokenAnswer {
  readonly way: 'mail';
  readonly tokens: readonly string[];
  /** When the mail was written; null for a text without a date. */
  readonly at: Instant | null;
}

/** An iTIP message of an attendee (RFC 5546 3.2.3 REPLY, 3.2.7 COUNTER). It is not signed. */
export interface CalendarAnswer {
  readonly way: 'calendar';
  readonly uid: string;
  readonly sequence: number;
  readonly attendees: readonly {
    /** Lower case, without `mailto:`. */
    readonly address: string;
    /** Null: no decision yet, or left to somebody else. */
    readonly answer: CandidateAnswer | null;
  }[];
  /** DTSTAMP. */
  readonly at: Instant | null;
  readonly proposed: GivenAnswer['proposed'];
}

/** Said on the server's page, by whoever has the link of a mail that told this version of the interview. */
export interface PageAnswer {
  readonly way: 'page';
  readonly interviewId: InterviewId;
  readonly sequence: number;
  readonly answer: CandidateAnswer;
  readonly wish: string;
  /** It is said now. */
  readonly at: null;
}

/**
 * The answers in a text, one for each interview that a token in it names. What is quoted counts only where nothing else is
 * there, and the links of an invitation not at all.
 */
export function saidInText(text: string, at: Instant | null): readonly TokenAnswer[] {
  const withoutLinks = text.replace(/mailto:[^\s"'<>]+/gi, ' ');
  const written = tokensIn(withoutLinks.replace(/^[ \t]*>.*$/gm, ''));
  const byInterview = new Map<string, string[]>();
  for (const { interviewId, token } of written.length > 0 ? written : tokensIn(withoutLinks)) {
    byInterview.set(interviewId, [...(byInterview.get(interviewId) ?? []), token]);
  }
  return [...byInterview.values()].map((tokens) => ({ way: 'mail', tokens, at }));
}

const PARTSTATS: ReadonlyMap<string, CandidateAnswer> = new Map([
  ['ACCEPTED', 'accepted'],
  ['DECLINED', 'not-accepted'],
  ['TENTATIVE', 'new-time'],
]);

/** PARTSTAT of a reply (RFC 5545 3.2.12) as one of the four answers; nobody withdraws by calendar. */
export function answerOfPartstat(partstat: string): CandidateAnswer | null {
  return PARTSTATS.get(partstat.toUpperCase()) ?? null;
}
