import { useCallback, useEffect, useState } from 'react';
import { currentFair } from '../../../shared/domain/current-fair.js';
import { dateIn, MINUTE, type Instant } from '../../../shared/lib/time.js';
import type { Fair } from '../../../shared/records/fair.js';
import type { FairId } from '../../../shared/records/primitives.js';
import type { Roster, Stored } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { fairNumbers, type FairNumbers } from './fair-numbers.js';

export interface Today {
  readonly now: Instant;
  /** Calendar date in the organisation's zone. */
  readonly date: string;
  readonly fair: Stored<FairId, Fair> | null;
  readonly numbers: FairNumbers;
}

/** The day as it stands, looked at anew every minute and after every change. */
export function useToday(): Today {
  const session = useSession();
  const { zone } = useFormats();
  const [now, setNow] = useState(() => session.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(session.now());
    }, MINUTE);
    return () => {
      window.clearInterval(timer);
    };
  }, [session]);
  const select = useCallback(
    (roster: Roster): Today => {
      const date = dateIn(zone, now);
      const fair = currentFair(roster.fairs.values(), date);
      const fairId = fair?.id ?? null;
      const openHours = [hourOf(fair?.opensAt ?? '09:00'), hourOf(fair?.closesAt ?? '16:00')] as const;
      // What is captured within this minute belongs to today as well.
      return { now, date, fair, numbers: fairNumbers(roster, { now, zone, fairId, openHours }) };
    },
    [now, zone],
  );
  return useRoster(select);
}

/** The hour of `09:30`. */
function hourOf(clock: string): number {
  return Number(clock.slice(0, 2));
}
