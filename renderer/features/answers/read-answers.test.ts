import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { instantAt } from '../../../shared/lib/time.js';
import { LARGEST_ANSWER, readAnswers } from './read-answers.js';

const ZONE = 'Europe/Oslo';
const INTERVIEW = '0123456789abcdef'.repeat(2);
const TOKEN = `fd1-${INTERVIEW}-2-a-${'c'.repeat(32)}`;
const OTHER = `fd1-${INTERVIEW}-2-w-${'d'.repeat(32)}`;
const DATE = Date.UTC(2026, 10, 18, 9, 30);

function mail(lines: readonly string[], body = 'See you!'): string {
  return [...lines, 'Date: Wed, 18 Nov 2026 10:30:00 +0100', 'MIME-Version: 1.0', '', body, ''].join('\r\n');
}

const read = async (source: string | Uint8Array) => await readAnswers(source, ZONE);
const bytes = (text: string) => new TextEncoder().encode(text);
const token = (at: number | null, ...tokens: string[]) => ({ ok: true, value: [{ way: 'mail', tokens, at }] });
const problem = (code: string) => ({ ok: false, code });

function reply(lines: readonly string[], method = 'COUNTER'): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Another program//EN',
    ...(method === '' ? [] : [`METHOD:${method}`]),
    'BEGIN:VEVENT',
    `UID:${INTERVIEW}@fairdesk`,
    'DTSTAMP:20261118T093000Z',
    'ATTENDEE;PARTSTAT=TENTATIVE:MAILTO:Asa@Example.com',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

describe('the answer in a mail', () => {
  it('R85 is the token of its subject, with the date of the mail, however the subject is written', async () => {
    const plain = mail([`Subject: SV: Ja - Trainee (${TOKEN})`]);
    const folded = mail([`Subject: =?utf-8?Q?Ja=2C_jeg_kommer_?=`, ` (${TOKEN.toUpperCase()})`]);
    for (const source of [plain, bytes(plain), `\n${plain}`, folded, bytes(folded)]) {
      expect(await read(source)).toEqual(token(DATE, TOKEN));
    }
  });

  it('R85 in its text counts where the subject has none, and what is quoted does not', async () => {
    expect(await read(mail(['Subject: Yes'], `Yes! ${TOKEN}\r\n> ${OTHER}`))).toEqual(token(DATE, TOKEN));
    const html = mail(['Subject: Yes', 'Content-Type: text/html'], `<p>Yes <b>(${TOKEN})</b></p>`);
    expect(await read(html)).toEqual(token(DATE, TOKEN));
    expect(await read(mail(['Subject: Yes'], `${TOKEN} ${OTHER}`))).toEqual(token(DATE, TOKEN, OTHER));
  });

  it('R85 without a date has none', async () => {
    const undated = mail([`Subject: Ja (${TOKEN})`]).replace(/Date: .*\r\n/, 'Date: soon\r\n');
    expect(await read(undated)).toEqual(token(null, TOKEN));
    expect(await read(`Ja - Trainee (${TOKEN})`)).toEqual(token(null, TOKEN));
  });

  it('is not there: says so', async () => {
    expect(await read(mail(['Subject: Hello']))).toEqual(problem('answer/none'));
    expect(await read('Yes, I will attend')).toEqual(problem('answer/none'));
  });
});

describe('the answer of a calendar program', () => {
  const proposing = async (...lines: readonly string[]) => {
    const answer = await read(bytes(reply(lines)));
    return answer.ok && answer.value[0]?.way === 'calendar' ? answer.value[0].proposed : answer;
  };

  it('R89 proposes a time in UTC, in a zone by its name, by its own rules, or in none', async () => {
    const at = instantAt(ZONE, '2026-11-20', '10:00');
    expect(await proposing('DTSTART:20261120T090000Z', 'DURATION:PT45M')).toEqual({ startsAt: at, minutes: 45 });
    const named = ['DTSTART;TZID=Europe/Helsinki:20261120T110000', 'DTEND;TZID=Europe/Helsinki:20261120T113000'];
    expect(await proposing(...named)).toEqual({ startsAt: at, minutes: 30 });
    expect(await proposing('DTSTART:20261120T100000')).toEqual({ startsAt: at, minutes: 1 });
    const outlook = reply(['DTSTART;TZID=W. Europe Standard Time:20261120T100000', 'DURATION:PT1H']).replace(
      'BEGIN:VEVENT',
      [
        'BEGIN:VTIMEZONE',
        'TZID:W. Europe Standard Time',
        'BEGIN:STANDARD',
        'DTSTART:16010101T030000',
        'TZOFFSETFROM:+0200',
        'TZOFFSETTO:+0100',
        'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
        'END:STANDARD',
        'BEGIN:DAYLIGHT',
        'DTSTART:16010101T020000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
        'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
        'END:DAYLIGHT',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
      ].join('\r\n'),
    );
    expect(await read(outlook)).toMatchObject({ value: [{ proposed: { startsAt: at, minutes: 60 } }] });
    expect(await proposing('DTSTART;VALUE=DATE:20261120')).toBeNull();
    expect(await proposing('DTSTART;TZID=Somewhere:20261120T100000')).toBeNull();
  });

  it('says who it is from and which version it answers; without a version it is the first', async () => {
    expect(await read(reply(['SEQUENCE:4'], 'REPLY'))).toMatchObject({
      value: [{ sequence: 4, at: DATE, attendees: [{ address: 'asa@example.com', answer: 'new-time' }] }],
    });
    expect(await read(reply([], 'reply'))).toMatchObject({ value: [{ sequence: 0 }] });
  });

  it('is no answer where it is an entry, an invitation, or no calendar at all', async () => {
    for (const method of ['REQUEST', 'PUBLISH', 'CANCEL', '']) {
      expect(await read(reply([], method))).toEqual(problem('answer/not-a-reply'));
    }
    expect(await read('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID')).toEqual(problem('answer/unreadable'));
    expect(await read(reply(['DTSTART:yesterday']))).toEqual(problem('answer/unreadable'));
  });
});

describe('what is no answer', () => {
  it('is refused by what it is: too large, damaged, a mail of Outlook', async () => {
    expect(await read(new Uint8Array(LARGEST_ANSWER + 1))).toEqual(problem('answer/too-large'));
    expect(await read(reply([`DESCRIPTION:${'x'.repeat(600_000)}`]))).toEqual(problem('answer/too-large'));
    expect(await read(new Uint8Array(100))).toEqual(problem('answer/unreadable'));
    expect(await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual(problem('answer/outlook-message'));
  });

  it('never throws, whatever its bytes are', async () => {
    const whole = [mail([`Subject: Ja (${TOKEN})`]), reply(['DTSTART:20261120T090000Z'])];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(800), fc.constantFrom('\r\n', ':', ';', '\0', '=?', 'å', ' ', '-', 'BEGIN:', '9'))),
        async (text, cuts) => {
          const damaged = cuts.reduce(
            (before, [at, put]) => `${before.slice(0, at)}${put}${before.slice(at + 1)}`,
            text,
          );
          expect(typeof (await read(bytes(damaged))).ok).toBe('boolean');
        },
      ),
    );
  });
});
