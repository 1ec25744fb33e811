import { useCallback, useEffect, useState } from 'react';
import type { Roster } from './roster/rows.js';
import { useLoaded } from './use-loaded.js';
import { useRoster, useSession } from './use-session.js';

/** A reading, and whether what was read still stands. */
export interface Reading {
  /** One more each time that it was read: what is typed belongs to one reading, so a form is keyed by it. */
  readonly reading: number;
  /** What it rests on is another one by now. */
  readonly outdated: boolean;
  /** The same, asked at this moment: where nobody else can write. */
  readonly isAsRead: () => boolean;
  readonly readAgain: () => void;
}

/** What a form was opened on. */
export interface Reread<Value> extends Reading {
  readonly value: Value;
}

/**
 * Reads what a form works on and notices when somebody else changes it: an undo, another window, a sync. It is read again only
 * when the form says so; until then, and while it is read, the form keeps what it was opened on. Null before the first reading.
 *
 * @param look what it rests on, as text; stable, as `select` of {@link useRoster}
 */
export function useReread<Value>(read: () => Promise<Value>, look: (roster: Roster) => string): Reread<Value> | null {
  const { roster } = useSession();
  const [asked, setAsked] = useState(() => ({ reading: 0, seen: look(roster.current()) }));
  // Looked at before it is read: what changes in between is noticed.
  const load = useCallback(async () => ({ ...asked, value: await read() }), [asked, read]);
  const loaded = useLoaded(load);
  const [shown, setShown] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  if (loaded.status === 'ready' && loaded.value !== shown) setShown(loaded.value);
  const now = useRoster(look);
  const readAgain = useCallback(() => {
    setAsked(({ reading }) => ({ reading: reading + 1, seen: look(roster.current()) }));
  }, [roster, look]);
  if (shown === null) return null;
  const { value, reading, seen } = shown;
  return { value, reading, outdated: now !== seen, isAsRead: () => look(roster.current()) === seen, readAgain };
}

/** A form in which nothing is typed follows what it was opened on. */
export function useFollow({ outdated, reading, readAgain }: Reading, untouched: boolean): void {
  useEffect(() => {
    if (outdated && untouched) readAgain();
  }, [outdated, untouched, reading, readAgain]);
}
