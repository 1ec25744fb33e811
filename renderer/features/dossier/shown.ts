import type { ApplicationId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import type { Dossier } from '../../data/dossier-repository.js';

/** What the dossier page shows: whose, and which of the applications. */
export interface Shown {
  readonly dossier: Dossier;
  /** The dossier in which the application lies; the person's own where there is none (G-13). */
  readonly personId: PersonId;
  /** Null for a prospect. */
  readonly applicationId: ApplicationId | null;
  readonly vacancyId: VacancyId | null;
}

export type StoredMessage = Dossier['messages'][number];
export type StoredLetter = Dossier['letters'][number];
export type StoredDocument = Dossier['documents'][number];
export type StoredInterview = Dossier['interviews'][number];
export type StoredApplication = Dossier['applications'][number];
