import { useCallback } from 'react';
import type { HostClient } from './host-client.js';
import { useSession } from './use-session.js';

/** Hands a mail to the host to be looked at; the same function as long as the host is the same. */
export function useShowPreview(): HostClient['putPreview'] {
  const { host } = useSession();
  return useCallback((html) => host.putPreview(html), [host]);
}
