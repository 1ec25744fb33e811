import { useCallback } from 'react';
import type { Stamp } from '../../shared/changes/change-set.js';
import type { ChangeAuthor } from '../../shared/host/change-author.js';
import type { Session } from './session.js';
import { useLoaded } from './use-loaded.js';
import { useSession } from './use-session.js';

const AT_ONCE = 1000;
const NOBODY: ReadonlyMap<Stamp, ChangeAuthor | null> = new Map();
/** A frame never changes: what was asked once is known while the application is open. Null: the journal does not know. */
const known = new WeakMap<Session, Map<Stamp, ChangeAuthor | null>>();

/** Who wrote under these stamps, as far as the journal knows; `stamps` must be memoised. Empty while it is asked. */
export function useAuthors(stamps: readonly Stamp[]): ReadonlyMap<Stamp, ChangeAuthor | null> {
  const session = useSession();
  const loaded = useLoaded(useCallback(() => readAuthors(session, stamps), [session, stamps]));
  return loaded.status === 'ready' ? loaded.value : (known.get(session) ?? NOBODY);
}

async function readAuthors(
  session: Session,
  stamps: readonly Stamp[],
): Promise<ReadonlyMap<Stamp, ChangeAuthor | null>> {
  const authors = known.get(session) ?? new Map<Stamp, ChangeAuthor | null>();
  known.set(session, authors);
  const asked = stamps.filter((stamp) => !authors.has(stamp)).slice(0, AT_ONCE);
  if (asked.length === 0) return authors;
  const answer = await session.host.call('journal.authors', { stamps: asked });
  if (!answer.ok) return authors; // the values are what matters; who wrote them is asked again next time
  for (const stamp of asked) authors.set(stamp, null);
  for (const author of answer.value.authors) authors.set(author.stamp, author);
  return authors;
}
