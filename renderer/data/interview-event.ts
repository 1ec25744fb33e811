import type { EventSaid } from '../../shared/domain/interview-code.js';
import type { InterviewWords } from '../../shared/domain/interview-context.js';
import { placeWords, summaryOf } from '../../shared/domain/interview-mail.js';
import type { InterviewId, Language } from '../../shared/records/primitives.js';
import type { Roster } from './roster/rows.js';

/** Somebody's interview as it stands in the calendar of whoever is invited, in the candidate's own language. */
export interface CandidateEvent {
  readonly name: string;
  readonly event: EventSaid;
}

/** With the id of the invitation, which takes its place when it comes. Null for an interview that is not there. */
export function interviewEvent(
  roster: Roster,
  id: InterviewId,
  wordsIn: (language: Language) => InterviewWords,
): CandidateEvent | null {
  const interview = roster.interviews.get(id);
  const person = interview === undefined ? undefined : roster.people.get(interview.personId);
  if (interview === undefined || person === undefined) return null;
  const words = wordsIn(person.language);
  const about = [roster.vacancies.get(interview.vacancyId)?.title ?? '', roster.organisation?.name ?? ''];
  const { sequence, startsAt, minutes } = interview;
  const uid = `${id}@fairdesk`;
  const event = { uid, sequence, startsAt, minutes, summary: summaryOf(interview, words, about) };
  return {
    name: `${person.givenName} ${person.familyName}`.trim(),
    event: { ...event, place: placeWords(interview, words) },
  };
}
