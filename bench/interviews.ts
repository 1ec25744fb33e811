import type { InterviewRow, PersonRow, Roster } from '../renderer/data/roster/rows.js';
import { instantAt, MINUTE } from '../shared/lib/time.js';
import { INTERVIEW_ANSWERS, INTERVIEW_TYPES } from '../shared/records/interview.js';
import type { PersonId } from '../shared/records/primitives.js';
import { testId } from '../shared/testing/change-builders.js';

const FIRST = instantAt('Europe/Oslo', '2026-10-26', '09:00');
const DAYS = 42;
const A_DAY = 24 * 60 * MINUTE;
const QUARTERS = 32;
const GIVEN = ['Ida', 'Bjørn', 'Cecilie', 'Daan', 'Ebba', 'Marie-Louise', 'Kåre'];
const FAMILY = ['Sand', 'Åkerlund', 'Ærø', 'van der Berg', 'Dalgaard', 'Ek', 'Haverkamp-Winberg', 'Østby'];

const made = new Map<number, Roster>();

/** Interviews of several recruiters over six weeks, within working hours: what a whole stand has in its calendar. */
export function interviewRoster(size: number): Roster {
  const there = made.get(size);
  if (there !== undefined) return there;
  const rows = Array.from({ length: size }, (_, n) => interview(n));
  const roster: Pick<Roster, 'interviews' | 'appointments' | 'people' | 'vacancies' | 'applications'> = {
    interviews: new Map(rows.map((row) => [row.id, row])),
    appointments: new Map(),
    people: new Map(rows.map(({ personId }, n) => [personId, named(personId, n)])),
    vacancies: new Map(),
    applications: new Map(),
  };
  made.set(size, roster as Roster);
  return roster as Roster;
}

/** Names of every length, which is all that the calendar shows of somebody. */
function named(id: PersonId, n: number): PersonRow {
  const row: Pick<PersonRow, 'id' | 'givenName' | 'familyName'> = {
    id,
    givenName: GIVEN[n % GIVEN.length] ?? '',
    familyName: FAMILY[n % FAMILY.length] ?? '',
  };
  return row as PersonRow;
}

function interview(n: number): InterviewRow {
  return {
    id: testId(n),
    personId: testId(100_000 + n),
    applicationId: testId(200_000 + n),
    vacancyId: testId(10),
    meetingId: testId(300_000 + n),
    type: INTERVIEW_TYPES[n % INTERVIEW_TYPES.length] ?? 'first',
    kind: null,
    places: null,
    recruiterIds: [testId(30 + (n % 5))],
    startsAt: FIRST + (n % DAYS) * A_DAY + ((n * 7) % QUARTERS) * 15 * MINUTE,
    minutes: 30 + (n % 3) * 15,
    place: '',
    invitation: 'email',
    sequence: 0,
    answerKey: '0'.repeat(64),
    accTime: INTERVIEW_ANSWERS[n % INTERVIEW_ANSWERS.length] ?? null,
    answers: [],
    cancelled: false,
  };
}
