import type { ApplicationStatus } from '../records/application.js';
import type { ApplicationId } from '../records/primitives.js';
import { STATUS_RULES } from './application-status.js';
import type { PlannedChange } from './progress-action.js';

/** A step of an application that a plan would write. */
export interface StatusStep {
  readonly applicationId: ApplicationId;
  /** Null: the application begins with it. */
  readonly from: ApplicationStatus | null;
  readonly to: ApplicationStatus;
  /** Where the application begins; null for one that was there before. */
  readonly vacancyId: string | null;
}

/**
 * Which statuses change for a person, in the order of the plan: read from what would be written, so that no action can leave one
 * unsaid. Whose status stays is not among them.
 */
export function statusSteps({ changes }: Pick<PlannedChange, 'changes'>): readonly StatusStep[] {
  const begun = new Map(
    changes.flatMap((change) => {
      if (change.kind !== 'create' || change.table !== 'application') return [];
      const { vacancyId } = change.fields;
      return typeof vacancyId === 'string' ? [[change.id, vacancyId] as const] : [];
    }),
  );
  return changes.flatMap((change): readonly StatusStep[] => {
    if (change.kind !== 'event' || change.table !== 'application' || change.event.type !== 'status') return [];
    const { from = null, to } = change.event;
    if (!isStatus(to) || (from !== null && !isStatus(from)) || from === to) return [];
    const vacancyId = begun.get(change.id) ?? null;
    return [{ applicationId: change.id as ApplicationId, from: vacancyId === null ? from : null, to, vacancyId }];
  });
}

function isStatus(value: unknown): value is ApplicationStatus {
  return typeof value === 'string' && Object.hasOwn(STATUS_RULES, value);
}
