import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import type { ReceivedMail } from './smtp-server.js';

/** What a calendar program reads from an invitation; it is the same beside the text and in the file, or this throws. */
export interface ReadInterview {
  readonly method: string;
  readonly events: number;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  /** As it is written, with its zone: `20990602T070000Z`. */
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly place: string;
  /** Name and address. */
  readonly organiser: readonly string[];
  readonly attendee: readonly string[];
  readonly attendees: number;
  readonly answerAsked: boolean;
}

export async function readInterview({ raw }: ReceivedMail): Promise<ReadInterview> {
  const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const texts = attachments
    .filter(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
    .map(({ content }) => (typeof content === 'string' ? content.trim() : ''));
  const [text, ...others] = new Set(texts);
  if (text === undefined || texts.length !== 2 || others.length > 0)
    throw new Error(`not one interview, twice: ${texts.join('\n')}`);
  const read = readCalendar(text);
  if (!new RegExp(`^content-type: text/calendar;[^\\n]*method=${read.method}`, 'im').test(raw))
    throw new Error('mail programs show no buttons');
  return read;
}

function readCalendar(text: string): ReadInterview {
  const calendar = ICAL.Component.fromString(text);
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  const value = (name: string): string => String(event.getFirstPropertyValue(name));
  const people = (name: string) => event.getAllProperties(name);
  const person = (name: string): readonly string[] =>
    people(name).flatMap((one) => [String(one.getParameter('cn')), String(one.getFirstValue()).toLowerCase()]);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    events: events.length,
    uid: value('uid'),
    sequence: Number(value('sequence')),
    status: value('status'),
    start: written(event.getFirstPropertyValue('dtstart')),
    end: written(event.getFirstPropertyValue('dtend')),
    summary: value('summary'),
    place: value('location'),
    organiser: person('organizer'),
    attendee: person('attendee'),
    attendees: people('attendee').length,
    answerAsked: people('attendee').every((one) => one.getParameter('rsvp') === 'TRUE'),
  };
}

function written(time: unknown): string {
  if (!(time instanceof ICAL.Time)) throw new Error('no time');
  return time.toICALString();
}
