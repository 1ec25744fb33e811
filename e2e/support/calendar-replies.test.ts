import { spawnSync } from 'node:child_process';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../electron/services/mail/calendar-file.js';
import { readAnswers } from '../../renderer/features/answers/read-answers.js';
import type { CalendarPart } from '../../shared/records/message.js';
import { findPython } from '../../electron/services/testing/find-python.js';

const WRITTEN = Date.UTC(2026, 8, 20, 12);
const REPLIED = Date.UTC(2026, 8, 20, 15, 30);
const PART: CalendarPart = {
  method: 'REQUEST',
  uid: `${'a'.repeat(32)}@fairdesk`,
  sequence: 2,
  startsAt: Date.UTC(2026, 8, 21, 14, 15),
  minutes: 45,
  summary: 'Första intervjun: Trainee; Example AB, Umeå',
  place: 'Rum 4, plan 2',
  organiser: { name: 'Eva Lind', address: 'eva@example.com' },
  attendee: { name: 'Åsa Öberg', address: 'Asa@example.com' },
};

/** Answers an invitation as RFC 5546 3.2.3 and 3.2.7 say, with Python's icalendar. */
const PYTHON = `
import sys
from datetime import datetime, timedelta, timezone
try:
  from pytz import timezone as zone_named
except ImportError:
  from zoneinfo import ZoneInfo as zone_named
from icalendar import Calendar, Event
method, partstat, zone = sys.argv[1:4]
asked, = Calendar.from_ical(sys.stdin.buffer.read()).walk('VEVENT')
reply = Calendar()
reply.add('prodid', '-//Another program//EN')
reply.add('version', '2.0')
reply.add('method', method)
event = Event()
for name in ('UID', 'SEQUENCE', 'ORGANIZER', 'SUMMARY'):
  event[name] = asked[name]
event.add('dtstamp', datetime(2026, 9, 20, 15, 30, tzinfo=timezone.utc))
attendee = asked['ATTENDEE']
attendee.params.pop('RSVP')
attendee.params['PARTSTAT'] = partstat
event['ATTENDEE'] = attendee
start = asked['DTSTART'].dt
if method == 'COUNTER':
  start = (start + timedelta(days=1)).astimezone(zone_named(zone))
event.add('dtstart', start)
event.add('dtend', start + timedelta(minutes=45))
reply.add_component(event)
if zone != 'UTC' and hasattr(reply, 'add_missing_timezones'):
  reply.add_missing_timezones()
sys.stdout.buffer.write(reply.to_ical())
`;

function replyOfPython(method: 'REPLY' | 'COUNTER', partstat: string, zone = 'UTC'): string {
  const { stdout, stderr } = spawnSync(findPython('icalendar'), ['-c', PYTHON, method, partstat, zone], {
    input: calendarFile(PART, WRITTEN),
  });
  expect(stderr.toString()).toBe('');
  return stdout.toString();
}

function replyOfIcalJs(partstat: string): string {
  const calendar = ICAL.Component.fromString(calendarFile(PART, WRITTEN));
  calendar.updatePropertyWithValue('method', 'REPLY');
  const event = calendar.getFirstSubcomponent('vevent');
  event?.getFirstProperty('attendee')?.setParameter('partstat', partstat);
  event?.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(REPLIED), true));
  return calendar.toString();
}

/** As mail programs send it: the reply beside a text. */
function asMail(calendar: string, method: string): string {
  return [
    'From: =?utf-8?Q?=C3=85sa_=C3=96berg?= <asa@example.com>',
    'To: eva@example.com',
    'Subject: Accepted: an interview',
    'Date: Sun, 20 Sep 2026 17:31:02 +0200',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'It suits me.',
    '--part',
    `Content-Type: text/calendar; charset=utf-8; method=${method}`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(calendar)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '--part--',
    '',
  ].join('\r\n');
}

const ANSWERS = { ACCEPTED: 'accepted', DECLINED: 'not-accepted', TENTATIVE: 'new-time', 'NEEDS-ACTION': null };
const expected = (answer: string | null) => ({
  ok: true,
  value: [
    {
      way: 'calendar',
      uid: PART.uid,
      sequence: 2,
      attendees: [{ address: 'asa@example.com', answer }],
      at: REPLIED,
      proposed: null,
    },
  ],
});

describe('a reply that another program’s library made', () => {
  it('R87, R88, R89 by Python’s icalendar is understood, as a file and in a mail', async () => {
    for (const [partstat, answer] of Object.entries(ANSWERS)) {
      const reply = replyOfPython('REPLY', partstat);
      expect(await readAnswers(Buffer.from(reply), 'Europe/Stockholm')).toEqual(expected(answer));
      expect(await readAnswers(Buffer.from(asMail(reply, 'REPLY')), 'Europe/Stockholm')).toEqual(expected(answer));
    }
  });

  it('R87, R88, R89 by ical.js is understood, pasted too', async () => {
    for (const [partstat, answer] of Object.entries(ANSWERS)) {
      expect(await readAnswers(replyOfIcalJs(partstat), 'Europe/Stockholm')).toEqual(expected(answer));
    }
  });

  it('R89 that proposes another time says which, in whatever zone it is written', async () => {
    for (const zone of ['UTC', 'America/New_York', 'Europe/Stockholm']) {
      const proposed = { startsAt: Date.UTC(2026, 8, 22, 14, 15), minutes: 45 };
      for (const source of [
        replyOfPython('COUNTER', 'TENTATIVE', zone),
        asMail(replyOfPython('COUNTER', 'DECLINED', zone), 'COUNTER'),
      ]) {
        expect(await readAnswers(Buffer.from(source), 'Europe/Stockholm')).toMatchObject({
          value: [{ attendees: [{ answer: 'new-time' }], proposed }],
        });
      }
    }
  });
});
