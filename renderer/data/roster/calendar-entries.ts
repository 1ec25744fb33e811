import { groupPlaces, type GroupPlaces } from '../../../shared/domain/group-places.js';
import { MINUTE, type Instant } from '../../../shared/lib/time.js';
import {
  INTERVIEW_TYPES,
  type Interview,
  type InterviewAnswer,
  type InterviewType,
} from '../../../shared/records/interview.js';
import type {
  ApplicationId,
  AppointmentId,
  InterviewId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import type { AppointmentRow, InterviewRow, Roster } from './rows.js';

/** What *Activity* says of an entry (R95), and what *Select activity* chooses from (R98, C35). */
export const ACTIVITIES = [...INTERVIEW_TYPES, 'appointment'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Somebody whom an entry concerns; the name leads to his or her dossier (R100). */
export interface EntryPerson {
  readonly personId: PersonId;
  /** Null for a person who applied for nothing. */
  readonly applicationId: ApplicationId | null;
  readonly vacancyId: VacancyId | null;
  readonly name: string;
}

export interface InvitedPerson extends EntryPerson {
  readonly interviewId: InterviewId;
  readonly applicationId: ApplicationId;
  readonly vacancyId: VacancyId;
  /** *Acc. time* (R96); null where nobody was invited (C31). */
  readonly accTime: InterviewAnswer | null;
}

interface EntryBase {
  /** One of its own for each entry that is shown. */
  readonly id: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly recruiterIds: readonly RecruiterId[];
  /** Empty where it concerns no vacancy. */
  readonly vacancyTitle: string;
}

/** A meeting with everybody who is invited to it. */
export interface InterviewEntry extends EntryBase {
  readonly kind: 'interview';
  readonly activity: InterviewType;
  readonly meetingId: string;
  readonly people: readonly InvitedPerson[];
  /** Null where it is no group interview. */
  readonly group: InterviewGroup | null;
}

export interface InterviewGroup extends GroupPlaces {
  readonly kind: Interview['kind'];
}

/** C35: something else that stands in the calendar. */
export interface AppointmentEntry extends EntryBase {
  readonly kind: 'appointment';
  readonly activity: 'appointment';
  readonly appointmentId: AppointmentId;
  readonly title: string;
  readonly people: readonly EntryPerson[];
}

export type CalendarEntry = InterviewEntry | AppointmentEntry;

export interface EntryFilter {
  /** Entries that touch the time from here … */
  readonly from: Instant;
  /** … up to, not including, here. */
  readonly to: Instant;
  /** Empty for all of them. */
  readonly activities: readonly Activity[];
  /** Whose calendar; empty for everybody's. */
  readonly recruiterIds: readonly RecruiterId[];
}

/**
 * What stands in the calendar (R93), the earliest first: each meeting once, whoever and however many are invited to it.
 * Cancelled ones are gone.
 */
export function calendarEntries(roster: Roster, filter: EntryFilter): readonly CalendarEntry[] {
  const meetings = new Map<string, InterviewRow[]>();
  const wanted = new Set<string>();
  for (const interview of roster.interviews.values()) {
    if (interview.cancelled || !isWithin(interview, filter)) continue;
    // Two laptops may have moved different applicants of one meeting: nobody is shown at a time that is not theirs.
    const id = `${interview.meetingId}-${interview.startsAt}`;
    const meeting = meetings.get(id);
    if (meeting === undefined) meetings.set(id, [interview]);
    else meeting.push(interview);
    if (isWanted(interview, interview.type, filter)) wanted.add(id);
  }
  const entries: CalendarEntry[] = [...meetings].flatMap(([id, rows]) =>
    wanted.has(id) ? (interviewEntry(roster, id, rows) ?? []) : [],
  );
  for (const appointment of roster.appointments.values()) {
    if (appointment.cancelled || !isWithin(appointment, filter)) continue;
    if (!isWanted(appointment, 'appointment', filter)) continue;
    entries.push(appointmentEntry(roster, appointment));
  }
  return entries.sort((a, b) => a.startsAt - b.startsAt || a.minutes - b.minutes || (a.id < b.id ? -1 : 1));
}

/** When an entry is over. */
export function endOf({ startsAt, minutes }: Pick<EntryBase, 'startsAt' | 'minutes'>): Instant {
  return startsAt + minutes * MINUTE;
}

type Timed = Pick<InterviewRow | AppointmentRow, 'startsAt' | 'minutes' | 'recruiterIds'>;

function isWithin(row: Timed, { from, to }: EntryFilter): boolean {
  return row.startsAt < to && endOf(row) > from;
}

function isWanted(row: Timed, activity: Activity, { activities, recruiterIds }: EntryFilter): boolean {
  if (activities.length > 0 && !activities.includes(activity)) return false;
  return recruiterIds.length === 0 || row.recruiterIds.some((id) => recruiterIds.includes(id));
}

function interviewEntry(roster: Roster, id: string, rows: readonly InterviewRow[]): InterviewEntry | null {
  const [first] = rows;
  if (first === undefined) return null;
  const people = rows.map((row): InvitedPerson => ({
    interviewId: row.id,
    personId: row.personId,
    applicationId: row.applicationId,
    vacancyId: row.vacancyId,
    name: nameOf(roster, row.personId),
    accTime: row.accTime,
  }));
  const { type, meetingId, startsAt, minutes, place, recruiterIds, vacancyId } = first;
  const vacancyTitle = roster.vacancies.get(vacancyId)?.title ?? '';
  const common = { startsAt, minutes, place, recruiterIds, vacancyTitle };
  return { kind: 'interview', id, activity: type, meetingId, people, group: groupOf(roster, rows), ...common };
}

function groupOf({ applications }: Roster, rows: readonly InterviewRow[]): InterviewGroup | null {
  const group = groupPlaces(
    rows.map((row) => ({ ...row, status: applications.get(row.applicationId)?.status ?? 'new' })),
  );
  return group === null ? null : { ...group, kind: rows.find(({ kind }) => kind !== null)?.kind ?? null };
}

function appointmentEntry(roster: Roster, appointment: AppointmentRow): AppointmentEntry {
  const { id, title, startsAt, minutes, place, recruiterIds, personId, applicationId, vacancyId } = appointment;
  const vacancyTitle = vacancyId === null ? '' : (roster.vacancies.get(vacancyId)?.title ?? '');
  const application = applicationId === null ? undefined : roster.applications.get(applicationId);
  const ids = { applicationId: application?.id ?? null, vacancyId: application?.vacancyId ?? null };
  const people = personId === null ? [] : [{ personId, ...ids, name: nameOf(roster, personId) }];
  const common = { startsAt, minutes, place, recruiterIds, vacancyTitle };
  return { kind: 'appointment', id, activity: 'appointment', appointmentId: id, title, people, ...common };
}

function nameOf({ people }: Roster, id: PersonId): string {
  const person = people.get(id);
  return person === undefined ? '' : `${person.givenName} ${person.familyName}`.trim();
}
