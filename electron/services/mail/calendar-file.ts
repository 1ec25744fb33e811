import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
  type ICalEvent,
} from 'ical-generator';
import { singleLine } from '../../../shared/domain/single-line.js';
import { MINUTE, type Instant } from '../../../shared/lib/time.js';
import type { CalendarPart, PublishedEvent } from '../../../shared/records/message.js';

const METHODS = {
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
  PUBLISH: ICalCalendarMethod.PUBLISH,
} as const;

/**
 * The iTIP message (RFC 5546) of an interview as RFC 5545 text, lines ended by CRLF. Times are UTC, so that no calendar
 * needs to know a zone; the stamp is when the mail was written, so that every attempt gives the same bytes.
 */
export function calendarFile({ method, attendee, ...event }: CalendarPart, writtenAt: Instant): string {
  const isCancelled = method === 'CANCEL';
  const [calendar, entry] = begin(event, method, writtenAt);
  entry.createAttendee({
    name: nameOf(attendee),
    email: attendee.address,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: !isCancelled,
  });
  if (isCancelled) entry.status(ICalEventStatus.CANCELLED);
  return textOf(calendar);
}

/**
 * An event as a file of its own. `METHOD:PUBLISH` allows no attendee (RFC 5546 3.2.1), and is what Outlook and Apple's Calendar
 * take as an entry to keep, where `REQUEST` would ask whoever opens it for an answer.
 */
export function publishedFile(event: PublishedEvent, writtenAt: Instant): string {
  const [calendar] = begin(event, 'PUBLISH', writtenAt);
  return textOf(calendar);
}

function begin(event: PublishedEvent, method: keyof typeof METHODS, writtenAt: Instant): [ICalCalendar, ICalEvent] {
  const { uid, sequence, startsAt, minutes, summary, place, organiser } = event;
  const calendar = ical({
    prodId: { company: 'Fairdesk', product: 'Fairdesk', language: 'EN' },
    method: METHODS[method],
  });
  const entry = calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(writtenAt),
    start: new Date(startsAt),
    end: new Date(startsAt + minutes * MINUTE),
    summary: singleLine(summary),
    location: singleLine(place) === '' ? null : singleLine(place),
    organizer: organiser === null ? null : { name: nameOf(organiser), email: organiser.address },
    status: ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
  });
  return [calendar, entry];
}

function textOf(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`;
}

/** As the value of a parameter, which has no way of writing a double quote or a line end, nor an escape (RFC 5545, 3.2). */
function nameOf({ name, address }: CalendarPart['organiser']): string {
  return singleLine(name).replaceAll('"', "'").replaceAll('\\', '/') || address;
}
