import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../shared/lib/time.js';
import { PublishedEvent, type CalendarPart } from '../../../shared/records/message.js';
import { calendarFile, publishedFile } from './calendar-file.js';
import { composeMime } from './compose-mime.js';
import { createMailFixture, testAccount, testMessage } from './testing/mail-fixture.js';
import { startSmtpServer } from './testing/smtp-server.js';

const WRITTEN = 1_789_999_999_000;
const PART: CalendarPart = {
  method: 'REQUEST',
  uid: `${'a'.repeat(32)}@fairdesk`,
  sequence: 2,
  startsAt: 1_790_000_040_000, // 2026-09-21 14:14 UTC, 16:14 in Stockholm
  minutes: 45,
  summary: 'Första intervjun: Trainee; Example AB, Umeå',
  place: 'Rum 4, plan 2',
  organiser: { name: 'Eva "Evis" Lind; HR', address: 'eva@example.com' },
  attendee: { name: 'Åsa: Öberg, M.Sc.', address: 'asa@example.com' },
};

/** What another program reads. */
function read(text: string) {
  const calendar = ICAL.Component.fromString(text);
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  const value = (name: string): unknown => event.getFirstPropertyValue(name);
  const time = (name: string): number => (value(name) as InstanceType<typeof ICAL.Time>).toJSDate().getTime();
  const [organiser, attendee] = [event.getFirstProperty('organizer'), event.getFirstProperty('attendee')];
  return {
    method: calendar.getFirstPropertyValue('method'),
    events: events.length,
    uid: value('uid'),
    sequence: value('sequence'),
    status: value('status'),
    stamp: time('dtstamp'),
    start: time('dtstart'),
    end: time('dtend'),
    summary: value('summary'),
    place: value('location'),
    organiser: [organiser?.getParameter('cn'), organiser?.getFirstValue()],
    attendee: [attendee?.getParameter('cn'), String(attendee?.getFirstValue()).toLowerCase()],
    attendees: event.getAllProperties('attendee').length,
    rsvp: attendee?.getParameter('rsvp'),
    partstat: attendee?.getParameter('partstat'),
  };
}

const PYTHON = `
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
event, = calendar.walk('VEVENT')
print(json.dumps({
  'method': calendar['METHOD'], 'uid': event['UID'], 'sequence': event['SEQUENCE'], 'status': event['STATUS'],
  'stamp': event['DTSTAMP'].dt.timestamp() * 1000, 'start': event['DTSTART'].dt.timestamp() * 1000,
  'end': event['DTEND'].dt.timestamp() * 1000, 'zone': str(event['DTSTART'].dt.tzname()),
  'summary': event['SUMMARY'], 'place': event['LOCATION'],
  'organiser': [event['ORGANIZER'].params['CN'], str(event['ORGANIZER'])],
  'attendee': [event['ATTENDEE'].params['CN'], str(event['ATTENDEE']).lower()],
}))`;

/** The Python that has the parser: Debian's own beside another that stands first in the path, or the only one. */
function python(): string {
  const knows = (command: string): boolean => spawnSync(command, ['-c', 'import icalendar']).status === 0;
  return ['/usr/bin/python3', 'python3', 'python'].find(knows) ?? 'python3';
}

describe('an interview as a file of its own', () => {
  it('R93 is an entry to keep for ical.js: published, from whom, and nobody asked to answer', () => {
    const event = PublishedEvent.parse(PART);
    const text = publishedFile(event, WRITTEN);
    expect(read(text)).toMatchObject({
      method: 'PUBLISH',
      events: 1,
      uid: PART.uid,
      sequence: 2,
      status: 'CONFIRMED',
      stamp: WRITTEN,
      start: PART.startsAt,
      end: PART.startsAt + 45 * MINUTE,
      summary: PART.summary,
      place: PART.place,
      organiser: ["Eva 'Evis' Lind; HR", 'mailto:eva@example.com'],
      attendees: 0,
    });
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    expect(publishedFile({ ...event, organiser: null }, WRITTEN)).not.toContain('ORGANIZER');
  });
});

