import { isStoreDamage } from '../data/discard-store.js';
import type { HostClient } from '../data/host-client.js';

const MEMORY_KEY = 'fairdesk-store-cleared';

export interface ClearingPage {
  /** Outlives the reload and ends with the window. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>;
  reload(): void;
}

/**
 * Ends a start that failed because not even deleting the working store worked, as when the files that IndexedDB itself
 * needs are damaged: the host throws them away and the page starts afresh. Once a window; then, and for any other error,
 * it throws the error on.
 */
export async function clearBrokenStore(
  error: unknown,
  host: Pick<HostClient, 'call'>,
  page: ClearingPage,
): Promise<never> {
  const broken = error instanceof DOMException || isStoreDamage(error); // Dexie wraps some of IndexedDB's errors
  if (!broken || page.memory.getItem(MEMORY_KEY) !== null) throw error;
  const cleared = await host.call('store.clear', null);
  if (!cleared.ok) throw error;
  page.memory.setItem(MEMORY_KEY, 'yes');
  page.reload();
  return await new Promise<never>(() => undefined); // the page goes
}
