import type { Change } from '../changes/change-set.js';
import type { ApplicationStatus } from '../records/application.js';
import type { ApplicationId, PersonId, VacancyId } from '../records/primitives.js';
import { isListed } from './application-status.js';
import type { KnownApplication } from './progress-action.js';
import { setStatus, type StatusStamp } from './status-event.js';

/** One ticked row of *Deleted applications*. */
export interface DeletedApplication {
  readonly applicationId: ApplicationId;
  readonly personId: PersonId;
  /** Who it is: another's id where two dossiers are one person's (G-13). */
  readonly standsAs: PersonId;
  readonly vacancyId: VacancyId;
  readonly status: ApplicationStatus;
}

/** What restoring may know besides. */
export interface RestoreContext {
  readonly stamp: StatusStamp;
  readonly hasVacancy: (id: VacancyId) => boolean;
  /** All of the person's, those that are deleted or moved away too. */
  readonly applicationsOf: (person: PersonId) => readonly Pick<KnownApplication, 'vacancyId' | 'status'>[];
}

export const RESTORE_REFUSALS = [
  // C14, G-2: there is nothing left to be restored to.
  'vacancy-gone',
  // One person stands in one vacancy once.
  'applied-again',
  // Somebody was faster.
  'not-deleted',
] as const;
export type RestoreRefusal = (typeof RESTORE_REFUSALS)[number];

export interface RestorePlan {
  readonly included: readonly { readonly applicationId: ApplicationId; readonly change: Change }[];
  readonly excluded: readonly { readonly applicationId: ApplicationId; readonly reason: RestoreRefusal }[];
}

/**
 * R15: back into their vacancies with the status Restored, the earlier one staying in the history (C26). Of two of one
 * person in one vacancy the first is restored.
 */
export function planRestore(selection: readonly DeletedApplication[], context: RestoreContext): RestorePlan {
  const taken = new Set<string>();
  const included: RestorePlan['included'][number][] = [];
  const excluded: RestorePlan['excluded'][number][] = [];
  for (const application of selection) {
    const { applicationId, standsAs, vacancyId } = application;
    const place = `${standsAs} ${vacancyId}`;
    const reason = refusalOf(application, context) ?? (taken.has(place) ? 'applied-again' : null);
    if (reason === null) {
      taken.add(place);
      included.push({ applicationId, change: setStatus(application, 'restored', context.stamp) });
    } else excluded.push({ applicationId, reason });
  }
  return { included, excluded };
}

function refusalOf(
  { status, personId, vacancyId }: DeletedApplication,
  { hasVacancy, applicationsOf }: RestoreContext,
): RestoreRefusal | null {
  if (status !== 'deleted') return 'not-deleted';
  if (!hasVacancy(vacancyId)) return 'vacancy-gone';
  const there = applicationsOf(personId).some((other) => other.vacancyId === vacancyId && isListed(other.status));
  return there ? 'applied-again' : null;
}
