import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../shared/lib/time.js';
import type {
  ApplicationId,
  InterviewId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import { interviewCreate, testId } from '../../../shared/testing/change-builders.js';
import { Interview } from '../../../shared/records/interview.js';
import { isFree, slotBoard } from '../../../shared/domain/slots.js';
import { busyEntries, busyRow } from './busy.js';
import { calendarEntries } from './calendar-entries.js';
import { conflictsIn } from './conflicts.js';
import { groupsAhead, knownGroup, slotOfGroup } from './groups.js';
import type { InterviewRow, Roster } from './rows.js';

const NOW = Date.UTC(2026, 10, 18, 8);
const START = NOW + 2 * HOUR;
const MAJA = testId<RecruiterId>(30);
const PER = testId<RecruiterId>(31);
const MEETING = testId<string>(500);
const GROUP = `${MEETING}-${START.toString()}`;

function member(n: number, change: Partial<InterviewRow> = {}): InterviewRow {
  const of = { personId: testId<PersonId>(n), applicationId: testId<ApplicationId>(100 + n) };
  const created = interviewCreate(testId(200 + n), {
    ...of,
    meetingId: MEETING,
    vacancyId: testId<VacancyId>(10),
    kind: 'group',
    places: 3,
    recruiterIds: [MAJA],
    startsAt: START,
  });
  const fields = Interview.parse(created.fields);
  const id = testId<InterviewId>(200 + n);
  return { ...fields, id, accTime: 'awaiting', answers: [], cancelled: false, ...change };
}

function rosterOf(rows: readonly InterviewRow[]): Roster {
  const roster: Partial<Roster> = {
    interviews: new Map(rows.map((row) => [row.id, row])),
    appointments: new Map(),
    people: new Map(),
    applications: new Map(),
    vacancies: new Map(),
    fairs: new Map(),
    recruiters: new Map(),
  };
  return roster as Roster;
}

describe('who declined', () => {
  const alone = (change: Partial<InterviewRow>) => member(1, { kind: null, places: null, ...change });
  const takes = (row: InterviewRow) => [
    busyRow({ people: new Map() }, [], row),
    busyEntries(rosterOf([row]), NOW, START + HOUR)[0],
  ];

  it.each(['not-accepted', 'withdrawn'] as const)('R91 gives the time back: %s', (accTime) => {
    expect(takes(alone({ accTime }))).toEqual([null, undefined]);
    const other = member(2, { meetingId: testId(501), kind: null, places: null });
    expect(conflictsIn(rosterOf([alone({ accTime }), other]), NOW)).toEqual([]);
    expect(conflictsIn(rosterOf([alone({ accTime: 'accepted' }), other]), NOW)).toHaveLength(1);
    const slots = slotBoard(
      { kind: 'recruiter', id: MAJA },
      { date: '2026-11-18', from: '10:00', to: '11:00' },
      { zone: 'UTC', minutes: 60, now: NOW, personId: null },
      busyEntries(rosterOf([alone({ accTime })]), NOW, START + HOUR),
    );
    expect(slots.map(isFree)).toEqual([true]);
  });

  it('R60 is free elsewhere, and the group with places keeps its time, its recruiter and its room', () => {
    for (const taken of takes(member(1, { accTime: 'not-accepted' }))) {
      expect(taken).toMatchObject({ personIds: [], recruiterIds: [MAJA] });
    }
    const two = [alone({ accTime: 'not-accepted' }), member(2, { places: null })];
    expect(busyEntries(rosterOf(two), NOW, START + HOUR)).toMatchObject([{ personIds: [testId(2)] }]);
  });

  it.each(['awaiting', 'accepted', 'new-time', null] as const)('R91 any other answer keeps it: %s', (accTime) => {
    for (const taken of takes(alone({ accTime }))) expect(taken).toMatchObject({ personIds: [testId(1)] });
  });
});

describe('group interviews in the roster', () => {
  it('R60 offers those that have not begun, with places and how many have one', () => {
    const rows = [member(1), member(2, { accTime: 'not-accepted' }), member(3, { cancelled: true })];
    const [group, ...more] = groupsAhead(rosterOf(rows), NOW);
    expect(more).toEqual([]);
    expect(group).toMatchObject({ id: GROUP, group: { kind: 'group', places: 3, taken: 1 } });
    expect(groupsAhead(rosterOf(rows), START)).toEqual([]);
    const alone = member(4, { kind: null, places: null, meetingId: testId(501) });
    expect(groupsAhead(rosterOf([alone]), NOW)).toEqual([]);
  });

  it('knows a group by its time: moved meanwhile, it is another one', () => {
    expect(knownGroup(rosterOf([member(1)]), GROUP, NOW)).toMatchObject({ meetingId: MEETING, taken: 1 });
    expect(knownGroup(rosterOf([member(1, { startsAt: START + HOUR })]), GROUP, NOW)).toBeNull();
    expect(knownGroup(rosterOf([member(1, { cancelled: true })]), GROUP, NOW)).toBeNull();
  });

  it('fills the invitation with what the group has, in the organisation’s time', () => {
    const [entry] = groupsAhead(rosterOf([member(1)]), NOW);
    expect(entry === undefined ? null : slotOfGroup(entry, 'Europe/Oslo')).toEqual({
      date: '2026-11-18',
      time: '11:00',
      minutes: 30,
      place: 'Room 4',
      recruiterIds: [MAJA],
      joins: { group: GROUP, type: 'first', kind: 'group', places: 3, arrangement: 'together' },
    });
  });

  it('in one recruiter’s calendar counts everybody, also those whom a colleague meets there', () => {
    const rows = [member(1), member(2, { recruiterIds: [PER] })];
    const filter = { from: NOW, to: NOW + 5 * HOUR, activities: [], recruiterIds: [PER] };
    expect(calendarEntries(rosterOf(rows), filter)).toMatchObject([{ group: { taken: 2 } }]);
  });

  it('beyond no. 9: two laptops that gave the last place away are a conflict, until there is room for all', () => {
    const full = [1, 2, 3].map((n) => member(n));
    expect(conflictsIn(rosterOf(full), NOW)).toEqual([]);
    const merged = [...full, member(4)];
    expect(conflictsIn(rosterOf(merged), NOW)).toMatchObject([
      { kind: 'overfull', id: GROUP, entry: { group: { places: 3, taken: 4 } } },
    ]);
    expect(conflictsIn(rosterOf([...full, member(4, { accTime: 'not-accepted' })]), NOW)).toEqual([]);
    expect(conflictsIn(rosterOf([...full, member(4, { startsAt: START + HOUR })]), NOW)).toEqual([]);
    const raised = merged.map((row) => ({ ...row, places: 4 }));
    expect(conflictsIn(rosterOf(raised), NOW)).toEqual([]);
    expect(conflictsIn(rosterOf(merged), START + 1)).toEqual([]);
  });
});
