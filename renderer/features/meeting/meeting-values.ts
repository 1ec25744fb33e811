import { GROUP_PLACES } from '../../../shared/domain/group-places.js';
import type { MeetingPlace } from '../../../shared/domain/movable-interview.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { wallTimeIn, type Instant } from '../../../shared/lib/time.js';
import type { Interview } from '../../../shared/records/interview.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { MeetingRequest } from '../../state/meeting-request.js';
import { checkSlot, readSlot, type SlotValues } from '../../ui/slot-values.js';

/** When, where and with whom, as it is typed. */
export interface MeetingValues extends SlotValues {
  readonly kind: Interview['kind'];
  readonly recruiterIds: readonly RecruiterId[];
  /** Of a group; empty: for as many as are invited. */
  readonly places: number | '';
  /** Whether those hear of a new time who were told the earlier one. */
  readonly tellAgain: boolean;
}

/** What the form was opened on, and what judges it. */
export interface MeetingStart {
  readonly fields: Interview;
  /** Of all its records, as they hold for the group. */
  readonly places: number | null;
  /** Whether it is a group already; null where its places are not for this form to change. */
  readonly isGroup: boolean | null;
  readonly zone: string;
  readonly now: Instant;
}

/** As it stands, or where it was dragged to. */
export function meetingValues({ fields, places, zone }: MeetingStart, to: MeetingRequest['to']): MeetingValues {
  const { startsAt, minutes, place, kind, recruiterIds } = fields;
  const stands = { minutes, place, kind, recruiterIds, places: places ?? ('' as const) };
  return { ...wallTimeIn(zone, startsAt), ...stands, tellAgain: true, ...to };
}

/** What is wrong, by field. What nobody touched is right as it stands, also in the past. */
export function checkMeeting(values: MeetingValues, start: MeetingStart): Readonly<Record<string, MessageKey>> {
  return {
    ...(isMoved(values, start) ? checkSlot(values, rulesOf(start)) : {}),
    ...(values.recruiterIds.length === 0 ? { recruiterIds: 'calendar.nobodysCalendar' } : {}),
    ...(isPlaces(values.places) || !asksPlaces(values, start)
      ? {}
      : { places: 'progress.problems.interview-places-invalid' }),
  };
}

/** Where it is to be; null where it stays, or while something is wrong. */
export function readMove(values: MeetingValues, start: MeetingStart): MeetingPlace | null {
  return isMoved(values, start) ? readSlot(values, rulesOf(start)) : null;
}

export function isMoved(values: MeetingValues, start: MeetingStart): boolean {
  const { date, time, minutes, place } = meetingValues(start, null);
  return (
    values.date !== date ||
    values.time !== time ||
    values.place.trim() !== place ||
    Number(values.minutes) !== minutes ||
    values.minutes === ''
  );
}

/** Of a group, and of what is about to be one. */
export function asksPlaces({ kind }: MeetingValues, { isGroup }: MeetingStart): boolean {
  return isGroup === true || (isGroup === false && kind === 'group');
}

/** Whether anything but new answers would be lost with the form. */
export function isChanged(values: MeetingValues, start: MeetingStart): boolean {
  return isMoved(values, start) || Object.keys(changedDetails(values, start)).length > 0;
}

/** What is different from what the form was opened on. Places that were entered and are not shown any more are not meant. */
export function changedDetails(
  values: MeetingValues,
  start: MeetingStart,
): Partial<Pick<Interview, 'kind' | 'recruiterIds' | 'places'>> {
  const { kind, recruiterIds } = values;
  const { fields } = start;
  const places = !asksPlaces(values, start) ? start.places : values.places === '' ? null : values.places;
  const isSame = recruiterIds.length === fields.recruiterIds.length && isWithin(recruiterIds, fields.recruiterIds);
  return {
    ...(kind === fields.kind ? {} : { kind }),
    ...(isSame ? {} : { recruiterIds: [...recruiterIds] }),
    ...(places === start.places ? {} : { places }),
  };
}

function isPlaces(places: number | ''): boolean {
  const { min, max } = GROUP_PLACES;
  return places === '' || (Number.isInteger(places) && places >= min && places <= max);
}

function isWithin(some: readonly RecruiterId[], all: readonly RecruiterId[]): boolean {
  return some.every((id) => all.includes(id));
}

function rulesOf({ fields, zone, now }: MeetingStart) {
  return { zone, interview: { now, stands: fields.startsAt } };
}
