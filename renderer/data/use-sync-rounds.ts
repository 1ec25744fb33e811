import { useEffect, useState } from 'react';
import { SECOND } from '../../shared/lib/time.js';
import { useSync } from './use-sync.js';

/** Without anything exchanged, what only the server knows is asked for again after this. */
const ASK_EVERY = 30 * SECOND;
/** However much is exchanged, it is not asked for more often. */
const AT_MOST_EVERY = 5 * SECOND;

/** Another number after each exchange that went well, and every half minute: for what only the server knows. */
export function useSyncRounds(): number {
  const { follow } = useSync();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const next = (): void => {
      waiting = null;
      setRound((before) => before + 1);
    };
    const stop = follow(({ kind }) => {
      if (kind === 'online') waiting ??= setTimeout(next, AT_MOST_EVERY);
    });
    const timer = setInterval(next, ASK_EVERY);
    return () => {
      stop();
      clearInterval(timer);
      if (waiting !== null) clearTimeout(waiting);
    };
  }, [follow]);
  return round;
}