describe('an interview as a calendar file', () => {
  it('says to ical.js when, where, with whom, in which version', () => {
    expect(read(calendarFile(PART, WRITTEN))).toEqual({
      method: 'REQUEST',
      events: 1,
      uid: PART.uid,
      sequence: 2,
      status: 'CONFIRMED',
      stamp: WRITTEN,
      start: PART.startsAt,
      end: PART.startsAt + 45 * MINUTE,
      summary: PART.summary,
      place: PART.place,
      organiser: ["Eva 'Evis' Lind; HR", 'mailto:eva@example.com'],
      attendee: ['Åsa: Öberg, M.Sc.', 'mailto:asa@example.com'],
      attendees: 1,
      rsvp: 'TRUE',
      partstat: 'NEEDS-ACTION',
    });
  });

  it('says the same to a parser in another language', () => {
    const { stdout, stderr } = spawnSync(python(), ['-c', PYTHON], { input: calendarFile(PART, WRITTEN) });
    expect(stderr.toString()).toBe('');
    expect(JSON.parse(stdout.toString())).toEqual({
      method: 'REQUEST',
      uid: PART.uid,
      sequence: 2,
      status: 'CONFIRMED',
      stamp: WRITTEN,
      start: PART.startsAt,
      end: PART.startsAt + 45 * MINUTE,
      zone: 'UTC',
      summary: PART.summary,
      place: PART.place,
      organiser: ["Eva 'Evis' Lind; HR", 'mailto:eva@example.com'],
      attendee: ['Åsa: Öberg, M.Sc.', 'mailto:asa@example.com'],
    });
  });

  it('a cancellation takes the same event back, and asks for no answer', () => {
    const cancelled = read(calendarFile({ ...PART, method: 'CANCEL', sequence: 3 }, WRITTEN));
    expect(cancelled).toMatchObject({ method: 'CANCEL', uid: PART.uid, sequence: 3, status: 'CANCELLED' });
    expect(cancelled.rsvp).not.toBe('TRUE');
  });

  it('R66, C31 stays the same event while it is invited to, moved and called off, to both parsers', () => {
    const life: readonly (readonly [CalendarPart['method'], number, number])[] = [
      ['REQUEST', 0, PART.startsAt],
      ['REQUEST', 1, PART.startsAt + 30 * MINUTE],
      ['CANCEL', 2, PART.startsAt + 30 * MINUTE],
    ];
    for (const [method, sequence, startsAt] of life) {
      const text = calendarFile({ ...PART, method, sequence, startsAt }, WRITTEN);
      const same = {
        method,
        uid: PART.uid,
        sequence,
        start: startsAt,
        organiser: [expect.anything(), 'mailto:eva@example.com'],
      };
      expect(read(text)).toMatchObject(same);
      const { stdout } = spawnSync(python(), ['-c', PYTHON], { input: text });
      expect(JSON.parse(stdout.toString())).toMatchObject(same);
    }
  });

  it('is one event of 75 octets a line, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom('\r\n', '\n', '"', ':', ';', ',', '\\', '\\n', 'END:VEVENT', 'å', '😀', '\u2028', ' ', '^'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, typed, typed, typed, (summary, place, organiser, attendee) => {
        const text = calendarFile(
          {
            ...PART,
            summary,
            place,
            organiser: { name: organiser, address: 'eva@example.com' },
            attendee: { name: attendee, address: 'asa@example.com' },
          },
          WRITTEN,
        );
        const event = read(text);
        expect([event.events, event.attendees, event.start, event.uid]).toEqual([1, 1, PART.startsAt, PART.uid]);
        expect([event.organiser[1], event.attendee[1]]).toEqual(['mailto:eva@example.com', 'mailto:asa@example.com']);
        const lines = text.split('\r\n');
        expect(lines.at(-1)).toBe('');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
      }),
    );
  });
});

describe('a mail with an interview', () => {
  it('arrives with the calendar beside its text and as a file, organised by the mailbox that sends it', async () => {
    const server = await startSmtpServer();
    const mail = await createMailFixture();
    try {
      const account = testAccount(server);
      expect(
        await mail.handlers['mail.save-account']({ account, password: server.password, clientSecret: null }),
      ).toMatchObject({
        ok: true,
      });
      const calendar = { ...PART, organiser: { name: 'Somebody else', address: 'other@example.com' } };
      const { id, message } = testMessage('asa@example.com', { calendar });
      const answer = await mail.handlers['mail.deliver']({ id, message, again: false });
      expect(answer).toMatchObject({ ok: true, value: { state: 'sent' } });
      const [received] = server.received;
      expect(received?.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
      const { attachments, text } = await PostalMime.parse(received?.raw ?? '', { attachmentEncoding: 'utf8' });
      expect(text).toContain('Hej Åsa');
      const files = attachments.map(({ filename, mimeType, content }) => [
        filename,
        mimeType,
        typeof content === 'string' ? content : '',
      ]);
      const ics = files.find(([, type]) => type === 'application/ics');
      expect(ics?.[0]).toBe('interview.ics');
      expect(new Set(files.map(([, , content]) => content?.trim())).size).toBe(1);
      expect(read(ics?.[2] ?? '')).toMatchObject({
        uid: PART.uid,
        organiser: ['Somebody else', 'mailto:eva@example.com'],
      });
    } finally {
      await mail.close();
      await server.stop();
    }
  });

  it('is the same to the last byte at every attempt', async () => {
    const { id, message } = testMessage('asa@example.com', { calendar: PART });
    const [first, second] = [await composeMime(id, message), await composeMime(id, message)];
    expect(Buffer.from(first?.bytes ?? [])).toEqual(Buffer.from(second?.bytes ?? []));
    expect(Buffer.from(first?.bytes ?? []).toString('latin1')).toContain('text/calendar');
  });
});
