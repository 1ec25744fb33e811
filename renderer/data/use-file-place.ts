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

interface Known {
  readonly of: string;
  readonly place: FilePlace;
}

/** Where a file is that somebody has opened: it is fetched before all others, and `here` as soon as it came. */
export function useFilePlace(fileId: string): WhereFileIs {
  const { host } = useSession();
  const { standing, status, poke } = useSync();
  const [known, setKnown] = useState<Known | null>(null);
  const ask = useCallback(
    async (wanted: boolean): Promise<Known> => {
      const answer = await host.call('sync.file', { fileId, wanted });
      return { of: fileId, place: answer.ok ? answer.value.place : 'here' }; // its page says why it cannot be opened
    },
    [host, fileId],
  );
  const isAlone = standing === null;
  useEffect(() => {
    if (isAlone) return;
    void ask(true).then((answer) => {
      setKnown(answer);
      if (answer.place === 'coming' || answer.place === 'not-there') poke();
    });
  }, [ask, isAlone, poke]);
  const place = isAlone ? 'here' : known?.of === fileId ? known.place : null;
  const isHere = place === 'here';
  useEffect(() => {
    if (standing !== null && !isHere) void ask(false).then(setKnown); // each exchange may have brought it
  }, [ask, standing, isHere]);
  const fetchNow = (): void => {
    void ask(true).then((answer) => {
      setKnown(answer);
      poke();
    });
  };
  return { place, isOffline: status.kind === 'offline', fetchNow };
}
