import { invariant } from '../lib/assert.js';
import type { ApplicationStatus } from '../records/application.js';
import type { ApplicationId } from '../records/primitives.js';
import type { Applicant, ExclusionReason, Plan, ProgressActionId, Selection } from './progress-action.js';
import { permissionOf } from './progress-permission.js';

export interface Admitted {
  readonly admitted: Selection;
  readonly excluded: Plan['excluded'];
}

/**
 * C26: whom of the selection the action may be done for. The others are left out with the reason: because of their
 * status, by a rule of the action's own, because it asks first and nobody ticked them in, or because their tick was taken away.
 */
export function admit(
  action: ProgressActionId,
  selection: Selection,
  ticks: { readonly unticked: ReadonlySet<ApplicationId>; readonly tickedIn: ReadonlySet<ApplicationId> },
  refuse: (applicant: Applicant) => ExclusionReason | null = () => null,
): Admitted {
  const reasons = selection.map((applicant): ExclusionReason | null => {
    const { applicationId, status } = applicant;
    const permission = permissionOf(action, status);
    if (permission === 'refused') return refusalOf(status);
    const refused = refuse(applicant);
    if (refused !== null) return refused;
    if (permission === 'asks' && !ticks.tickedIn.has(applicationId)) return 'asks-first';
    return ticks.unticked.has(applicationId) ? 'unticked' : null;
  });
  return {
    admitted: selection.filter((_, at) => reasons[at] === null),
    excluded: selection.flatMap(({ applicationId }, at) => {
      const reason = reasons[at] ?? null;
      return reason === null ? [] : [{ applicationId, reason }];
    }),
  };
}

/** The statuses for which an action may be refused, each in its own word. */
const REFUSALS = {
  rejected: 'already-rejected',
  saved: 'already-saved',
  withdrawn: 'already-withdrawn',
  hired: 'already-hired',
  deleted: 'already-deleted',
  moved: 'already-moved',
} as const satisfies Partial<Record<ApplicationStatus, ExclusionReason>>;

function refusalOf(status: ApplicationStatus): ExclusionReason {
  const known: Partial<Record<ApplicationStatus, ExclusionReason>> = REFUSALS;
  const reason = known[status];
  invariant(reason !== undefined, 'a status that refuses has its word');
  return reason;
}
