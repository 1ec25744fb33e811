import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { DAY, HOUR } from '../../../shared/lib/time.js';
import { PublishedCalendar } from '../../../shared/records/published-calendar.js';
import type { InterviewId, RecruiterId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { calendarEntries } from '../../data/roster/calendar-entries.js';
import type { AppointmentRow, InterviewRow, Roster } from '../../data/roster/rows.js';
import { publishedEvents } from './published-calendar.js';

const { t } = createTranslator('en');
const NOON = 1_790_000_000_000;
const MEETING = testId<string>(300);
const MAJA = testId<RecruiterId>(31);

const interview = (n: number, change: Partial<InterviewRow> = {}): InterviewRow => ({
  id: testId<InterviewId>(100 + n),
  personId: testId(n),
  applicationId: testId(200 + n),
  vacancyId: testId(10),
  meetingId: MEETING,
  type: 'first',
  kind: null,
  places: null,
  recruiterIds: [testId<RecruiterId>(30), MAJA],
  startsAt: NOON,
  minutes: 30,
  place: 'Stand 12',
  invitation: 'email',
  sequence: n,
  answerKey: '0'.repeat(64),
  accTime: 'accepted',
  answers: [],
  cancelled: false,
  ...change,
});

const BUILDING: AppointmentRow = {
  id: testId(400),
  title: 'Build the stand',
  startsAt: NOON + HOUR,
  minutes: 60,
  place: '',
  recruiterIds: [MAJA],
  personId: null,
  applicationId: null,
  vacancyId: testId(10),
  cancelled: false,
};

function published(...interviews: readonly InterviewRow[]) {
  const roster = {
    interviews: new Map(interviews.map((one) => [one.id, one])),
    appointments: new Map([[BUILDING.id, BUILDING]]),
    applications: new Map(),
    people: new Map([1, 2].map((n) => [testId(n), { givenName: `Name${String(n)}`, familyName: 'Berg' }])),
    recruiters: new Map([
      [testId(30), { name: 'Kai', email: '' }],
      [MAJA, { name: 'Maja', email: 'maja@example.com' }],
    ]),
    vacancies: new Map([[testId(10), { title: 'Trainee' }]]),
  } as unknown as Roster;
  const entries = calendarEntries(roster, { from: NOON - DAY, to: NOON + DAY, activities: [], recruiterIds: [] });
  const events = publishedEvents(roster, entries, t);
  return PublishedCalendar.parse({ name: 'Calendar', events }).events;
}

describe('R93, C35: what is on show as events of a calendar file', () => {
  it('has each meeting once, under the id of its own file, with the answers and who attends, and appointments', () => {
    const organiser = { name: 'Maja', address: 'maja@example.com' };
    expect(published(interview(1), interview(2, { accTime: null }))).toEqual([
      {
        uid: `meeting-${MEETING}@fairdesk`,
        sequence: 2,
        startsAt: NOON,
        minutes: 30,
        summary: 'First interview – Name1 Berg, Name2 Berg – Trainee',
        place: 'Stand 12',
        organiser,
        category: 'First interview',
        description: 'Name1 Berg: Accepted\nName2 Berg\nRecruiters attending: Kai, Maja',
      },
      {
        uid: `appointment-${BUILDING.id}@fairdesk`,
        sequence: 0,
        startsAt: NOON + HOUR,
        minutes: 60,
        summary: 'Build the stand – Trainee',
        place: '',
        organiser,
        category: 'Appointment',
        description: 'Maja',
      },
    ]);
  });

  it('has two events where two laptops moved the applicants of one meeting apart', () => {
    const events = published(interview(1), interview(2, { startsAt: NOON + 3 * HOUR }));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3);
  });
});
