import type { Interview, InterviewAnswer, InterviewEvent } from '../records/interview.js';

/**
 * The one value shown as *Acc. time* and as *Edit meeting invitation* (R91), from the interview's events in the order
 * of their stamps. An answer to an earlier date or time no longer counts (C31). Null: nobody was invited, nobody answers.
 */
export function accTime(
  { invitation, sequence }: Pick<Interview, 'invitation' | 'sequence'>,
  events: readonly InterviewEvent[],
): InterviewAnswer | null {
  const answers = events.flatMap((event) => (event.type === 'answer' && event.sequence === sequence ? [event] : []));
  return answers.at(-1)?.answer ?? (invitation === 'email' ? 'awaiting' : null);
}

export function isCancelled(events: readonly InterviewEvent[]): boolean {
  return events.some(({ type }) => type === 'cancellation');
}
