import { FakeHost } from '../data/testing/fake-host.js';
import { openSession, type Session } from '../data/session.js';
import type { Change } from '../../shared/changes/change-set.js';

let made = 0;

/** A session over a database of its own that already holds `changes`; the clock stands still at `now`. */
export async function openTestSession(
  changes: readonly Change[],
  { host = new FakeHost(), now = 1_000_000 }: { readonly host?: FakeHost; readonly now?: number } = {},
): Promise<Session> {
  made += 1;
  const opened = await openSession(host, {
    databaseName: `test-${made.toString()}-${crypto.randomUUID()}`,
    now: () => now,
    onProgress: () => undefined,
    onDamage: () => undefined,
    claim: () => Promise.resolve(true),
  });
  if (!opened.ok) throw new Error(opened.code);
  if (changes.length === 0) return opened.value;
  const saved = await opened.value.commit({ action: 'edit-person', changes });
  if (!saved.ok) throw new Error(saved.code);
  return opened.value;
}
