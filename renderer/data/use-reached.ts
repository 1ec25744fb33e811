import { useEffect, useState } from 'react';
import type { Instant } from '../../shared/lib/time.js';
import { useSession } from './use-session.js';

/** Whether a moment has come; what has no end never comes to it. */
export function useReached(moment: Instant | null): boolean {
  const session = useSession();
  const [reached, setReached] = useState<Instant | null>(null);
  useEffect(() => {
    if (moment === null) return undefined;
    const timer = window.setTimeout(
      () => {
        setReached(moment);
      },
      Math.max(0, moment - session.now()),
    );
    return () => {
      window.clearTimeout(timer);
    };
  }, [session, moment]);
  return moment !== null && reached === moment;
}
