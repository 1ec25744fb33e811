import type { DeliveryReason } from '../../shared/domain/delivery-reason.js';
import { refuseAtSending } from '../../shared/domain/refuse-at-sending.js';
import type { MessageRow } from '../data/roster/rows.js';
import type { OutboxDeps } from './outbox-deps.js';

/** C34: somebody was rejected since it was queued, here or on another laptop, or the interview is off. */
export function refusalOf(
  { purpose, applicationId, interviewId, sequence, remindsOf }: MessageRow,
  { roster, now }: Pick<OutboxDeps, 'roster' | 'now'>,
): DeliveryReason | null {
  const { applications, interviews } = roster.current();
  return refuseAtSending({
    purpose,
    status: applicationId === null ? undefined : (applications.get(applicationId)?.status ?? null),
    interview: interviewId === null ? undefined : (interviews.get(interviewId) ?? null),
    sequence,
    remindsOf,
    now: now(),
  });
}
