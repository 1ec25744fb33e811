import type { ApplicationId } from '../records/primitives.js';
import { admit } from './admit.js';
import { endApplication, endingOf, endingWarnings, type EndingStatus } from './end-application.js';
import { Problems } from './plan-mail.js';
import type { Plan, PlanContext, ProgressActionId, Selection } from './progress-action.js';
import { applicationOf, setStatus, stampOf } from './status-event.js';

/** What the dialog asks for where an action has no form: whom to leave out, and whom to take although it asks first. */
export interface Ticks {
  readonly unticked: ReadonlySet<ApplicationId>;
  readonly tickedIn: ReadonlySet<ApplicationId>;
}

/** A status that ends the application, without a mail: sets it and stops what waits (C34). */
export function planEnding(
  { id, to }: { readonly id: ProgressActionId; readonly to: EndingStatus },
  selection: Selection,
  ticks: Ticks,
  context: PlanContext,
): Plan {
  const { admitted, excluded } = admit(id, selection, ticks);
  const problems = new Problems();
  if (admitted.length === 0) problems.add('nobody-left');
  const ended = admitted.map((applicant) => ({ applicant, ending: endingOf(applicant, to, context) }));
  const included = ended.map(({ applicant, ending }) => ({
    ...applicationOf(applicant),
    changes: [
      setStatus(applicationOf(applicant), to, stampOf(context)),
      ...endApplication(ending, applicant, to, context),
    ],
    messages: [],
  }));
  const endings = new Map(ended.map(({ applicant, ending }) => [applicant.applicationId, ending]));
  return { included, excluded, warnings: endingWarnings(endings), problems: problems.list() };
}
