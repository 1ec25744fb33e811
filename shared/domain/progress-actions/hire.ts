import { sameJson } from '../../lib/json.js';
import type { EmploymentTerms } from '../../records/contract.js';
import type { ApplicationStatus } from '../../records/application.js';
import type { ApplicationId } from '../../records/primitives.js';
import { admit } from '../admit.js';
import { agreeOn, unfilledTerms } from '../agree-on.js';
import { STATUS_RULES } from '../application-status.js';
import { endApplication, endingOf, endingWarnings, type Ending } from '../end-application.js';
import { Problems } from '../plan-mail.js';
import type { Ticks } from '../plan-status.js';
import { planWarnings } from '../progress-action-warnings.js';
import type { Applicant, KnownApplication, Plan, PlanContext, ProgressAction, Selection } from '../progress-action.js';
import { applicationOf, seenOf, setStatus, stampOf } from '../status-event.js';

/** What *Hire* asks for: what is agreed with each person (C24), and which of their other applications end with it. */
export interface HireFields {
  readonly rows: Readonly<Record<string, { readonly terms: EmploymentTerms }>>;
  readonly alsoWithdrawn: readonly ApplicationId[];
}

export type HireInput = HireFields & Ticks;

/** R38–R40: the status Hired, with position and department; the person stands under *Employees* from then on. */
export const hire: ProgressAction<HireInput> = { id: 'hire', plan };

/** C24: the other applications of these people that somebody still works on. */
export function otherOpenApplications(
  selection: Selection,
  context: Pick<PlanContext, 'applicationsOf'>,
): readonly { readonly applicant: Applicant; readonly application: KnownApplication }[] {
  const hired = new Set(selection.map(({ applicationId }) => applicationId));
  const seen = new Set<string>();
  return selection
    .filter(({ person }) => !seen.has(person.standsAs) && seen.add(person.standsAs))
    .flatMap((applicant) =>
      context
        .applicationsOf(applicant.person.id)
        .filter(({ id, status }) => !hired.has(id) && isOpen(status))
        .map((application) => ({ applicant, application })),
    );
}

/** C20: somebody still works on it. */
function isOpen(status: ApplicationStatus): boolean {
  const { group } = STATUS_RULES[status];
  return group === 'active' || group === 'pending';
}

function plan(selection: Selection, input: HireInput, context: PlanContext): Plan {
  const { admitted, excluded } = admit('hire', selection, input);
  const problems = new Problems();
  if (admitted.length === 0) problems.add('nobody-left');
  for (const { applicationId } of admitted) {
    for (const field of unfilledTerms(input.rows[applicationId]?.terms)) {
      problems.add('hire-unfilled', null, field, applicationId);
    }
  }
  const others = otherOpenApplications(admitted, context).filter(({ application }) =>
    input.alsoWithdrawn.includes(application.id),
  );
  const endings = new Map<ApplicationId, Ending>();
  const end = (applicant: Applicant, status: 'hired' | 'withdrawn') => {
    const ending = endingOf(applicant, { status, from: context.mail.from }, context);
    endings.set(applicant.applicationId, ending);
    const changes = [
      setStatus(seenOf(applicant), status, stampOf(context)),
      ...endApplication(ending, applicant, status, context),
    ];
    return { changes, messages: ending.mails };
  };
  const included = admitted.map((applicant) => {
    const ended = [
      end(applicant, 'hired'),
      ...others.filter((other) => other.applicant === applicant).map((other) => end(elsewhere(other), 'withdrawn')),
    ];
    const changes = [...agreed(applicant, input, context), ...ended.flatMap((one) => one.changes)];
    const messages = ended.flatMap((one) => one.messages);
    return { ...applicationOf(applicant), changes: problems.none ? changes : [], messages };
  });
  const warnings = [...planWarnings(admitted, ['no-consent']), ...endingWarnings(endings)];
  return { included, excluded, warnings, problems: problems.list() };
}

function agreed(applicant: Applicant, { rows }: HireFields, context: PlanContext) {
  const { applicationId } = applicant;
  const terms = rows[applicationId]?.terms;
  const known = context.contracts.agreed(applicationId);
  if (terms === undefined || (known !== null && sameJson(known, terms))) return [];
  return [agreeOn(applicationOf(applicant), terms, stampOf(context))];
}

function elsewhere({ applicant, application }: ReturnType<typeof otherOpenApplications>[number]): Applicant {
  const { id, vacancyId, status } = application;
  return { ...applicant, applicationId: id, vacancyId, status, interviewType: null, disputed: [] };
}
