import { createContext, useContext } from 'react';
import { invariant } from '../../../shared/lib/assert.js';
import type { Fair } from '../../../shared/records/fair.js';
import type { EntryWords, RecruiterNames } from './entry-words.js';
import type { WallFormats } from './wall-formats.js';

export type FairDay = Pick<Fair, 'name' | 'opensAt' | 'closesAt' | 'rooms'>;

/** What the parts inside the calendar component need, which it does not hand on to them. */
export interface Hints {
  readonly formats: WallFormats;
  readonly words: EntryWords;
  /** By calendar date. */
  readonly fairDays: ReadonlyMap<string, FairDay>;
  /** As the wall shows it. */
  readonly now: Date;
  /** Whether today is among the days on show, so that the hour it is stands at its line. */
  readonly isTodayShown: boolean;
  /** With more than so many side by side none is wide enough to be read. */
  readonly readableLanes: number;
  /** With at most so many side by side there is room for the vacancy and the recruiters in the first line (R102). */
  readonly roomyLanes: number;
  readonly recruiters: RecruiterNames;
}

const Context = createContext<Hints | null>(null);
export const CalendarHints = Context;

export function useHints(): Hints {
  const hints = useContext(Context);
  invariant(hints !== null, 'parts of the calendar stand in the calendar');
  return hints;
}
