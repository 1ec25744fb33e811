import type { MetPerson } from '../../../shared/domain/reports/fair-report.js';
import { isListed } from '../../../shared/domain/application-status.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';

/** Everybody who was met, with how far each has come; a deleted application is nobody's way any more. */
export function metPeople(roster: Roster, now: Instant, isWanted: (at: Instant) => boolean): readonly MetPerson[] {
  const met: MetPerson[] = [];
  for (const person of roster.people.values()) {
    if (isWanted(person.capturedAt)) met.push(metPerson(roster, person, now));
  }
  return met;
}

function metPerson(roster: Roster, { id, fairId, capturedAt }: PersonRow, now: Instant): MetPerson {
  // Transferred away is no end: what came of it stands in the other vacancy.
  const applications = roster.applicationsOf(id).filter(({ status }) => isListed(status) || status === 'moved');
  const interviews = roster.interviewsOf(id).filter(({ cancelled }) => !cancelled);
  return {
    fairId,
    capturedAt,
    applied: applications.length > 0,
    invited: interviews.length > 0 || applications.some(({ invitedAt }) => Object.keys(invitedAt).length > 0),
    offered: applications.some(({ offeredAt }) => offeredAt !== null),
    hired: applications.some(({ hiredAt }) => hiredAt !== null),
    contactedAt: firstContact(roster, id, now),
  };
}

/** A mail or a letter to the person, or an interview with the person; what goes to others about somebody is none. */
function firstContact(roster: Roster, id: PersonRow['id'], now: Instant): Instant | null {
  const mails = roster
    .messagesOf(id)
    .filter(({ state, purpose }) => state === 'sent' && purpose !== 'forward' && purpose !== 'panel-review')
    .map(({ since }) => since);
  const letters = roster
    .lettersOf(id)
    .filter(({ state }) => state === 'posted')
    .map(({ since }) => since);
  const begun = roster
    .interviewsOf(id)
    .filter(({ cancelled, startsAt }) => !cancelled && startsAt <= now)
    .map(({ startsAt }) => startsAt);
  const first = Math.min(...mails, ...letters, ...begun);
  return Number.isFinite(first) ? first : null;
}
