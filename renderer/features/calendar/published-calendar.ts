import { isEmailAddress } from '../../../shared/domain/email-address.js';
import type { Translate } from '../../../shared/i18n/translate.js';
import type { PublishedCalendar } from '../../../shared/records/published-calendar.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { meetingFile } from '../../data/meeting-file.js';
import type { AppointmentEntry, CalendarEntry, InterviewEntry } from '../../data/roster/calendar-entries.js';
import type { Roster } from '../../data/roster/rows.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { ACTIVITY_WORDS } from './activity-words.js';
import { entryName } from '../../data/roster/entry-name.js';

type Event = PublishedCalendar['events'][number];

/**
 * What is on show as the events of one calendar file, in the words of the screen. A meeting has the id of its own file, so that
 * a file saved later takes its place; where two laptops moved applicants of one meeting apart, the later part has another id.
 */
export function publishedEvents(roster: Roster, entries: readonly CalendarEntry[], t: Translate): readonly Event[] {
  const used = new Set<string>();
  return entries.flatMap((entry): readonly Event[] => {
    const event = entry.kind === 'interview' ? meetingEvent(roster, entry, t) : appointmentEvent(roster, entry);
    if (event === null) return [];
    const uid = used.has(event.uid) ? `meeting-${entry.id}@fairdesk` : event.uid;
    used.add(uid);
    return [{ ...event, uid, category: t(ACTIVITY_WORDS[entry.activity]) }];
  });
}

type Described = Omit<Event, 'category'>;

function meetingEvent(roster: Roster, entry: InterviewEntry, t: Translate): Described | null {
  const [first] = entry.people;
  const event = first === undefined ? null : meetingFile(roster, first.interviewId, t(ACTIVITY_WORDS[entry.activity]));
  if (event === null) return null;
  const answers = entry.people.map(({ name, accTime }) =>
    accTime === null ? name : `${name}: ${t(ANSWER_LOOKS[accTime].word)}`,
  );
  const recruiters = `${t('calendar.recruiters')}: ${recruitersOf(roster, entry.recruiterIds).join(', ')}`;
  return { ...event, description: [...answers, recruiters].join('\n') };
}

/** Of appointments no change is counted: of two files the one written later holds (RFC 5546 2.1.5). */
function appointmentEvent(roster: Roster, entry: AppointmentEntry): Described {
  const { appointmentId, startsAt, minutes, place, recruiterIds, people, vacancyTitle } = entry;
  const organisers = recruiterIds.flatMap((id) => roster.recruiters.get(id) ?? []);
  const organiser = organisers.find(({ email }) => isEmailAddress(email));
  const concerned = [...people.map(({ name }) => name), vacancyTitle].filter((part) => part !== '');
  return {
    uid: `appointment-${appointmentId}@fairdesk`,
    sequence: 0,
    startsAt,
    minutes,
    summary: [entryName(entry), ...concerned].join(' – '),
    place,
    organiser: organiser === undefined ? null : { name: organiser.name, address: organiser.email },
    description: recruitersOf(roster, recruiterIds).join(', '),
  };
}

function recruitersOf({ recruiters }: Roster, ids: readonly RecruiterId[]): readonly string[] {
  return ids.flatMap((id) => recruiters.get(id)?.name ?? []);
}
