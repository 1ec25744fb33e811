import { describe, expect, it } from 'vitest';
import { instantAt, wallTimeIn } from '../../../shared/lib/time.js';
import type { AppointmentId, PersonId, RecruiterId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import type { AppointmentRow, Roster } from './rows.js';
import { nextFreeTime } from './working-days.js';

const ZONE = 'Europe/Oslo';
const MAJA = testId<RecruiterId>(30);
const EBBA = testId<PersonId>(40);
const at = (date: string, time: string) => instantAt(ZONE, date, time);
/** A Wednesday. */
const WISH = { recruiterId: MAJA, minutes: 30, now: at('2026-11-18', '10:10'), zone: ZONE, personIds: [] };

function rosterWith(recruiterIds: readonly RecruiterId[], personId: PersonId | null, startsAt: number): Roster {
  const row: AppointmentRow = {
    id: testId<AppointmentId>(1),
    title: 'Elsewhere',
    startsAt,
    minutes: 60,
    place: '',
    recruiterIds: [...recruiterIds],
    personId,
    applicationId: null,
    vacancyId: null,
    cancelled: false,
  };
  const none = new Map();
  const roster: Pick<Roster, 'fairs' | 'interviews' | 'appointments' | 'people' | 'vacancies' | 'applications'> = {
    fairs: none,
    interviews: none,
    appointments: new Map([[row.id, row]]),
    people: none,
    vacancies: none,
    applications: none,
  };
  return roster as Roster;
}

const wall = (startsAt: number | null) => (startsAt === null ? null : wallTimeIn(ZONE, startsAt));

describe('R93 when somebody is free next', () => {
  it('is on or after the day asked for, on a day for work, and not where something stands', () => {
    const monday = at('2026-11-23', '08:00');
    const next = (from?: string) =>
      wall(nextFreeTime(rosterWith([MAJA], null, monday), { ...WISH, ...(from === undefined ? {} : { from }) }));
    expect(next()).toEqual({ date: '2026-11-18', time: '10:30' });
    expect(next('2026-11-21')).toEqual({ date: '2026-11-23', time: '09:00' }); // after the weekend
    expect(next('2026-11-24')).toEqual({ date: '2026-11-24', time: '08:00' });
  });

  it('knows whom it is for', () => {
    const roster = rosterWith([], EBBA, at('2026-11-18', '10:30'));
    expect(wall(nextFreeTime(roster, WISH))).toEqual({ date: '2026-11-18', time: '10:30' });
    expect(wall(nextFreeTime(roster, { ...WISH, personIds: [EBBA] }))).toEqual({ date: '2026-11-18', time: '11:30' });
  });
});
