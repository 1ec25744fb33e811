import type { Plan, PlanWarning } from '../../../shared/domain/progress-action.js';

/** Whether a warning is about all of a plan, or about all who get a mail: then it is said once, and marks nobody's row. */
export function concernsEverybody({ included }: Plan, { applicationIds }: PlanWarning): boolean {
  const concerned = new Set(applicationIds);
  const written = included.filter(({ messages }) => messages.length > 0);
  return (written.length > 0 ? written : included).every(({ applicationId }) => concerned.has(applicationId));
}
