import { useMemo } from 'react';
import {
  nextFreeSlot,
  slotBoard,
  type BoardSlot,
  type FreeSlot,
  type SlotDay,
  type SlotResource,
} from '../../../shared/domain/slots.js';
import { dateIn, DAY, MINUTE, startOfDate } from '../../../shared/lib/time.js';
import { busyEntries, knownRooms, type BusyEntry } from '../../data/roster/busy.js';
import type { Roster } from '../../data/roster/rows.js';
import { DAYS_AHEAD, workingDays } from '../../data/roster/working-days.js';
import { useNow } from '../../data/use-now.js';
import { useRoster } from '../../data/use-session.js';
import { useSlotBoard } from '../../state/slot-board.js';
import { useFormats } from '../../ui/formats.js';

/** A recruiter or a room with the slots of the day. */
export interface BoardColumn {
  readonly key: string;
  readonly name: string;
  readonly resource: SlotResource;
  readonly slots: readonly BoardSlot<BusyEntry>[];
  /** The first one that is free, on this day or one of the next; null where none is. */
  readonly next: FreeSlot | null;
}

export interface SlotBoardOnShow {
  readonly date: string;
  readonly today: string;
  readonly minutes: number;
  readonly by: 'recruiter' | 'room';
  /** Null on a day on which nobody works. */
  readonly day: SlotDay | null;
  readonly columns: readonly BoardColumn[];
  /** Of anybody, or any room. */
  readonly next: FreeSlot | null;
}

/** What the slot board shows now. */
export function useSlotBoardOnShow(): SlotBoardOnShow {
  const { zone, collator } = useFormats();
  const now = useNow(MINUTE);
  const today = dateIn(zone, now);
  const { date: chosen, by, minutes } = useSlotBoard();
  const date = chosen ?? today;
  const select = useMemo(
    () =>
      (roster: Roster): SlotBoardOnShow => {
        const days = workingDays(roster, date);
        const from = startOfDate(zone, date);
        const entries = busyEntries(roster, from - DAY, from + (DAYS_AHEAD + 1) * DAY);
        const wish = { zone, minutes, now, personId: null };
        const resources = resourcesOf(roster, by).sort((a, b) => collator.compare(a.name, b.name));
        const day = days.find((one) => one.date === date) ?? null;
        const columns = resources.map(({ name, resource }) => ({
          key: name,
          name,
          resource,
          slots: day === null ? [] : slotBoard(resource, day, wish, entries),
          next: nextFreeSlot([resource], days, wish, entries),
        }));
        const next = columns.reduce<FreeSlot | null>(
          (best, one) => (one.next !== null && (best === null || one.next.startsAt < best.startsAt) ? one.next : best),
          null,
        );
        return { date, today, minutes, by, day, columns, next };
      },
    [zone, collator, now, today, date, by, minutes],
  );
  return useRoster(select);
}

function resourcesOf(roster: Roster, by: 'recruiter' | 'room'): { name: string; resource: SlotResource }[] {
  if (by === 'room') return knownRooms(roster).map((name) => ({ name, resource: { kind: 'room', name } }));
  return [...roster.recruiters.values()]
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ name, resource: { kind: 'recruiter', id } }));
}
