import { describe, expect, it } from 'vitest';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import type { AppointmentEntry } from '../../data/roster/calendar-entries.js';
import { calendarEvents } from './calendar-event.js';
import { entriesIn, movedInto, recruiterColumns, roomColumns, slotIn, type DayColumns } from './day-columns.js';

const MAJA = { id: testId<RecruiterId>(30), name: 'Maja' };
const JONAS = { id: testId<RecruiterId>(31), name: 'Jonas' };
const GONE = { id: testId<RecruiterId>(32), name: 'Gunn' };
const WORDS = { noPlace: 'No place', collator: new Intl.Collator('en', { numeric: true }) };

function entry(title: string, recruiterIds: readonly RecruiterId[], place = ''): AppointmentEntry {
  const appointmentId = testId<AppointmentEntry['appointmentId']>(title.length);
  const times = { startsAt: 0, minutes: 30 };
  const common = { id: title, title, place, recruiterIds, vacancyTitle: '', people: [], ...times };
  return { kind: 'appointment', activity: 'appointment', appointmentId, ...common };
}

function standing(columns: DayColumns, entries: readonly AppointmentEntry[]) {
  return columns.columns.map((column) => [column.title, entriesIn(columns, column, entries).map(({ id }) => id)]);
}

describe('R93: a day parted by recruiters', () => {
  const both = entry('both', [MAJA.id, JONAS.id]);
  const entries = [both, entry('hers', [MAJA.id]), entry('earlier', [GONE.id])];

  it('has a column for each who works here, whoever else has something that day, and what several attend in each of theirs', () => {
    expect(standing(recruiterColumns([MAJA, JONAS], [GONE], entries), entries)).toEqual([
      ['Maja', ['both', 'hers']],
      ['Jonas', ['both']],
      ['Gunn', ['earlier']],
    ]);
    expect(standing(recruiterColumns([JONAS], [GONE], [both]), [both])).toEqual([['Jonas', ['both']]]);
  });

  it('draws what several attend once in each column, each time under an id of its own', () => {
    const events = calendarEvents('UTC', [both], recruiterColumns([MAJA, JONAS], [], [both]));
    expect(events.map(({ column }) => column)).toEqual([MAJA.id, JONAS.id]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });

  it('a drag into the column of another gives it to that one, and leaves the others who attend', () => {
    const columns = recruiterColumns([MAJA, JONAS, GONE], [], entries);
    expect(movedInto(columns, both, MAJA.id, GONE.id)).toEqual({ recruiterIds: [GONE.id, JONAS.id] });
    expect(movedInto(columns, both, MAJA.id, JONAS.id)).toEqual({ recruiterIds: [JONAS.id] });
    expect(movedInto(columns, both, MAJA.id, MAJA.id)).toEqual({});
    expect(slotIn(columns, JONAS.id)).toEqual({ recruiterIds: [JONAS.id] });
  });
});

describe('R93: a day parted by rooms', () => {
  const entries = [
    entry('a', [MAJA.id], 'room  1 '),
    entry('bb', [MAJA.id], 'Café'),
    entry('ccc', [MAJA.id], 'Annexe 10'),
    entry('dddd', [MAJA.id], 'annexe 2'),
    entry('nowhere', [MAJA.id], ' '),
  ];

  it('has the rooms of the fair in their order, then other places by name, and what has no place last', () => {
    expect(standing(roomColumns(['Room 2', 'Room 1'], entries, WORDS), entries)).toEqual([
      ['Room 2', []],
      ['Room 1', ['a']],
      ['annexe 2', ['dddd']],
      ['Annexe 10', ['ccc']],
      ['Café', ['bb']],
      ['No place', ['nowhere']],
    ]);
  });

  it('has the column without a place only where it is needed', () => {
    expect(standing(roomColumns(['Room 1'], [], WORDS), [])).toEqual([['Room 1', []]]);
    expect(standing(roomColumns([], [], WORDS), [])).toEqual([['No place', []]]);
  });

  it('a drag into another column moves it there, and out of every room', () => {
    const columns = roomColumns(['Room 1', 'Room 2'], entries, WORDS);
    const [first, second] = columns.columns.map(({ id }) => id);
    const none = columns.columns.at(-1)?.id ?? '';
    const [inFirst] = entries;
    if (first === undefined || second === undefined || inFirst === undefined) throw new Error('there are two rooms');
    expect(movedInto(columns, inFirst, first, second)).toEqual({ place: 'Room 2' });
    expect(movedInto(columns, inFirst, first, none)).toEqual({ place: '' });
    expect(movedInto(columns, inFirst, first, first)).toEqual({});
  });
});
