import { useCallback, useEffect, useState } from 'react';
import type { FilePlace } from '../../shared/host/sync-standing.js';
import { useSession } from './use-session.js';
import { useSync } from './use-sync.js';

export interface WhereFileIs {
  /** Null until it is known. */
  readonly place: FilePlace | null;
  /** Whether the server could be reached when it was last tried. */
  readonly isOffline: boolean;
  readonly fetchNow: () => void;
}

/** Where a file is that somebody has opened: it is fetched before all others, and `here` as soon as it came. */
export function useFilePlace(fileId: string): WhereFileIs {
  const { host } = useSession();
  const { standing, status, poke } = useSync();
  const [known, setKnown] = useState<{ readonly of: string; readonly place: FilePlace } | null>(null);
  const ask = useCallback(
    async (wanted: boolean): Promise<FilePlace> => {
      const answer = await host.call('sync.file', { fileId, wanted });
      const place = answer.ok ? answer.value.place : 'here'; // the page of the file says itself why it cannot be opened
      setKnown({ of: fileId, place });
      return place;
    },
    [host, fileId],
  );
  const isAlone = standing === null;
  useEffect(() => {
    if (isAlone) return;
    void ask(true).then((place) => {
      if (place === 'coming' || place === 'not-there') poke();
    });
  }, [ask, isAlone, poke]);
  const place = isAlone ? 'here' : known?.of === fileId ? known.place : null;
  const isHere = place === 'here';
  useEffect(() => {
    if (standing !== null && !isHere) void ask(false); // each exchange may have brought it
  }, [ask, standing, isHere]);
  const fetchNow = (): void => {
    void ask(true).then(poke);
  };
  return { place, isOffline: status.kind === 'offline', fetchNow };
}
