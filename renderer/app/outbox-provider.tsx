import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { invariant } from '../../shared/lib/assert.js';
import type { Session } from '../data/session.js';
import { useSession } from '../data/use-session.js';
import { Outbox } from '../engine/outbox.js';
import type { OutboxStatus } from '../engine/outbox-deps.js';

const OutboxContext = createContext<Outbox | null>(null);

/** Delivers while the application is open, and looks again whenever something may have changed. */
export function OutboxProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const [outbox] = useState(() => createOutbox(session));
  useEffect(() => {
    const poke = (): void => {
      outbox.poke();
    };
    const stops = [session.roster.subscribe(poke), session.preferences.subscribe(poke)];
    window.addEventListener('online', poke);
    outbox.start();
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('online', poke);
      void outbox.stop();
    };
  }, [outbox, session]);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

function createOutbox(session: Session): Outbox {
  return new Outbox({ ...session, random: () => Math.random(), report: reportError });
}

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  invariant(outbox !== null, 'useOutbox needs an OutboxProvider above it');
  return outbox;
}

/** What delivery is doing, or why it does nothing. */
export function useOutboxStatus(): OutboxStatus {
  const { status } = useOutbox();
  return useSyncExternalStore(status.subscribe, status.current);
}
