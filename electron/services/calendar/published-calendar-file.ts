import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { singleLine } from '../../../shared/domain/single-line.js';
import { MINUTE, type Instant } from '../../../shared/lib/time.js';
import type { PublishedCalendar } from '../../../shared/records/published-calendar.js';

type Event = PublishedCalendar['events'][number];

/**
 * Many events as one file (RFC 5545) with `METHOD:PUBLISH`: to be kept, and nobody is asked for an answer (RFC 5546 3.2.1).
 * Times are UTC, so that no calendar needs to know a zone.
 */
export function publishedCalendarFile({ name, events }: PublishedCalendar, writtenAt: Instant): string {
  const calendar = ical({
    prodId: { company: 'Fairdesk', product: 'Fairdesk', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name: singleLine(name),
  });
  for (const event of events) calendar.createEvent(eventOf(event, writtenAt));
  return `${calendar.toString()}\r\n`;
}

function eventOf(event: Event, writtenAt: Instant): ICalEventData {
  const { uid, sequence, startsAt, minutes, summary, place, organiser, category, description } = event;
  return {
    id: uid,
    sequence,
    stamp: new Date(writtenAt),
    start: new Date(startsAt),
    end: new Date(startsAt + minutes * MINUTE),
    summary: singleLine(summary),
    location: singleLine(place) === '' ? null : singleLine(place),
    description: description === '' ? null : description.split('\n').map(singleLine).join('\n'),
    categories: singleLine(category) === '' ? [] : [{ name: singleLine(category) }],
    organizer:
      organiser === null ? null : { name: parameter(organiser.name) || organiser.address, email: organiser.address },
    status: ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
  };
}

/** The value of a parameter has no way of writing a double quote or a line end, nor an escape (RFC 5545 3.2). */
function parameter(text: string): string {
  return singleLine(text).replaceAll('"', "'").replaceAll('\\', '/');
}
