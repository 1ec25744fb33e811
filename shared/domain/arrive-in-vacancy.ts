import type { Change } from '../changes/change-set.js';
import type { Application } from '../records/application.js';
import type { ApplicationId, PersonId, VacancyId } from '../records/primitives.js';
import { setStatus, type StatusStamp } from './status-event.js';

/** Who arrives where, and from which vacancy; null from the CV database (C13). */
export interface Arrival {
  readonly person: { readonly id: PersonId; readonly demo: boolean };
  readonly target: VacancyId;
  readonly from: VacancyId | null;
}

/** R33, R34, C13: a new application with the status Transferred, without text and answers. */
export function arriveInVacancy({ person, target, from }: Arrival, stamp: StatusStamp): readonly Change[] {
  const applicationId = stamp.newId() as ApplicationId;
  const fields: Application = {
    personId: person.id,
    vacancyId: target,
    receivedAt: stamp.at,
    text: '',
    answers: {},
    demo: person.demo,
  };
  return [
    { kind: 'create', table: 'application', id: applicationId, dossier: person.id, fields },
    setStatus({ applicationId, personId: person.id, status: 'new' }, 'transferred', stamp, { otherVacancyId: from }),
  ];
}
