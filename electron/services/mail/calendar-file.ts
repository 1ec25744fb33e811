import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { singleLine } from '../../../shared/domain/single-line.js';
import { MINUTE, type Instant } from '../../../shared/lib/time.js';
import type { CalendarPart } from '../../../shared/records/message.js';

const METHODS = { REQUEST: ICalCalendarMethod.REQUEST, CANCEL: ICalCalendarMethod.CANCEL } as const;

/**
 * The iTIP message (RFC 5546) of an interview as RFC 5545 text, lines ended by CRLF. Times are UTC, so that no calendar
 * needs to know a zone; the stamp is when the mail was written, so that every attempt gives the same bytes.
 */
export function calendarFile(part: CalendarPart, writtenAt: Instant): string {
  const { method, uid, sequence, startsAt, minutes, summary, place, organiser, attendee } = part;
  const isCancelled = method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'Fairdesk', product: 'Fairdesk', language: 'EN' },
    method: METHODS[method],
  });
  calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(writtenAt),
    start: new Date(startsAt),
    end: new Date(startsAt + minutes * MINUTE),
    summary: singleLine(summary),
    location: singleLine(place) === '' ? null : singleLine(place),
    organizer: { name: nameOf(organiser), email: organiser.address },
    attendees: [
      {
        name: nameOf(attendee),
        email: attendee.address,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: !isCancelled,
      },
    ],
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
  });
  return `${calendar.toString()}\r\n`;
}

/** As the value of a parameter, which has no way of writing a double quote or a line end, nor an escape (RFC 5545, 3.2). */
function nameOf({ name, address }: CalendarPart['organiser']): string {
  return singleLine(name).replaceAll('"', "'").replaceAll('\\', '/') || address;
}
