import type { HostErrorCode } from '../../../shared/host/errors.js';
import { success, type Result } from '../../../shared/lib/result.js';
import type { LetterId } from '../../../shared/records/primitives.js';
import type { Session } from '../../data/session.js';

/** One PDF of these letters, in this order, in memory only; null when none of them is there any more. */
export async function lettersPdf(
  session: Session,
  ids: readonly LetterId[],
  title: string,
): Promise<Result<{ readonly url: string } | null, HostErrorCode>> {
  const stored = await session.letters(ids);
  if (stored.length === 0) return success(null);
  return await session.host.call('letter.preview', { letters: stored.map(({ fields }) => fields.document), title });
}
