import { useEffect, useState, type ReactNode } from 'react';
import type { Session } from '../data/session.js';
import { SyncProvider } from '../data/use-sync.js';
import { useSession } from '../data/use-session.js';
import { SyncLoop } from '../engine/sync/sync-loop.js';

/** Runs the exchange with the server for as long as the program is open. */
export function SyncRunner({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const [loop] = useState(() => createLoop(session));
  useEffect(() => {
    const stops = [
      session.roster.subscribe(loop.noteChange),
      session.preferences.subscribe(loop.poke),
      loop.standing.subscribe(tellSearch(session, loop)),
    ];
    window.addEventListener('online', loop.poke); // a hint that is worth a try, and never an answer
    loop.start();
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('online', loop.poke);
      void loop.stop();
    };
  }, [loop, session]);
  return <SyncProvider of={loop}>{children}</SyncProvider>;
}

/** CVs that came are to be found by their words. */
function tellSearch({ search }: Session, { standing }: SyncLoop): () => void {
  let before = Number.POSITIVE_INFINITY;
  return () => {
    const waiting = standing.current()?.filesWaiting ?? before;
    if (waiting < before) search.filesCame();
    before = waiting;
  };
}

function createLoop(session: Session): SyncLoop {
  const { host } = session;
  return new SyncLoop({
    state: () => host.call('sync.state', null),
    exchange: () => host.call('sync.exchange', null),
    wait: () => host.call('sync.wait', null),
    takeIn: () => session.takeIn(),
    compare: () => session.compare(),
    now: () => session.now(),
    random: () => Math.random(),
    tick: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
    report: reportError,
  });
}
