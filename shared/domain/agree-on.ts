import type { EventChange } from '../changes/change-set.js';
import type { EmploymentTerms } from '../records/contract.js';
import type { ApplicationId, PersonId } from '../records/primitives.js';
import type { StatusStamp } from './status-event.js';

/** What was agreed with somebody, for whichever of contract and hire comes next (C24); the newest holds. */
export function agreeOn(
  { applicationId, personId }: { readonly applicationId: ApplicationId; readonly personId: PersonId },
  terms: EmploymentTerms,
  { at, by, newId }: StatusStamp,
): EventChange {
  const event = { id: newId(), type: 'employment', at, by, terms } as const;
  return { kind: 'event', table: 'application', id: applicationId, dossier: personId, event };
}

export type NeededTerm = 'position' | 'department' | 'start-date';

/** What an employee cannot be without: position and department (R39), and the day (G-10). */
export function unfilledTerms(
  terms: Pick<EmploymentTerms, 'position' | 'department' | 'startDate'> | undefined,
): readonly NeededTerm[] {
  return [
    ...((terms?.position ?? '').trim() === '' ? (['position'] as const) : []),
    ...((terms?.department ?? '').trim() === '' ? (['department'] as const) : []),
    ...((terms?.startDate ?? null) === null ? (['start-date'] as const) : []),
  ];
}
