import type { PlanContext, PlanProblem, Selection } from '../../../shared/domain/progress-action.js';
import type { ReminderFields } from '../../../shared/domain/progress-actions/invite-reminder.js';
import type { InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import type { Instant } from '../../../shared/lib/time.js';

/** What a reminder tells of its interview, and how it is set. */
type RemindedFields = Pick<
  InviteFields,
  'type' | 'kind' | 'recruiterIds' | 'minutes' | 'place' | 'sendsEmail' | 'reminder'
>;

export interface ReminderSectionProps {
  readonly about: RemindedFields;
  /** Of the first interview; null while it is not known. */
  readonly startsAt: Instant | null;
  readonly selection: Selection;
  /** Those of the plan that are about the reminder. */
  readonly problems: readonly PlanProblem[];
  /** What a plan of it would know. */
  readonly contextNow: () => PlanContext;
  readonly onChange: (reminder: ReminderFields) => void;
}
