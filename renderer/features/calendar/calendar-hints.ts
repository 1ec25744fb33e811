import { createContext, useContext } from 'react';
import { invariant } from '../../../shared/lib/assert.js';
import type { Fair } from '../../../shared/records/fair.js';
import type { WallFormats } from './wall-formats.js';

export type FairDay = Pick<Fair, 'name' | 'opensAt' | 'closesAt'>;

/** What the parts inside the calendar component need, which it does not hand on to them. */
interface Hints {
  readonly formats: WallFormats;
  /** By calendar date. */
  readonly fairDays: ReadonlyMap<string, FairDay>;
  /** As the wall shows it. */
  readonly now: Date;
}

const Context = createContext<Hints | null>(null);
export const CalendarHints = Context;

export function useHints(): Hints {
  const hints = useContext(Context);
  invariant(hints !== null, 'parts of the calendar stand in the calendar');
  return hints;
}
