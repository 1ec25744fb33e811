import { foldText } from '../../../shared/lib/fold-text.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { CalendarEntry } from '../../data/roster/calendar-entries.js';
import type { ColumnsBy } from '../../state/calendar-view.js';
import type { WallSlot } from './wall-slot.js';

/** One column of a day that stands in several: a recruiter's, a room's, or that of what has no place. */
export interface DayColumn {
  readonly id: string;
  readonly title: string;
}

export interface DayColumns {
  readonly by: ColumnsBy;
  readonly columns: readonly DayColumn[];
}

interface RecruiterName {
  readonly id: RecruiterId;
  readonly name: string;
}

const NO_PLACE = 'no-place';

/** A column for each recruiter who is given, in their order; of the others for each who has something that day. */
export function recruiterColumns(
  given: readonly RecruiterName[],
  others: readonly RecruiterName[],
  entries: readonly CalendarEntry[],
): DayColumns {
  const busy = new Set(entries.flatMap(({ recruiterIds }) => recruiterIds));
  const columns = [...given, ...others.filter(({ id }) => busy.has(id))].map(({ id, name }) => ({ id, title: name }));
  return { by: 'recruiters', columns };
}

/**
 * A column for each room of the fair, then for each other place of that day's entries, by name; last for what has none. A place
 * is one whatever its capitals and accents, and is called as the fair calls it.
 */
export function roomColumns(
  rooms: readonly string[],
  entries: readonly CalendarEntry[],
  { noPlace, collator }: { readonly noPlace: string; readonly collator: Intl.Collator },
): DayColumns {
  const places = new Map<string, string>();
  const others = entries.map(({ place }) => place).sort((a, b) => collator.compare(a, b));
  for (const place of [...rooms, ...others]) {
    const id = roomOf(place);
    if (id !== NO_PLACE && !places.has(id)) places.set(id, place.trim());
  }
  const columns = [...places].map(([id, title]): DayColumn => ({ id, title }));
  const isNeeded = columns.length === 0 || entries.some(({ place }) => roomOf(place) === NO_PLACE);
  return { by: 'rooms', columns: isNeeded ? [...columns, { id: NO_PLACE, title: noPlace }] : columns };
}

/** What stands in a column; an entry of several recruiters stands in each of theirs. */
export function entriesIn(
  { by }: DayColumns,
  { id }: DayColumn,
  entries: readonly CalendarEntry[],
): readonly CalendarEntry[] {
  if (by === 'rooms') return entries.filter(({ place }) => roomOf(place) === id);
  return entries.filter(({ recruiterIds }) => recruiterIds.some((recruiter) => recruiter === id));
}

/** Whose, or where, something new is that is put into a column. */
export function slotIn({ by, columns }: DayColumns, id: string): Pick<WallSlot, 'place' | 'recruiterIds'> {
  const column = columns.find((one) => one.id === id);
  if (column === undefined) return {};
  if (by === 'recruiters') return { recruiterIds: [id as RecruiterId] }; // the column was made from the recruiter
  return { place: id === NO_PLACE ? '' : column.title };
}

/** The same for an entry that is put from one column into another: the recruiter takes over from the other, and only there. */
export function movedInto(
  columns: DayColumns,
  { recruiterIds }: Pick<CalendarEntry, 'recruiterIds'>,
  from: string,
  to: string,
): Pick<WallSlot, 'place' | 'recruiterIds'> {
  if (from === to) return {};
  const slot = slotIn(columns, to);
  const [next] = slot.recruiterIds ?? [];
  if (next === undefined) return slot;
  return { recruiterIds: [...new Set(recruiterIds.map((id) => (id === from ? next : id)))] };
}

/** The id of the column of a place. */
export function roomOf(place: string): string {
  const folded = foldText(place);
  return folded === '' ? NO_PLACE : `room ${folded}`;
}
