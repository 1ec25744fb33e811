import ICAL from 'ical.js';
import { answerOfPartstat, type CalendarAnswer } from '../../../shared/domain/said-answer.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { instantAt, isZone, MINUTE, SECOND, type Instant } from '../../../shared/lib/time.js';
import type { ReadProblem } from './read-problem.js';

/** Characters; a reply to one interview has two thousand. */
const LARGEST = 500_000;
const MOST_EVENTS = 50;

type Method = 'REPLY' | 'COUNTER';

/**
 * The answers of an iTIP message (RFC 5546): REPLY says whether somebody comes, COUNTER proposes another time.
 *
 * @param zone of times that name none
 */
export function readCalendarAnswers(text: string, zone: string): Result<readonly CalendarAnswer[], ReadProblem> {
  if (text.length > LARGEST) return failure('answer/too-large');
  try {
    const calendar = ICAL.Component.fromString(text.replace(/^\uFEFF/, '').trim());
    const method = String(calendar.getFirstPropertyValue('method')).toUpperCase();
    if (calendar.name !== 'vcalendar' || !isMethod(method)) return failure('answer/not-a-reply');
    const events = calendar.getAllSubcomponents('vevent').slice(0, MOST_EVENTS);
    if (events.length === 0) return failure('answer/none');
    return success(events.map((event) => answerOf(event, method, zone)));
  } catch {
    return failure('answer/unreadable'); // the parser throws at what is no calendar, and at values that are none
  }
}

function isMethod(method: string): method is Method {
  return method === 'REPLY' || method === 'COUNTER';
}

type Component = InstanceType<typeof ICAL.Component>;
type Property = InstanceType<typeof ICAL.Property>;

function answerOf(event: Component, method: Method, zone: string): CalendarAnswer {
  const sequence = event.getFirstPropertyValue('sequence');
  return {
    way: 'calendar',
    uid: String(event.getFirstPropertyValue('uid')),
    sequence: typeof sequence === 'number' && Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0,
    attendees: event.getAllProperties('attendee').map((attendee) => ({
      address: addressOf(attendee),
      answer: method === 'COUNTER' ? 'new-time' : answerOfPartstat(parameter(attendee, 'partstat')),
    })),
    at: instantOf(event.getFirstProperty('dtstamp'), 'UTC'),
    proposed: method === 'COUNTER' ? proposedIn(event, zone) : null,
  };
}

function addressOf(attendee: Property): string {
  return String(attendee.getFirstValue())
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
}

function parameter(property: Property, name: string): string {
  const value: unknown = property.getParameter(name);
  return typeof value === 'string' ? value : '';
}

/** Null where no time can be read: that another one is wished for counts all the same. */
function proposedIn(event: Component, zone: string): CalendarAnswer['proposed'] {
  const startsAt = instantOf(event.getFirstProperty('dtstart'), zone);
  if (startsAt === null) return null;
  const end = instantOf(event.getFirstProperty('dtend'), zone);
  const duration: unknown = event.getFirstPropertyValue('duration');
  const length =
    end === null && duration instanceof ICAL.Duration ? duration.toSeconds() * SECOND : (end ?? startsAt) - startsAt;
  return { startsAt, minutes: Math.max(1, Math.round(length / MINUTE)) };
}

/**
 * Zones by their IANA name, whose rules are known better here; else by the rules that lie in the file. Null for a zone that
 * nobody knows: no time is better than another one.
 */
function instantOf(property: Property | null, zone: string): Instant | null {
  const time: unknown = property?.getFirstValue();
  if (property === null || !(time instanceof ICAL.Time) || time.isDate) return null;
  const at = instantIn(time, parameter(property, 'tzid'), zone);
  return at !== null && Number.isSafeInteger(at) && at >= 0 ? at : null;
}

function instantIn(time: InstanceType<typeof ICAL.Time>, named: string, zone: string): Instant | null {
  if (named !== '' && isZone(named)) return onWall(time, named);
  if (time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * SECOND;
  return named === '' ? onWall(time, zone) : null;
}

function onWall(time: InstanceType<typeof ICAL.Time>, zone: string): Instant {
  const [date = '', clock = ''] = time.toString().replace('Z', '').split('T');
  return instantAt(zone, date, clock);
}
