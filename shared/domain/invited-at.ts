import type { Instant } from '../lib/time.js';
import type { ApplicationEvent } from '../records/application.js';
import type { InterviewType } from '../records/interview.js';

/** When somebody was invited to an interview of a type, last; types that nobody invited to are absent. */
export type InvitedAt = Readonly<Partial<Record<InterviewType, Instant>>>;

/** T2: of the events of an application in the order of their stamps. */
export function invitedAt(events: readonly ApplicationEvent[]): InvitedAt {
  const invited: Partial<Record<InterviewType, Instant>> = {};
  for (const event of events) {
    if (event.type === 'status' && event.interviewType !== null) invited[event.interviewType] = event.at;
  }
  return invited;
}
