import { useCallback } from 'react';
import { markLater } from '../../shared/domain/put-in-later.js';
import type { HostClient } from './host-client.js';
import { useLaterWords } from './use-later-words.js';
import { useSession } from './use-session.js';

/**
 * Hands a mail to the host to be looked at, marked where something is put in when it leaves; the same function as long as the
 * host and the language are the same.
 */
export function useShowPreview(): HostClient['putPreview'] {
  const { host } = useSession();
  const words = useLaterWords();
  return useCallback((html) => host.putPreview(markLater(html, words)), [host, words]);
}
