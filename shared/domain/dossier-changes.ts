import type { CreateChange, EventChange } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { Document } from '../records/document.js';
import type { ApplicationId, DocumentId, PersonId, RecruiterId } from '../records/primitives.js';

/** Whose dossier, and which of its applications one is looking at; null when the person has none. */
export interface DossierPlace {
  readonly personId: PersonId;
  readonly applicationId: ApplicationId | null;
}

/** A note on the application, or on the person where there is none. `text` is clean and not empty. */
export function addNote(
  { personId, applicationId }: DossierPlace,
  text: string,
  { id, at, by }: { readonly id: string; readonly at: Instant; readonly by: RecruiterId | null },
): EventChange {
  return {
    kind: 'event',
    table: applicationId === null ? 'person' : 'application',
    id: applicationId ?? personId,
    dossier: personId,
    event: { id, type: 'note', at, by, text },
  };
}

/** A stored file as a document. A CV is the person's and goes along everywhere; anything else belongs to where it was added. */
export function addDocument(
  { personId, applicationId }: DossierPlace,
  file: Pick<Document, 'fileId' | 'name' | 'mediaType' | 'size'>,
  { id, at, kind }: { readonly id: DocumentId; readonly at: Instant; readonly kind: Document['kind'] },
): CreateChange {
  const fields = { personId, applicationId: kind === 'cv' ? null : applicationId, kind, ...file, addedAt: at };
  return { kind: 'create', table: 'document', id, dossier: personId, fields };
}
