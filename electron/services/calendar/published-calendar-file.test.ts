import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../shared/lib/time.js';
import { PublishedCalendar } from '../../../shared/records/published-calendar.js';
import { findPython } from '../testing/find-python.js';
import { publishedCalendarFile } from './published-calendar-file.js';

const WRITTEN = 1_789_999_999_000;
const CALENDAR: PublishedCalendar = PublishedCalendar.parse({
  name: 'Rekryteringskalender 2026-09-21',
  events: [
    {
      uid: 'meeting-1@fairdesk',
      sequence: 2,
      startsAt: 1_790_000_040_000, // 2026-09-21 14:14 UTC
      minutes: 45,
      summary: 'Första intervjun – Åsa Öberg; Umeå – Trainee, elnät',
      place: 'Rum 4, plan 2',
      organiser: { name: 'Eva "Evis" Lind; HR', address: 'eva@example.com' },
      category: 'Första intervjun, på plats',
      description: 'Åsa Öberg: Accepterat\nMedverkande rekryterare: Eva, Kai',
    },
    {
      uid: 'appointment-2@fairdesk',
      sequence: 0,
      startsAt: 1_790_010_000_000,
      minutes: 15,
      summary: 'Bygga monter',
      place: '',
      organiser: null,
      category: 'Bokning',
      description: '',
    },
  ],
});

/** What another program reads. */
function read(text: string) {
  const calendar = ICAL.Component.fromString(text);
  const events = calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string): unknown => event.getFirstPropertyValue(name);
    const time = (name: string): number => (value(name) as InstanceType<typeof ICAL.Time>).toJSDate().getTime();
    return {
      uid: value('uid'),
      sequence: value('sequence'),
      start: time('dtstart'),
      minutes: (time('dtend') - time('dtstart')) / MINUTE,
      stamp: time('dtstamp'),
      summary: value('summary'),
      place: value('location') ?? '',
      category: value('categories'),
      description: value('description') ?? '',
      organiser: event.getFirstProperty('organizer')?.getParameter('cn') ?? null,
      attendees: event.getAllProperties('attendee').length,
    };
  });
  return {
    method: calendar.getFirstPropertyValue('method'),
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events,
  };
}

const PYTHON = `
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([calendar['METHOD']] + [
  [event['UID'], event['DTSTART'].dt.timestamp() * 1000, event['DTEND'].dt.timestamp() * 1000, event['SUMMARY'],
   event.get('LOCATION', ''), event.get('DESCRIPTION', ''), str(event.get('ORGANIZER', ''))]
  for event in calendar.walk('VEVENT')]))`;

describe('R93: what is in the calendar as one file', () => {
  it('is for ical.js all of its entries to keep, with who comes, what they answered and in which version', () => {
    const text = publishedCalendarFile(CALENDAR, WRITTEN);
    const [meeting, appointment] = CALENDAR.events;
    expect(read(text)).toEqual({
      method: 'PUBLISH',
      name: CALENDAR.name,
      events: [
        { ...readAs(meeting), organiser: "Eva 'Evis' Lind; HR" },
        { ...readAs(appointment), organiser: null },
      ],
    });
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is the same for Python’s icalendar', () => {
    const { stdout, stderr } = spawnSync(findPython('icalendar'), ['-c', PYTHON], {
      input: publishedCalendarFile(CALENDAR, WRITTEN),
    });
    expect(stderr.toString()).toBe('');
    expect(JSON.parse(stdout.toString())).toEqual([
      'PUBLISH',
      ...CALENDAR.events.map(({ uid, startsAt, minutes, summary, place, description, organiser }) => [
        uid,
        startsAt,
        startsAt + minutes * MINUTE,
        summary,
        place,
        description,
        organiser === null ? '' : `mailto:${organiser.address}`,
      ]),
    ]);
  });

  it('holds one line for each value, whatever is in a name or a place', () => {
    const [meeting] = CALENDAR.events;
    if (meeting === undefined) throw new Error('there is a meeting');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, text) => {
        const organiser = { name, address: 'eva@example.com' };
        const events = [
          { ...meeting, summary: text, place: text, category: text, description: `${text}\n${name}`, organiser },
        ];
        const { events: found } = read(publishedCalendarFile({ name, events }, WRITTEN));
        expect(found.map(({ uid, start, minutes }) => [uid, start, minutes])).toEqual([
          [meeting.uid, meeting.startsAt, meeting.minutes],
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

function readAs(event: PublishedCalendar['events'][number] | undefined) {
  if (event === undefined) throw new Error('there is one');
  const { uid, sequence, startsAt: start, minutes, summary, place, category, description } = event;
  return { uid, sequence, start, minutes, stamp: WRITTEN, summary, place, category, description, attendees: 0 };
}
