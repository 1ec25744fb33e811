import { needsServer } from '../../../shared/domain/needs-server.js';
import type { Plan } from '../../../shared/domain/progress-action.js';

/** What the words about a plan count: the people, their mails, and the meetings at which they come together. */
export function countsOf({ included, joint }: Pick<Plan, 'included' | 'joint'>) {
  const meetings = new Set(included.flatMap(({ interview }) => (interview === undefined ? [] : [interview.meetingId])));
  const mails = included.reduce((sum, { messages }) => sum + messages.length, joint?.messages.length ?? 0);
  return { count: included.length, mails, meetings: meetings.size };
}

/** C18: whether what it writes waits for the server, whatever the network. */
export function isHeldForServer(plan: Pick<Plan, 'joint'> | null): boolean {
  return (plan?.joint?.messages ?? []).some(({ message }) => needsServer(message.purpose));
}
