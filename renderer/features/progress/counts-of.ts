import type { Plan, PlanWarning, PlanWarningCode } from '../../../shared/domain/progress-action.js';
import type { Message } from '../../../shared/records/message.js';

/** What the words about a plan count: the people, their mails, the reminders that follow them, the emails of both, and the meetings at which they come together. */
export function countsOf({ included, joint }: Pick<Plan, 'included' | 'joint'>) {
  const meetings = new Set(included.flatMap(({ interview }) => (interview === undefined ? [] : [interview.meetingId])));
  const written = [...included.flatMap(({ messages }) => messages), ...(joint?.messages ?? [])];
  const reminders = written.filter(({ message }) => message.purpose === 'reminder').length;
  const emails = written.filter(({ message }) => message.channel === 'email').length;
  return { count: included.length, mails: written.length - reminders, reminders, emails, meetings: meetings.size };
}

/** The reminders that follow its mails. */
export function remindersOf({ included }: Pick<Plan, 'included'>): readonly Message[] {
  const written = included.flatMap(({ messages }) => messages.map(({ message }) => message));
  return written.filter(({ purpose }) => purpose === 'reminder');
}

/** C18: whether what it writes waits for a server, whatever the network. */
export function isHeldForServer(plan: Pick<Plan, 'warnings'> | null): boolean {
  return (plan?.warnings ?? []).some(({ code }) => code === NEEDS_SERVER);
}

const NEEDS_SERVER: PlanWarningCode = 'needs-server';

/** With a server that is there nobody waits for one: its links work as soon as it has heard of them. */
export function asJoined(plan: Plan): Plan {
  return { ...plan, warnings: plan.warnings.filter(({ code }) => code !== NEEDS_SERVER) };
}

/** What a recruiter or a room has besides is there for a meeting once, however many sit in it; everything else is said of people. */
export function warningCount({ included }: Pick<Plan, 'included'>, { code, applicationIds }: PlanWarning): number {
  if (code !== 'recruiter-busy' && code !== 'room-busy') return applicationIds.length;
  const concerned = new Set(applicationIds);
  return countsOf({ included: included.filter(({ applicationId }) => concerned.has(applicationId)) }).meetings;
}
