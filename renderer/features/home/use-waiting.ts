import { useCallback } from 'react';
import { MINUTE } from '../../../shared/lib/time.js';
import type { Roster } from '../../data/roster/rows.js';
import { useNow } from '../../data/use-now.js';
import { useRoster } from '../../data/use-session.js';
import { waitingIn, type Waiting } from './waiting.js';

/** What waits, looked at anew every minute and after every change. */
export function useWaiting(): Waiting {
  const now = useNow(MINUTE);
  return useRoster(useCallback((roster: Roster) => waitingIn(roster, now), [now]));
}
