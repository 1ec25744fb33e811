import { useEffect, useState } from 'react';
import { SECOND, type Instant } from '../../shared/lib/time.js';
import { useSession } from './use-session.js';

const STEP = 5 * SECOND;

/** The time, looked at every five seconds: what is held for undo becomes due while somebody watches. */
export function useNow(): Instant {
  const session = useSession();
  const [now, setNow] = useState(() => session.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(session.now());
    }, STEP);
    return () => {
      clearInterval(timer);
    };
  }, [session]);
  return now;
}
