import type { Change } from '../changes/change-set.js';
import type { PersonId, VacancyId } from '../records/primitives.js';
import { isListed } from './application-status.js';
import { arriveInVacancy } from './arrive-in-vacancy.js';
import type { KnownApplication } from './progress-action.js';
import type { StatusStamp } from './status-event.js';

/** Somebody without an application, from the CV database. */
export interface ProspectToAdd {
  readonly id: PersonId;
  readonly demo: boolean;
}

export interface AddToVacancyContext {
  readonly stamp: StatusStamp;
  /** All of the person's, those that are deleted or moved away too. */
  readonly applicationsOf: (person: PersonId) => readonly Pick<KnownApplication, 'vacancyId' | 'status'>[];
}

export interface AddToVacancyPlan {
  readonly included: readonly { readonly personId: PersonId; readonly changes: readonly Change[] }[];
  /** C13: those who stand in the vacancy already. */
  readonly excluded: readonly PersonId[];
}

/** C13, G-12: ties prospects to a vacancy. Each gets an application there, Transferred from the CV database. */
export function planAddToVacancy(
  people: readonly ProspectToAdd[],
  target: VacancyId,
  { stamp, applicationsOf }: AddToVacancyContext,
): AddToVacancyPlan {
  const isThere = ({ id }: ProspectToAdd): boolean =>
    applicationsOf(id).some(({ vacancyId, status }) => vacancyId === target && isListed(status));
  return {
    included: people
      .filter((person) => !isThere(person))
      .map((person) => ({ personId: person.id, changes: arriveInVacancy({ person, target, from: null }, stamp) })),
    excluded: people.filter(isThere).map(({ id }) => id),
  };
}
