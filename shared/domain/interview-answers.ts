import type { Instant } from '../lib/time.js';
import type { GivenAnswer, Interview, InterviewAnswer, InterviewEvent } from '../records/interview.js';

/**
 * The answer that counts, of events in the order of their stamps: the one that was given last, whenever it was read. An answer to
 * an earlier date or time does not (C31), and whoever has withdrawn is not in again by saying yes (C18); the recruiter may
 * say otherwise. Null: there is none.
 */
export function standingAnswer(
  { sequence }: Pick<Interview, 'sequence'>,
  events: readonly InterviewEvent[],
): GivenAnswer | null {
  const answers = events.filter((event) => event.type === 'answer').filter((event) => event.sequence === sequence);
  return inOrder(answers).reduce<GivenAnswer | null>((standing, answer) => {
    const isOut = standing?.answer === 'withdrawn' && answer.via !== 'recruiter';
    return isOut ? standing : answer;
  }, null);
}

/**
 * The one value shown as *Acc. time* and as *Edit meeting invitation* (R91). Null: nobody was invited, nobody answers.
 */
export function accTime(
  { invitation, sequence }: Pick<Interview, 'invitation' | 'sequence'>,
  events: readonly InterviewEvent[],
): InterviewAnswer | null {
  return standingAnswer({ sequence }, events)?.answer ?? (invitation === 'email' ? 'awaiting' : null);
}

/** When an answer was given. A clock that runs ahead gains nothing: no answer is given after it was read. */
export function givenAt({ at, givenAt: said }: Pick<GivenAnswer, 'at' | 'givenAt'>): Instant {
  return said === null ? at : Math.min(said, at);
}

export function isCancelled(events: readonly InterviewEvent[]): boolean {
  return events.some(({ type }) => type === 'cancellation');
}

/** What the recruiter enters comes after all that was known then, whatever the clocks of two laptops say. */
function inOrder(answers: readonly GivenAnswer[]): readonly GivenAnswer[] {
  let known = 0;
  const timed = answers.map((answer) => {
    const at = answer.via === 'recruiter' ? Math.max(known, answer.at) : givenAt(answer);
    known = Math.max(known, at);
    return { answer, at };
  });
  return timed.sort((a, b) => a.at - b.at || rank(a.answer) - rank(b.answer)).map(({ answer }) => answer);
}

const RANKS: readonly InterviewAnswer[] = ['accepted', 'not-accepted', 'new-time', 'withdrawn'];

/** Of two answers of one second the same counts on every laptop: the recruiter's word, or what is further from *yes*. */
function rank({ answer, via }: GivenAnswer): number {
  return via === 'recruiter' ? RANKS.length : RANKS.indexOf(answer);
}
