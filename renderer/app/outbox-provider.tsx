import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { invariant } from '../../shared/lib/assert.js';
import { DeliveryWatch } from '../data/delivery-watch.js';
import type { Session } from '../data/session.js';
import { DeliveryProvider } from '../data/use-delivery.js';
import { useSession } from '../data/use-session.js';
import { useSync } from '../data/use-sync.js';
import { Outbox } from '../engine/outbox.js';

const OutboxContext = createContext<Outbox | null>(null);

/** The browser's own events only say when to ask the host. */
const ASK_AT = ['online', 'offline', 'focus'] as const;

/** Delivers while the application is open, and looks again whenever something may have changed. */
export function OutboxProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const { standing } = useSync();
  const hasAll = standing?.unsent === 0;
  const [outbox] = useState(() => createOutbox(session));
  const [watch] = useState(() => new DeliveryWatch({ ...session, engine: outbox }));
  useEffect(() => {
    const poke = (): void => {
      outbox.poke();
    };
    const stops = [session.roster.subscribe(poke), session.preferences.subscribe(poke), watch.start()];
    const ask = (): void => void watch.ask();
    window.addEventListener('online', poke);
    for (const event of ASK_AT) window.addEventListener(event, ask);
    outbox.start();
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('online', poke);
      for (const event of ASK_AT) window.removeEventListener(event, ask);
      void outbox.stop();
    };
  }, [outbox, session, watch]);
  // C18: what waits for the server may go as soon as it has everything.
  useEffect(() => {
    if (hasAll) outbox.poke();
  }, [outbox, hasAll]);
  return (
    <OutboxContext value={outbox}>
      <DeliveryProvider of={watch.delivery}>{children}</DeliveryProvider>
    </OutboxContext>
  );
}

function createOutbox(session: Session): Outbox {
  return new Outbox({ ...session, random: () => Math.random(), report: reportError });
}

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  invariant(outbox !== null, 'useOutbox needs an OutboxProvider above it');
  return outbox;
}
