import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { invariant } from '../../shared/lib/assert.js';
import type { Preferences } from '../../shared/host/contract.js';
import type { Roster } from './roster/rows.js';
import type { Session } from './session.js';

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  invariant(session !== null, 'useSession needs a SessionProvider above it');
  return session;
}

/**
 * What a list needs of the roster, selected again when the roster changes. `select` must be stable (a function of the
 * module, or memoised), since it may walk a hundred thousand rows.
 */
export function useRoster<Selected>(select: (roster: Roster) => Selected): Selected {
  const { roster } = useSession();
  const version = useSyncExternalStore(roster.subscribe, () => roster.current().version);
  return useMemo(() => {
    invariant(version >= 0, 'a roster has a version');
    return select(roster.current());
  }, [roster, select, version]);
}

export function usePreferences(): Preferences {
  const { preferences } = useSession();
  return useSyncExternalStore(preferences.subscribe, preferences.current);
}
