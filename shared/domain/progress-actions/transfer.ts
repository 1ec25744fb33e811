import type { Change } from '../../changes/change-set.js';
import type { ApplicationId, VacancyId } from '../../records/primitives.js';
import { admit } from '../admit.js';
import { isListed } from '../application-status.js';
import { arriveInVacancy } from '../arrive-in-vacancy.js';
import { endApplication, endingOf, endingWarnings, type Ending } from '../end-application.js';
import { Problems, type MailPart } from '../plan-mail.js';
import type { Applicant, ExclusionReason, Plan, PlanContext, ProgressAction, Selection } from '../progress-action.js';
import { applicationOf, seenOf, setStatus, stampOf } from '../status-event.js';
import { hasRight } from '../rights.js';
import { saveAndSendCredentials } from './save-and-send-credentials.js';
import { save } from './save.js';

/** Where to, and whether the application here stays as it is (*Copy this data (do not move)*). */
export interface TransferFields {
  readonly target: VacancyId | 'cv-database' | null;
  readonly copy: boolean;
  /** *Transfer and send user name and password*, into the CV database (G-3). */
  readonly sends: boolean;
}

export type TransferInput = TransferFields & MailPart;

/**
 * R33–R35, C13: a new application in the target with the status Transferred, without text and answers; the old one leaves the
 * lists unless it is a copy. Into the CV database it is *Save application* (C25).
 */
export const transfer: ProgressAction<TransferInput> = { id: 'transfer', plan };

function plan(selection: Selection, input: TransferInput, context: PlanContext): Plan {
  const { target, copy } = input;
  if (target === 'cv-database')
    return input.sends ? saveAndSend(selection, input, context) : save.plan(selection, input, context);
  const problems = new Problems();
  if (target === null || context.vacancy(target) === null) problems.add('transfer-target-missing');
  const { admitted, excluded } = admit('transfer', selection, input, (one) => refusalOf(one, target, context));
  if (admitted.length === 0) problems.add('nobody-left');
  const endings = new Map<ApplicationId, Ending>();
  const included = admitted.map((applicant) => {
    const application = applicationOf(applicant);
    const changes = target === null ? [] : changesOf(applicant, { target, copy }, context);
    if (copy) return { ...application, changes: problems.none ? changes : [], messages: [] };
    const ending = endingOf(applicant, { status: 'moved', from: context.mail.from }, context);
    endings.set(applicant.applicationId, ending);
    const left = endApplication(ending, applicant, 'moved', context);
    return { ...application, changes: problems.none ? [...changes, ...left] : [], messages: ending.mails };
  });
  return { included, excluded, warnings: endingWarnings(endings), problems: problems.list() };
}

/** Who may transfer may not write to people by that alone (C19). */
function saveAndSend(selection: Selection, input: TransferInput, context: PlanContext): Plan {
  const plan = saveAndSendCredentials.plan(selection, input, context);
  if (hasRight(context.recruiter.rights, 'send-email')) return plan;
  const missing = new Problems();
  missing.add('right-missing');
  const included = plan.included.map((one) => ({ ...one, changes: [] }));
  return { ...plan, included, problems: [...missing.list(), ...plan.problems] };
}

/** C13: nobody has two applications in one vacancy. Out of the CV database nobody is taken who has withdrawn from it. */
function refusalOf(
  { person, status: at }: Applicant,
  target: VacancyId | null,
  context: PlanContext,
): ExclusionReason | null {
  if (at === 'saved' && !person.databaseConsented) return 'no-database-consent';
  const there = context.applicationsOf(person.id);
  return there.some(({ vacancyId, status }) => vacancyId === target && isListed(status)) ? 'already-in-target' : null;
}

function changesOf(
  applicant: Applicant,
  { target, copy }: { readonly target: VacancyId; readonly copy: boolean },
  context: PlanContext,
): readonly Change[] {
  const { person, vacancyId } = applicant;
  const arrived = arriveInVacancy({ person, target, from: vacancyId }, stampOf(context));
  const left = setStatus(seenOf(applicant), 'moved', stampOf(context), { otherVacancyId: target });
  return [...arrived, ...(copy ? [] : [left])];
}
