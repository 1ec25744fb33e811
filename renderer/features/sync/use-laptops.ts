import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import type { ListedLaptop } from '../../../shared/sync/protocol.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { useSyncRounds } from '../../data/use-sync-rounds.js';

type Listed =
  | { readonly laptops: readonly ListedLaptop[]; readonly code: null }
  | { readonly laptops: null; readonly code: ErrorCode };

/** The organisation's laptops, as the server tells them; asked for again while they are looked at, or when `askAgain` says so. */
export function useLaptops() {
  const { host } = useSession();
  const { recruiterId: by } = usePreferences();
  const isOnline = useSync().status.kind === 'online';
  const [listed, setListed] = useState<Listed | null>(null);
  const [asked, setAsked] = useState(0);
  const round = useSyncRounds();
  useEffect(() => {
    let wanted = true;
    void host.call('sync.laptops', { by }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setListed({ laptops: answer.value.laptops, code: null });
      else setListed((before) => (before?.code === null ? before : { laptops: null, code: answer.code }));
    });
    return () => {
      wanted = false;
    };
  }, [host, by, isOnline, asked, round]);
  const askAgain = useCallback(() => {
    setAsked((before) => before + 1);
  }, []);
  return { listed, askAgain };
}
