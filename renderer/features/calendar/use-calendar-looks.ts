import { useCallback } from 'react';
import type { DayPropGetter, EventPropGetter } from 'react-big-calendar';
import type { Instant } from '../../../shared/lib/time.js';
import { endOf } from '../../data/roster/calendar-entries.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import type { CalendarEvent } from './calendar-event.js';
import type { FairDay } from './calendar-hints.js';
import { commonAnswer } from './entry-answer.js';
import { openHours, shareOfDay, type OpenHours } from '../../../shared/domain/open-hours.js';
import classes from './recruitment-calendar.module.css';
import { dateOfWall } from './wall-clock.js';

/** What an entry looks like: its answer as ground and edge, quiet once it is over, bare where many stand side by side. */
export function useEntryLooks(minute: Instant, readableLanes: number): EventPropGetter<CalendarEvent> {
  return useCallback(
    ({ entry, lanes }) => {
      const answer = entry.kind === 'interview' ? commonAnswer(entry) : null;
      const hue = answer === null ? 'stone' : ANSWER_LOOKS[answer].hue;
      const looks = [classes[entry.kind], classes[hue]];
      if (endOf(entry) <= minute) looks.push(classes['past']);
      if (lanes > readableLanes) looks.push(classes['crowded']);
      return { className: looks.join(' ') };
    },
    [minute, readableLanes],
  );
}

/** The hours for work and the hours of the fair, which the theme paints into the column of a day. */
export function useDayLooks(fairDays: ReadonlyMap<string, FairDay>): DayPropGetter {
  return useCallback(
    (wall: Date) => {
      const date = dateOfWall(wall);
      const fair = fairDays.get(date);
      const fairHours = fair === undefined ? null : { from: fair.opensAt, to: fair.closesAt };
      return { style: { ...hoursAs('--open', openHours(date, fair)), ...hoursAs('--fair', fairHours) } };
    },
    [fairDays],
  );
}

function hoursAs(name: string, hours: OpenHours | null): Record<string, string> {
  const at = (time: string): string => `${(shareOfDay(time) * 100).toFixed(3)}%`;
  return { [`${name}-from`]: at(hours?.from ?? '00:00'), [`${name}-to`]: at(hours?.to ?? '00:00') };
}
