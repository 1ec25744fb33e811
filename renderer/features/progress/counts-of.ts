import type { Plan } from '../../../shared/domain/progress-action.js';

/** What the words about a plan count: the people, their mails, and the meetings at which they come together. */
export function countsOf({ included }: Pick<Plan, 'included'>) {
  const meetings = new Set(included.flatMap(({ interview }) => (interview === undefined ? [] : [interview.meetingId])));
  const mails = included.reduce((sum, { messages }) => sum + messages.length, 0);
  return { count: included.length, mails, meetings: meetings.size };
}
