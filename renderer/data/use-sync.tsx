import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { SyncStanding } from '../../shared/host/sync-standing.js';
import { Observable } from './observable.js';
import type { SyncStatus } from './sync-status.js';

/** What screens know of sync, and the one thing that they ask of it. */
export interface Sync {
  readonly status: Pick<Observable<SyncStatus>, 'current' | 'subscribe'>;
  readonly standing: Pick<Observable<SyncStanding>, 'current' | 'subscribe'>;
  /** Exchange now. */
  readonly poke: () => void;
}

const NONE: Sync = {
  status: new Observable<SyncStatus>({ kind: 'off' }),
  standing: new Observable<SyncStanding>(null),
  poke: () => undefined,
};

const SyncContext = createContext<Sync>(NONE);

export function SyncProvider({ of, children }: { readonly of: Sync; readonly children: ReactNode }) {
  return <SyncContext value={of}>{children}</SyncContext>;
}

/** How this laptop stands with its server, now. */
export function useSync() {
  const { status, standing, poke } = useContext(SyncContext);
  return {
    /** Told each time that the status is set, until what is answered is called. */
    follow: useCallback(
      (listener: (now: SyncStatus) => void) =>
        status.subscribe(() => {
          listener(status.current());
        }),
      [status],
    ),
    status: useSyncExternalStore(status.subscribe, status.current),
    standing: useSyncExternalStore(standing.subscribe, standing.current),
    poke,
  };
}
