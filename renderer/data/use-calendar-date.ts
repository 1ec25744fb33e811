import { useSyncExternalStore } from 'react';
import { dateIn, MINUTE } from '../../shared/lib/time.js';
import { useSession } from './use-session.js';

/** Today's calendar date in a zone, looked at every minute; a screen is drawn again only when the day changes. */
export function useCalendarDate(zone: string): string {
  const session = useSession();
  return useSyncExternalStore(everyMinute, () => dateIn(zone, session.now()));
}

function everyMinute(look: () => void): () => void {
  const timer = setInterval(look, MINUTE);
  return () => {
    clearInterval(timer);
  };
}
