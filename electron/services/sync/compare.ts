import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { DAY, HOUR } from '../../../shared/lib/time.js';
import { loadAnew } from './greet.js';
import { said } from './membership.js';
import type { Round } from './round.js';
import type { SyncState } from './sync-state.js';

export interface Known {
  /** The place in the journal that the page has taken in. */
  readonly at: number;
  /** What it knows there, as `GET /v1/digest` sums it up. */
  readonly buckets: Readonly<Record<string, string>>;
}

/** Whether it is time to compare what is known here with what the server knows, and nothing is under way. */
export function isCompareDue(state: SyncState, now: number): boolean {
  const { comparedAt, cursor, load, toRenew, leaving, resend, problem } = state;
  const isLoaded = cursor !== null && load === null && resend === null;
  const isQuiet = isLoaded && toRenew.length + leaving.length === 0 && problem === null;
  return isQuiet && (comparedAt === null || Math.abs(now - comparedAt) >= DAY);
}

/**
 * Asks the server for its sums. Where they are others all records are loaded again, and what is known here beyond them is
 * sent, as after a restore. In vain where something was written or sent meanwhile: then in an hour.
 */
export async function compare(
  round: Round,
  { at, buckets }: Known,
): Promise<Result<{ readonly differs: boolean }, HostErrorCode>> {
  const { journal, state } = round;
  const isHere = journal.head.seq === at && (await round.sentTo()) >= at;
  if (!isHere) return failure('journal/behind');
  const answer = await round.client.digest(round.line());
  const now = round.now();
  if (!answer.ok || answer.value.head !== state.head) {
    await round.change({ comparedAt: now - DAY + HOUR });
    return answer.ok ? success({ differs: false }) : said(answer);
  }
  const differs = !isSame(answer.value.buckets, buckets);
  if (differs) await loadAnew(round, 'epoch');
  await round.change({ comparedAt: now });
  return success({ differs });
}

function isSame(ours: Readonly<Record<string, string>>, theirs: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...names].every((name) => ours[name] === theirs[name]);
}
