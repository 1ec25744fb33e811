import type { MessageKey } from '../../../shared/i18n/translate.js';
import { dateIn, hourIn, wallTimeIn, type Instant } from '../../../shared/lib/time.js';
import type { Appointment } from '../../../shared/records/appointment.js';
import type { PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { checkSlot, type SlotValues } from './slot-values.js';

/** An appointment as it is typed. */
export interface AppointmentValues extends SlotValues {
  readonly title: string;
  readonly recruiterIds: readonly RecruiterId[];
  readonly personId: PersonId | null;
  readonly vacancyId: VacancyId | null;
}

interface Start {
  readonly zone: string;
  readonly now: Instant;
  readonly recruiterId: string | null;
}

/** A new one: in one's own calendar, where it was picked, else at the next full hour. */
export function newAppointment(
  slot: Pick<SlotValues, 'date' | 'time' | 'minutes'> | null,
  { zone, now, recruiterId }: Start,
): AppointmentValues {
  const nextHour = Math.min(23, hourIn(zone, now) + 1)
    .toString()
    .padStart(2, '0');
  const when = slot ?? { date: dateIn(zone, now), time: `${nextHour}:00`, minutes: 30 };
  const recruiterIds = recruiterId === null ? [] : [recruiterId as RecruiterId];
  return { ...when, title: '', place: '', recruiterIds, personId: null, vacancyId: null };
}

export function valuesOf(appointment: Appointment, zone: string): AppointmentValues {
  const { title, startsAt, minutes, place, recruiterIds, personId, vacancyId } = appointment;
  return { ...wallTimeIn(zone, startsAt), title, minutes, place, recruiterIds, personId, vacancyId };
}

export function checkAppointment(values: AppointmentValues, zone: string): Readonly<Record<string, MessageKey>> {
  return {
    ...(values.title.trim() === '' ? { title: 'common.required' } : {}),
    ...checkSlot(values, { zone, interview: null }),
    ...(values.recruiterIds.length === 0 ? { recruiterIds: 'calendar.nobodysCalendar' } : {}),
  };
}
