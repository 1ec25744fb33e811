import { failure, success, type Result } from '../lib/result.js';
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

export type AnswerRefusal = 'answer/none' | 'answer/foreign' | 'answer/forged' | 'answer/stale';

const TOKEN = /\bfd1-([0-9a-f]{32})-(0|[1-9][0-9]{0,8})-([antw])-([0-9a-f]{32})\b/i;

/** `fd1-<interview>-<sequence>-<letter>-<128 bits of the HMAC>`: see docs/adr/0015. */
export function answerToken({ interviewId, sequence, answer }: AnswerClaim, answerKey: string, sign: Sign): string {
  const claim = `fd1-${interviewId}-${sequence.toString()}-${LETTERS[answer]}`;
  return `${claim}-${sign(answerKey, claim).slice(0, 32)}`;
}

/**
 * The answer in a text, as the subject of a reply. Refused: no token in it, an interview that is not here, a signature that
 * is not this interview's, an answer to a date or time that was changed since.
 */
export function verifyAnswer(
  text: string,
  find: (id: InterviewId) => Pick<Interview, 'sequence' | 'answerKey'> | null,
  sign: Sign,
): Result<AnswerClaim, AnswerRefusal> {
  const [token, id, sequence, letter] = TOKEN.exec(text) ?? [];
  const answer = CANDIDATE_ANSWERS.find((one) => LETTERS[one] === letter?.toLowerCase());
  if (token === undefined || id === undefined || answer === undefined) return failure('answer/none');
  const claim: AnswerClaim = { interviewId: id.toLowerCase() as InterviewId, sequence: Number(sequence), answer };
  const interview = find(claim.interviewId);
  if (interview === null) return failure('answer/foreign');
  if (token.toLowerCase() !== answerToken(claim, interview.answerKey, sign)) return failure('answer/forged');
  return claim.sequence === interview.sequence ? success(claim) : failure('answer/stale');
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
