import type { InterviewId } from '../../../shared/records/primitives.js';
import type { Roster } from './rows.js';

/** Whether the interview that a message is about was declined, as things stand: of it nobody is reminded. */
export function isDeclined(
  { interviews }: Pick<Roster, 'interviews'>,
  { interviewId }: { readonly interviewId: InterviewId | null },
): boolean {
  return interviewId !== null && interviews.get(interviewId)?.accTime === 'not-accepted';
}
