import type { Change } from '../changes/change-set.js';
import type { ApplicationEvent, ApplicationStatus, Ranking, ReferenceCheck } from '../records/application.js';
import type { ApplicationId, PersonId } from '../records/primitives.js';
import { isListed } from './application-status.js';
import type { StatusStamp } from './status-event.js';

/** G-7: what a recruiter notes of an application for later work on many; no status depends on it. */
export interface Classification {
  readonly ranking: Ranking | null;
  readonly referenceCheck: ReferenceCheck | null;
}

/** Of the events of an application in the order of their stamps: the newest of each kind holds, whoever set the other. */
export function foldClassification(events: readonly ApplicationEvent[]): Classification {
  return {
    ranking: events.findLast((event) => event.type === 'ranking')?.value ?? null,
    referenceCheck: events.findLast((event) => event.type === 'reference-check')?.value ?? null,
  };
}

interface Classified extends Classification {
  readonly id: ApplicationId;
  readonly personId: PersonId;
  readonly status: ApplicationStatus;
}

/** Sets ranking or reference check of each; what is so already is left out, and so is what stands in no list (C20). */
export function classify(
  applications: readonly Classified[],
  to: Partial<Classification>,
  { at, by, newId }: StatusStamp,
): readonly Change[] {
  return applications.flatMap((application): readonly Change[] => {
    if (!isListed(application.status)) return [];
    const { id, personId, ranking, referenceCheck } = application;
    const change = (type: 'ranking' | 'reference-check', value: Ranking | ReferenceCheck | null): Change => ({
      kind: 'event',
      table: 'application',
      id,
      dossier: personId,
      event: { id: newId(), type, at, by, value },
    });
    return [
      ...(to.ranking === undefined || to.ranking === ranking ? [] : [change('ranking', to.ranking)]),
      ...(to.referenceCheck === undefined || to.referenceCheck === referenceCheck
        ? []
        : [change('reference-check', to.referenceCheck)]),
    ];
  });
}
