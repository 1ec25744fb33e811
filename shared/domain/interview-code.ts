import { MINUTE, wallTimeIn, type Instant } from '../lib/time.js';
import type { PublishedEvent } from '../records/message.js';
import { singleLine } from './single-line.js';

/** Characters that are shown of a title and of a place: a code that holds more has squares too small for a camera. */
const MOST_SUMMARY = 90;
const MOST_PLACE = 60;

/**
 * An event as a phone reads it from a QR code: one VEVENT (RFC 5545), not folded, with nothing that a calendar can do without. Nobody
 * is named in it but by the title.
 */
export function interviewCode({ uid, sequence, startsAt, minutes, summary, place }: EventSaid, now: Instant): string {
  const where = shortened(place, MOST_PLACE);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(now)}`,
    ...(sequence === 0 ? [] : [`SEQUENCE:${sequence.toString()}`]),
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(startsAt + minutes * MINUTE)}`,
    `SUMMARY:${shortened(summary, MOST_SUMMARY)}`,
    ...(where === '' ? [] : [`LOCATION:${where}`]),
    'END:VEVENT',
  ].join('\r\n');
}

export type EventSaid = Omit<PublishedEvent, 'organiser'>;

/** `20990602T070000Z` */
function utc(at: Instant): string {
  const { date, time } = wallTimeIn('UTC', at);
  return `${date.replaceAll('-', '')}T${time.replace(':', '')}00Z`;
}

/** As a value of TEXT (RFC 5545 3.3.11), cut between letters and not within one. */
function shortened(text: string, most: number): string {
  const letters = Array.from(singleLine(text));
  const kept =
    letters.length > most
      ? `${letters
          .slice(0, most - 1)
          .join('')
          .trimEnd()}…`
      : letters.join('');
  return kept.replace(/[\\;,]/g, (mark) => `\\${mark}`);
}
