import type { Change } from '../../changes/change-set.js';
import type { Application, ApplicationEvent } from '../../records/application.js';
import type { PersonEvent } from '../../records/person.js';
import type { ApplicationId, PersonId, VacancyId } from '../../records/primitives.js';
import { isListed } from '../application-status.js';
import { cleanNote, type CaptureContext } from '../capture.js';
import { noteAddress } from '../postal-address.js';
import type { KnownApplication } from '../progress-action.js';
import type { ImportDraft } from './read-row.js';

/** An application of somebody on file. */
export type KnownApplicant = Pick<KnownApplication, 'vacancyId' | 'status'>;

interface OnFile {
  readonly id: PersonId;
  readonly postalAddress: string;
  readonly demo: boolean;
}

interface AddContext extends Pick<CaptureContext, 'now' | 'by' | 'newId'> {
  readonly applicationsOf: (person: PersonId) => readonly KnownApplicant[];
}

/**
 * What a row adds to somebody on file: an application where there is none in this vacancy, the note, an address where none is
 * known. Nothing that stands there is replaced (beyond.md no. 3); empty where nothing is new.
 */
export function addToKnown(
  person: OnFile,
  draft: ImportDraft,
  vacancyId: VacancyId | null,
  context: AddContext,
): readonly Change[] {
  const { now: at, by, newId } = context;
  const stamp = { at, by };
  const stands = context
    .applicationsOf(person.id)
    .some((application) => application.vacancyId === vacancyId && isListed(application.status));
  const applicationId = vacancyId === null || stands ? null : (newId() as ApplicationId);
  const note = cleanNote(draft.note);
  const changes: Change[] = [];
  if (applicationId !== null && vacancyId !== null) {
    const fields: Application = {
      personId: person.id,
      vacancyId,
      receivedAt: at,
      text: '',
      answers: {},
      demo: person.demo,
    };
    changes.push({ kind: 'create', table: 'application', id: applicationId, dossier: person.id, fields });
  }
  if (note !== '') {
    const event: ApplicationEvent & PersonEvent = { ...stamp, id: newId(), type: 'note', text: note };
    const target = applicationId === null ? 'person' : 'application';
    changes.push({ kind: 'event', table: target, id: applicationId ?? person.id, dossier: person.id, event });
  }
  if (draft.postalAddress !== '' && person.postalAddress === '') {
    changes.push(noteAddress(person.id, draft.postalAddress, { ...stamp, id: newId() }));
  }
  return changes;
}
