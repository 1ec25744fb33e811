import { describe, expect, it } from 'vitest';
import { testId } from '../../../shared/testing/change-builders.js';
import type { FairId, PersonId } from '../../../shared/records/primitives.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';
import { fairNumbers } from './fair-numbers.js';

const FAIR = testId<FairId>(1);
const ZONE = 'Europe/Stockholm';

function met(at: string, more: Partial<PersonRow> = {}): PersonRow {
  return { capturedAt: Date.parse(at), fairId: FAIR, hasCv: false, givenName: at, ...more } as PersonRow;
}

function numbers(people: readonly PersonRow[], now: string, fairId: FairId | null = FAIR) {
  const roster = {
    people: new Map(people.map((person, index) => [testId<PersonId>(index), person])),
    messages: new Map<number, { personId: PersonId | null; state: 'sent' }>([
      ...people.map((_, index) => [index, { personId: testId<PersonId>(index), state: 'sent' }] as const),
      [-1, { personId: null, state: 'sent' }], // a test mail
    ]),
  } as unknown as Roster;
  return fairNumbers(roster, { now: Date.parse(now), zone: ZONE, fairId, openHours: [9, 11] });
}

describe('fairNumbers', () => {
  it('counts today in the organisation’s zone, not in UTC', () => {
    const people = [met('2026-11-17T23:30Z', { hasCv: true }), met('2026-11-17T22:30Z'), met('2026-11-18T08:10Z')];
    const { today, withCv, atFair } = numbers(people, '2026-11-18T09:00Z');
    expect({ today, withCv, atFair }).toEqual({ today: 2, withCv: 1, atFair: 3 });
  });

  it('counts one set of people under the heading of a fair, and everybody without one', () => {
    const other = testId<FairId>(2);
    const people = [
      met('2026-11-18T08:10Z', { fairId: other, hasCv: true }),
      met('2026-11-18T08:20Z', { fairId: null }),
      met('2026-11-18T08:30Z'),
      met('2026-11-17T08:30Z', { fairId: other }),
    ];
    const { last, byHour, ...figures } = numbers(people, '2026-11-18T09:00Z');
    expect(figures).toEqual({ today: 1, withCv: 0, atFair: 1, emailsSent: 1 });
    expect(last).toEqual([people[2]]);
    expect(byHour[0]).toEqual({ hour: 9, today: 1, yesterday: 0 });
    expect(numbers(people, '2026-11-18T09:00Z', null)).toMatchObject({
      today: 3,
      withCv: 1,
      atFair: null,
      emailsSent: 4,
      byHour: [{ hour: 9, today: 3, yesterday: 1 }, { hour: 10 }],
    });
  });

  it('shows each open hour, and earlier or later ones in which somebody came', () => {
    const people = [met('2026-11-18T08:10Z'), met('2026-11-17T12:59Z'), met('2026-11-18T08:59Z')];
    expect(numbers(people, '2026-11-18T09:00Z').byHour).toEqual([
      { hour: 9, today: 2, yesterday: 0 },
      { hour: 10, today: 0, yesterday: 0 },
      { hour: 11, today: 0, yesterday: 0 },
      { hour: 12, today: 0, yesterday: 0 },
      { hour: 13, today: 0, yesterday: 1 },
    ]);
    expect(numbers([], '2026-11-18T09:00Z').byHour).toEqual([]);
  });

  it('knows yesterday when the clocks were changed in the night', () => {
    const people = [met('2026-10-24T07:00Z'), met('2026-10-25T08:00Z'), met('2026-10-23T21:59Z')];
    const { byHour, today } = numbers(people, '2026-10-25T10:00Z');
    expect(today).toBe(1);
    expect(byHour.find(({ hour }) => hour === 9)).toEqual({ hour: 9, today: 1, yesterday: 1 });
    expect(byHour.reduce((sum, { yesterday }) => sum + yesterday, 0)).toBe(1);
  });

  it('lists the six who came last, newest first, whatever their order', () => {
    const hours = [3, 9, 1, 8, 2, 7, 5, 4, 6];
    const people = hours.map((hour) => met(`2026-11-18T0${hour.toString()}:00Z`));
    const last = numbers(people, '2026-11-18T12:00Z').last.map(({ givenName }) => Number(givenName.slice(12, 13)));
    expect(last).toEqual([9, 8, 7, 6, 5, 4]);
  });
});
