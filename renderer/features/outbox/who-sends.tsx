import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { isWaiting } from '../../../shared/domain/message-state.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Roster } from '../../data/roster/rows.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSendingServer } from '../../data/use-sending-server.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { useSyncRounds } from '../../data/use-sync-rounds.js';

/** This laptop, the server, another laptop of the organisation, or one of which nothing is heard here any more (docs/adr/0061). */
export type Sender = 'here' | 'server' | 'elsewhere' | 'gone';

export interface WhoSends {
  /** By the name that `deliverBy` says; somebody of whom it cannot be asked is `elsewhere`. */
  readonly senderOf: (deliverBy: string) => Sender;
  /** The server has not answered yet to everything that was written here. */
  readonly isBehind: boolean;
  readonly isRevoked: boolean;
}

const REVOKED: HostErrorCode = 'sync/revoked';

const NOBODY_ELSE: WhoSends = { senderOf: () => 'here', isBehind: false, isRevoked: false };
const Context = createContext<WhoSends>(NOBODY_ELSE);

export function useWhoSends(): WhoSends {
  return useContext(Context);
}

/** Knows who sends what stands in the Outbox, and asks the server of whom it still hears. */
export function WhoSendsProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const server = useSendingServer()?.device ?? null;
  const { standing } = useSync();
  const loaded = useLoaded(useCallback(() => session.names(), [session]));
  const names = loaded.status === 'ready' && loaded.value.ok ? loaded.value.value : null;
  const own = useMemo(() => new Set([session.device, ...(names ?? [])]), [session, names]);
  const hasOthers = useRoster(
    useCallback(
      ({ messages }: Roster) =>
        [...messages.values()].some(
          ({ state, deliverBy }) => !own.has(deliverBy) && deliverBy !== server && (isWaiting(state) || isOpen(state)),
        ),
      [own, server],
    ),
  );
  const known = useKnownSenders(hasOthers);
  const isBehind = (standing?.unsent ?? 0) > 0;
  const isRevoked = standing?.problem?.code === REVOKED;
  const value = useMemo((): WhoSends => {
    const senderOf = (deliverBy: string): Sender => {
      if (own.has(deliverBy)) return 'here';
      if (deliverBy === server) return 'server';
      return known === null || known.has(deliverBy) ? 'elsewhere' : 'gone';
    };
    return { senderOf, isBehind, isRevoked };
  }, [own, server, known, isBehind, isRevoked]);
  return <Context value={value}>{children}</Context>;
}

/** Somebody may still decide that it is sent. */
function isOpen(state: string): boolean {
  return state === 'failed' || state === 'uncertain' || state === 'refused';
}

/** Null while nobody could be asked. */
function useKnownSenders(wanted: boolean): ReadonlySet<string> | null {
  const { host } = useSession();
  const hasServer = useSync().standing !== null;
  const round = useSyncRounds();
  // What was known before this laptop joined or left says nothing of now.
  const [known, setKnown] = useState<{ readonly hasServer: boolean; readonly senders: ReadonlySet<string> } | null>(
    null,
  );
  useEffect(() => {
    let isCurrent = wanted;
    if (wanted)
      void host.call('sync.senders', null).then((answer) => {
        if (isCurrent && answer.ok) setKnown({ hasServer, senders: new Set(answer.value.senders) });
      });
    return () => {
      isCurrent = false;
    };
  }, [host, wanted, hasServer, round]);
  return known?.hasServer === hasServer ? known.senders : null;
}
