import type { Plan, PlanWarning } from '../../../shared/domain/progress-action.js';

/** Whether a warning is about all of a plan: then it is said once, and marks nobody's row. */
export function concernsEverybody({ included }: Plan, { applicationIds }: PlanWarning): boolean {
  const concerned = new Set(applicationIds);
  return included.every(({ applicationId }) => concerned.has(applicationId));
}
