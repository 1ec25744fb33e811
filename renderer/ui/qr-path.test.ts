import ICAL from 'ical.js';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { interviewCode, type EventSaid } from '../../shared/domain/interview-code.js';
import { qrPath } from './qr-path.js';

const NOW = Date.UTC(2026, 10, 18, 9, 2);
const EVENT: EventSaid = {
  uid: `${'a'.repeat(32)}@fairdesk`,
  sequence: 1,
  startsAt: Date.UTC(2026, 10, 18, 9, 30),
  minutes: 30,
  summary: 'Første intervju – Trainee, kraftsystemer; Nät & drift – Example AB',
  place: 'Stand B14, hall 2; ved kaffen',
};
const PIXELS = 4;

/** What a camera sees of the path, and a phone's calendar of that. */
function scan({ size, path }: ReturnType<typeof qrPath>) {
  const side = size * PIXELS;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, left, top] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let at = 0; at < PIXELS * PIXELS; at++) {
      const x = Number(left) * PIXELS + (at % PIXELS);
      const y = Number(top) * PIXELS + Math.floor(at / PIXELS);
      pixels.set([0, 0, 0], (y * side + x) * 4);
    }
  }
  return jsQR(pixels, side, side);
}

function read(text: string) {
  const event = new ICAL.Event(ICAL.Component.fromString(text));
  return {
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().getTime(),
    end: event.endDate.toJSDate().getTime(),
    summary: event.summary,
    place: event.location,
  };
}

describe('an interview as a code that a phone reads', () => {
  it('R93 is the same event to a reader of codes and a parser of calendars', () => {
    const scanned = scan(qrPath(interviewCode(EVENT, NOW)));
    expect(read(scanned?.data ?? '')).toEqual({
      uid: EVENT.uid,
      sequence: 1,
      start: EVENT.startsAt,
      end: EVENT.startsAt + 30 * 60_000,
      summary: EVENT.summary,
      place: EVENT.place,
    });
  });

  it('R93 stays as coarse as a phone can read, whatever it is called', () => {
    const long = { ...EVENT, summary: 'Å😀\r\nEND:VEVENT '.repeat(60), place: 'Ø;'.repeat(200) };
    const path = qrPath(interviewCode(long, NOW));
    expect(path.size).toBeLessThanOrEqual(4 * 15 + 17 + 8);
    const { summary, ...event } = read(scan(path)?.data ?? '');
    expect(event).toMatchObject({ uid: EVENT.uid, start: EVENT.startsAt });
    expect(summary).toMatch(/^Å😀 END:VEVENT .*…$/u);
  });
});
