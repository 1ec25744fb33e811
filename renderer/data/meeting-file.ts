import { isEmailAddress } from '../../shared/domain/email-address.js';
import type { InterviewId } from '../../shared/records/primitives.js';
import type { PublishedEvent } from '../../shared/records/message.js';
import type { Roster } from './roster/rows.js';

/**
 * A meeting as an entry for the recruiter's own calendar: one, however many are invited to it, with an id of its own, so that a
 * file that is saved again after a move takes the place of the earlier entry. Null for an interview that is not there.
 *
 * @param activity what the meeting is, in the language of the screen
 */
export function meetingFile(roster: Roster, id: InterviewId, activity: string): PublishedEvent | null {
  const interview = roster.interviews.get(id);
  if (interview === undefined) return null;
  const { meetingId, startsAt, minutes, place, recruiterIds, vacancyId } = interview;
  const together = [...roster.interviews.values()].filter(
    (other) => other.meetingId === meetingId && other.startsAt === startsAt && !other.cancelled,
  );
  const names = together.map(({ personId }) => {
    const person = roster.people.get(personId);
    return `${person?.givenName ?? ''} ${person?.familyName ?? ''}`.trim();
  });
  const recruiters = recruiterIds.flatMap((recruiter) => roster.recruiters.get(recruiter) ?? []);
  const organiser = recruiters.find(({ email }) => isEmailAddress(email));
  return {
    uid: `meeting-${meetingId}@fairdesk`,
    sequence: Math.max(interview.sequence, ...together.map(({ sequence }) => sequence)),
    startsAt,
    minutes,
    summary: [activity, names.join(', '), roster.vacancies.get(vacancyId)?.title ?? '']
      .filter((part) => part !== '')
      .join(' – '),
    place,
    organiser: organiser === undefined ? null : { name: organiser.name, address: organiser.email },
  };
}
