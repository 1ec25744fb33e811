import type { ApplicationStatus } from '../records/application.js';
import type { ApplicationId } from '../records/primitives.js';
import { admit } from './admit.js';
import { endApplication, endingOf, endingWarnings, type Ending } from './end-application.js';
import { isEnding } from './ending-statuses.js';
import { Problems } from './plan-mail.js';
import type { Applicant, ExclusionReason, Plan, PlanContext, ProgressActionId, Selection } from './progress-action.js';
import { applicationOf, seenOf, setStatus, stampOf } from './status-event.js';

/** What the dialog asks for where an action has no form: whom to leave out, and whom to take although it asks first. */
export interface Ticks {
  readonly unticked: ReadonlySet<ApplicationId>;
  readonly tickedIn: ReadonlySet<ApplicationId>;
}

/** An action that sets a status, and writes only to call off an interview that somebody was told of. */
export interface StatusAction {
  readonly id: ProgressActionId;
  readonly to: ApplicationStatus;
  /** Why it is not done for somebody, besides the status. */
  readonly refuse?: (applicant: Applicant) => ExclusionReason | null;
}

/** Sets the status of each, and stops what waits where the status ends the application (C34). */
export function planStatus(
  { id, to, refuse }: StatusAction,
  selection: Selection,
  ticks: Ticks,
  context: PlanContext,
): Plan {
  const { admitted, excluded } = admit(id, selection, ticks, refuse);
  const problems = new Problems();
  if (admitted.length === 0) problems.add('nobody-left');
  const endings = new Map<ApplicationId, Ending>();
  const included = admitted.map((applicant) => {
    const status = setStatus(seenOf(applicant), to, stampOf(context));
    if (!isEnding(to)) return { ...applicationOf(applicant), changes: [status], messages: [] };
    const ending = endingOf(applicant, { status: to, from: context.mail.from }, context);
    endings.set(applicant.applicationId, ending);
    const changes = [status, ...endApplication(ending, applicant, to, context)];
    return { ...applicationOf(applicant), changes, messages: ending.mails };
  });
  return { included, excluded, warnings: endingWarnings(endings), problems: problems.list() };
}
