import type { Interview, InterviewAnswer } from '../records/interview.js';
import type { InterviewId } from '../records/primitives.js';

/** What a candidate may answer; *awaiting* is what the recruiter may set back. */
export type CandidateAnswer = Exclude<InterviewAnswer, 'awaiting'>;

/** In the order in which they are offered (R86–R90), with their letter in the token. */
const LETTERS = {
  accepted: 'a',
  'not-accepted': 'n',
  'new-time': 't',
  withdrawn: 'w',
} as const satisfies Record<CandidateAnswer, string>;
export const CANDIDATE_ANSWERS = Object.keys(LETTERS) as readonly CandidateAnswer[];

/** HMAC-SHA256 (RFC 2104) of a text, in hexadecimal, under a key of 64 hexadecimal digits. */
export type Sign = (key: string, text: string) => string;

/** What a token speaks of. */
export interface AnswerClaim {
  readonly interviewId: InterviewId;
  /** The version of the interview that was answered (C31). */
  readonly sequence: number;
  readonly answer: CandidateAnswer;
}

const TOKEN = /\bfd1-([0-9a-f]{32})-(0|[1-9][0-9]{0,8})-([antw])-[0-9a-f]{32}\b/gi;

/** `fd1-<interview>-<sequence>-<letter>-<128 bits of the HMAC>`: see docs/adr/0015. */
export function answerToken({ interviewId, sequence, answer }: AnswerClaim, answerKey: string, sign: Sign): string {
  const claim = `fd1-${interviewId}-${sequence.toString()}-${LETTERS[answer]}`;
  return `${claim}-${sign(answerKey, claim).slice(0, 32)}`;
}

/** A token that was found, and what it says. Whether that is true says `isGenuine`. */
export interface FoundToken extends AnswerClaim {
  readonly token: string;
}

/** The tokens in a text, as the subject of a reply, each once and in their order. */
export function tokensIn(text: string): readonly FoundToken[] {
  const found = new Map<string, FoundToken>();
  for (const [match, id = '', sequence, letter] of text.matchAll(TOKEN)) {
    const token = match.toLowerCase();
    const answer = CANDIDATE_ANSWERS.find((one) => LETTERS[one] === letter?.toLowerCase());
    if (answer === undefined) continue;
    found.set(token, { token, interviewId: id.toLowerCase() as InterviewId, sequence: Number(sequence), answer });
  }
  return [...found.values()];
}

/** Whether a token is signed by the interview that it names. */
export function isGenuine(
  { token, ...claim }: FoundToken,
  { answerKey }: Pick<Interview, 'answerKey'>,
  sign: Sign,
): boolean {
  return token === answerToken(claim, answerKey, sign);
}

/**
 * A `mailto:` address (RFC 6068) that writes the answer to the sender of the invitation: a subject people can read, with
 * the token at its end.
 */
export function answerAddress(to: string, subject: string, token: string): string {
  const at = to.lastIndexOf('@');
  const address = `${encodeURIComponent(to.slice(0, at))}@${encodeURIComponent(to.slice(at + 1))}`;
  return `mailto:${address}?subject=${encodeURIComponent(`${subject} (${token})`)}`;
}
