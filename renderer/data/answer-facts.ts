import type { AnswerableInterview, JudgeFacts } from '../../shared/domain/judge-answer.js';
import { tellsTheTime } from '../../shared/domain/told-of-interview.js';
import type { InterviewId } from '../../shared/records/primitives.js';
import { hmacSha256 } from './hmac-sha256.js';
import type { Roster } from './roster/rows.js';
import type { Session } from './session.js';

/** What decides whether an answer counts, as it stands at this moment. */
export function answerFacts(session: Session, roster: Roster = session.roster.current()): JudgeFacts {
  return { now: session.now(), sign: hmacSha256, find: (id) => answerable(roster, id) };
}

/** An interview with all that is known of its person; null where it is not here. */
function answerable(roster: Roster, id: InterviewId): AnswerableInterview | null {
  const interview = roster.interviews.get(id);
  if (interview === undefined) return null;
  const { answers, cancelled, personId, applicationId } = interview;
  const messages = roster.messagesOf(personId);
  const invited = messages
    .filter((message) => message.interviewId === id && tellsTheTime(message))
    .map(({ toAddress }) => toAddress.toLowerCase());
  return {
    id,
    fields: interview,
    status: roster.applications.get(applicationId)?.status ?? 'new',
    messages,
    interviews: roster.interviewsOf(personId),
    cancelled,
    answers,
    invited,
  };
}
