import type { Change } from '../changes/change-set.js';
import type { ApplicationId, PersonId } from '../records/primitives.js';
import { setStatus, type StatusStamp } from './status-event.js';

/**
 * G-10: whose employment is deleted is a candidate again, in the vacancy they were hired from, with the status Restored. What
 * was agreed stays known, so that hiring them again begins with it (C24).
 */
export function endEmployment(
  application: { readonly applicationId: ApplicationId; readonly personId: PersonId },
  stamp: StatusStamp,
): Change {
  return setStatus({ ...application, status: 'hired' }, 'restored', stamp);
}
