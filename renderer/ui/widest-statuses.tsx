import { LISTED_STATUSES } from '../../shared/domain/application-status.js';
import { REJECTION_STAGES } from '../../shared/records/application.js';
import { INTERVIEW_TYPES } from '../../shared/records/interview.js';
import { StatusTag } from './status-tag.js';

/** T2: every status that a list shows, those with a stage in each of them; unseen, they hold a column as wide as its widest. */
export function WidestStatuses() {
  return (
    <>
      {LISTED_STATUSES.map((status) => (
        <StatusTag key={status} status={status} />
      ))}
      {REJECTION_STAGES.map((stage) => (
        <StatusTag key={stage} status="rejected" stage={stage} />
      ))}
      {INTERVIEW_TYPES.map((stage) => (
        <StatusTag key={stage} status="invited" stage={stage} />
      ))}
    </>
  );
}
