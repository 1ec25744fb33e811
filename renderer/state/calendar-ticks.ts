import { create } from 'zustand';
import type { ApplicationId } from '../../shared/records/primitives.js';
import { changeTicks, type TickedList, type TickedListAction } from './ticked-list.js';

/** Who is ticked in the agenda (R101); whoever has two interviews there is ticked in both lines. */
export const useCalendarTicks = create<TickedList<ApplicationId>>()(() => ({
  ticked: new Set(),
  cursor: null,
  anchor: null,
}));

/** Other days and filters take no tick away, nor does ticking all that they show. */
export function changeCalendarTicks(action: TickedListAction<ApplicationId>): void {
  useCalendarTicks.setState((list) => {
    const changed = changeTicks(list, action);
    return action.type === 'tick-all' ? { ...changed, ticked: new Set([...list.ticked, ...action.ids]) } : changed;
  });
}
