import { describe, expect, it } from 'vitest';
import type { InterviewAnswer } from '../../../shared/records/interview.js';
import { HOUR } from '../../../shared/lib/time.js';
import type {
  AppointmentId,
  InterviewId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { calendarEntries, type EntryFilter } from './calendar-entries.js';
import type { AppointmentRow, InterviewRow, Roster } from './rows.js';

const MAJA = testId<RecruiterId>(30);
const PER = testId<RecruiterId>(31);
const ALL: EntryFilter = { from: 0, to: 1000 * HOUR, activities: [], recruiterIds: [] };

function interview(n: number, more: Partial<InterviewRow> = {}): InterviewRow {
  return {
    id: testId<InterviewId>(n),
    personId: testId<PersonId>(n),
    applicationId: testId(1000 + n),
    vacancyId: testId<VacancyId>(10),
    meetingId: testId(2000 + n),
    type: 'first',
    kind: null,
    places: null,
    recruiterIds: [MAJA],
    startsAt: n * HOUR,
    minutes: 30,
    place: '',
    invitation: 'email',
    sequence: 0,
    answerKey: '0'.repeat(64),
    accTime: 'awaiting',
    answers: [],
    cancelled: false,
    ...more,
  };
}

function appointment(n: number, more: Partial<AppointmentRow> = {}): AppointmentRow {
  const nobody = { personId: null, applicationId: null, vacancyId: null };
  const when = { startsAt: n * HOUR, minutes: 60, place: '', recruiterIds: [MAJA] };
  return { id: testId<AppointmentId>(n), title: 'Build the stand', ...when, ...nobody, cancelled: false, ...more };
}

function entries(
  interviews: readonly InterviewRow[],
  appointments: readonly AppointmentRow[] = [],
  filter: Partial<EntryFilter> = {},
) {
  const roster: Pick<Roster, 'interviews' | 'appointments' | 'people' | 'vacancies' | 'applications'> = {
    interviews: new Map(interviews.map((row) => [row.id, row])),
    appointments: new Map(appointments.map((row) => [row.id, row])),
    people: new Map(),
    vacancies: new Map(),
    applications: new Map(),
  };
  return calendarEntries(roster as Roster, { ...ALL, ...filter });
}

describe('what stands in the calendar', () => {
  it('R93, C35: interviews and other appointments of a recruiter, the earliest first', () => {
    const shown = entries([interview(3), interview(1), interview(4, { recruiterIds: [PER] })], [appointment(2)], {
      recruiterIds: [MAJA],
    });
    expect(shown.map(({ kind, startsAt }) => [kind, startsAt / HOUR])).toEqual([
      ['interview', 1],
      ['appointment', 2],
      ['interview', 3],
    ]);
    expect(entries([interview(4, { recruiterIds: [PER] })])).toHaveLength(1);
  });

  it('R95, R98: says at which step the applicant is, and shows only the steps that were selected', () => {
    const [initial, third] = [interview(1, { type: 'initial' }), interview(2, { type: 'third' })];
    expect(entries([initial, third], [appointment(3)]).map(({ activity }) => activity)).toEqual([
      'initial',
      'third',
      'appointment',
    ]);
    expect(entries([initial, third], [appointment(3)], { activities: ['third', 'appointment'] })).toHaveLength(2);
  });

  it('R96: says of everybody in a meeting whether and how they answered; a meeting stands there once', () => {
    const answers: readonly (InterviewAnswer | null)[] = ['accepted', 'new-time', null];
    const group = answers.map((accTime, n) => interview(n + 1, { meetingId: testId(9), startsAt: HOUR, accTime }));
    const [entry, ...more] = entries(group);
    expect(more).toEqual([]);
    expect(entry?.kind === 'interview' && entry.people.map(({ accTime }) => accTime)).toEqual(answers);
  });

  it('shows nobody at a time that is not theirs when a meeting was moved for some only', () => {
    const group = [1, 2].map((n) => interview(n, { meetingId: testId(9) }));
    expect(entries(group).map(({ startsAt, people }) => [startsAt / HOUR, people.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('C34 leaves out what was cancelled', () => {
    expect(entries([interview(1, { cancelled: true })], [appointment(2, { cancelled: true })])).toEqual([]);
  });

  it('takes what touches the days that are shown, and nothing that only borders on them', () => {
    const filter = { from: 2 * HOUR, to: 4 * HOUR };
    const over = interview(1, { minutes: 90 });
    expect(
      entries([over, interview(3), interview(4)], [appointment(1)], filter).map(({ startsAt }) => startsAt / HOUR),
    ).toEqual([1, 3]);
  });
});
