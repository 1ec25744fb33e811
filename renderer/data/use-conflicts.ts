import { useMemo } from 'react';
import { MINUTE } from '../../shared/lib/time.js';
import { conflictsAt, type ListedConflict } from './roster/conflicts.js';
import { useNow } from './use-now.js';
import { useRoster } from './use-session.js';

/** The double bookings in everybody's calendar, as it stands now. */
export function useConflicts(): readonly ListedConflict[] {
  const now = useNow(MINUTE);
  return useRoster(useMemo(() => conflictsAt(now), [now]));
}
