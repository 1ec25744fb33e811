import { useMemo } from 'react';
import type { Roster } from './roster/rows.js';
import { takenBy, warningsOfRun, type TakenBy, type WantedSlot } from './roster/busy.js';
import { useRoster, useSession } from './use-session.js';

export interface SlotNews {
  readonly past: boolean;
  readonly takenBy: readonly TakenBy[];
}

const NOTHING: SlotNews = { past: false, takenBy: [] };

/** What should be known of a place in the calendar before something is put there, as it stands now. */
export function useSlotWarnings(wanted: WantedSlot | null): SlotNews {
  return useRunWarnings(wanted === null ? [] : [wanted]);
}

/** The same of several places at once. */
export function useRunWarnings(wanted: readonly WantedSlot[]): SlotNews {
  const session = useSession();
  const key = JSON.stringify(wanted);
  const select = useMemo(() => {
    const run = JSON.parse(key) as readonly WantedSlot[];
    return (roster: Roster): SlotNews => {
      if (run.length === 0) return NOTHING;
      const warnings = warningsOfRun(roster, run, session.now());
      return { past: warnings.past, takenBy: takenBy(roster, warnings) };
    };
  }, [key, session]);
  return useRoster(select);
}
