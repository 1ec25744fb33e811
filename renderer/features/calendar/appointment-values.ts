import type { MessageKey } from '../../../shared/i18n/translate.js';
import { MINUTE, wallTimeIn, type Instant } from '../../../shared/lib/time.js';
import type { Appointment } from '../../../shared/records/appointment.js';
import type { PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { checkSlot, type SlotValues } from '../../ui/slot-values.js';

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
  /** When that one is free next within the hours that are for work; null where no day is near on which that is so. */
  readonly nextFree: Instant | null;
}

/** As long as a new one is until somebody says otherwise. */
export const NEW_MINUTES = 30;

/** A new one: in one's own calendar, where it was picked, else when one is free next. */
export function newAppointment(
  slot: Pick<SlotValues, 'date' | 'time' | 'minutes'> | null,
  { zone, now, recruiterId, nextFree }: Start,
): AppointmentValues {
  const halfHour = NEW_MINUTES * MINUTE;
  const begin = nextFree ?? Math.ceil((now + 1) / halfHour) * halfHour;
  const when = slot ?? { ...wallTimeIn(zone, begin), minutes: NEW_MINUTES };
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
