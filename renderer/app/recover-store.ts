import type { Session } from '../data/session.js';

/** How long a page must have worked before it is thrown away again: a disk that breaks every copy must not spin. */
const ONCE_IN_MS = 60_000;
const MEMORY_KEY = 'fairdesk-store-discarded';

export interface RecoveryPage {
  /** Outlives the reload and ends with the window. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>;
  now(): number;
  /** Tells the person before the page goes. */
  tell(): void;
  /** A new copy broke within a minute: stops, and says so on a page of its own. */
  giveUp(): void;
  reload(): void;
}

/**
 * Makes a store that turned out damaged while working again: it is deleted, what is typed goes to the host, and the page
 * starts afresh, which fills a new one from the journal. At most once a minute; then the person starts it by hand.
 */
export async function recoverStore(
  session: Pick<Session, 'discardStore'> & { readonly drafts: Pick<Session['drafts'], 'flush'> },
  page: RecoveryPage,
): Promise<void> {
  const again = hasJustRecovered(page.memory, page.now());
  page.memory.setItem(MEMORY_KEY, page.now().toString());
  if (!again) page.tell();
  try {
    await session.discardStore();
  } finally {
    await session.drafts.flush(); // last, for what was typed meanwhile
    if (again) page.giveUp();
    else page.reload();
  }
}

/** Whether this page stands where `recoverStore` threw one away just now, so that the person is told how it ended. */
export function hasJustRecovered(memory: Pick<Storage, 'getItem'>, now: number): boolean {
  const before = memory.getItem(MEMORY_KEY);
  return before !== null && now - Number(before) < ONCE_IN_MS;
}
