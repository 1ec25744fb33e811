import { useEffect, useState } from 'react';
import { SECOND, type Instant } from '../../shared/lib/time.js';
import { useSession } from './use-session.js';

const STEP = 5 * SECOND;

/**
 * The time, looked at every five seconds: what is held for undo becomes due while somebody watches. What shows minutes asks
 * for the begun minute, and is drawn anew once in it.
 */
export function useNow(precision = 1): Instant {
  const session = useSession();
  const [now, setNow] = useState(() => floor(session.now(), precision));
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(floor(session.now(), precision));
    }, STEP);
    return () => {
      clearInterval(timer);
    };
  }, [session, precision]);
  return now;
}

function floor(now: Instant, precision: number): Instant {
  return now - (now % precision);
}
