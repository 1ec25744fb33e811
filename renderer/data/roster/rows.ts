import type { Consent } from '../../../shared/domain/capture-notice.js';
import type { Delivery } from '../../../shared/domain/message-state.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import type { Fair } from '../../../shared/records/fair.js';
import type { Organisation } from '../../../shared/records/organisation.js';
import type { Person } from '../../../shared/records/person.js';
import type {
  ApplicationId,
  FairId,
  Language,
  MessageId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';

/** What lists need of a person. */
export interface PersonRow {
  readonly id: PersonId;
  readonly kind: Person['kind'];
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly language: Language;
  readonly school: string;
  readonly city: string;
  readonly fairId: FairId | null;
  readonly capturedAt: Instant;
  readonly hasCv: boolean;
  /** Documents that are CVs. */
  readonly cvIds: readonly string[];
  /** Until when the person agreed to be kept; whether that still counts is asked of the day it is looked at. */
  readonly consent: Consent | null;
  readonly demo: boolean;
  /** Names, school, e-mail and phone, folded, for search. */
  readonly search: string;
}

/** What lists need of an application. */
export interface ApplicationRow {
  readonly id: ApplicationId;
  readonly personId: PersonId;
  readonly vacancyId: VacancyId;
  readonly receivedAt: Instant;
  readonly status: ApplicationStatus;
  /** Mean of the ratings, 1–7; null without one. */
  readonly rating: number | null;
}

/** What the outbox shows of a message; its text is read when it is opened. */
export interface MessageRow extends Delivery {
  readonly id: MessageId;
  readonly personId: PersonId;
  readonly applicationId: ApplicationId | null;
  readonly vacancyId: VacancyId | null;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly language: Language;
  readonly messageId: string;
  readonly queuedAt: Instant;
  readonly holdUntil: Instant;
  readonly deliverBy: string;
}

export type Stored<Id extends string, Fields> = Fields & { readonly id: Id };

/**
 * The in-memory table that every list reads. The maps change in place and `version` grows with each change set, so a
 * reader that depends on `version` sees everything and copies nothing.
 */
export interface Roster {
  readonly version: number;
  readonly organisation: Organisation | null;
  readonly recruiters: ReadonlyMap<RecruiterId, Stored<RecruiterId, Recruiter>>;
  readonly fairs: ReadonlyMap<FairId, Stored<FairId, Fair>>;
  readonly vacancies: ReadonlyMap<VacancyId, Stored<VacancyId, Vacancy>>;
  readonly people: ReadonlyMap<PersonId, PersonRow>;
  readonly applications: ReadonlyMap<ApplicationId, ApplicationRow>;
  readonly messages: ReadonlyMap<MessageId, MessageRow>;
  applicationsOf(person: PersonId): readonly ApplicationRow[];
  applicationsIn(vacancy: VacancyId): readonly ApplicationRow[];
  messagesOf(person: PersonId): readonly MessageRow[];
}
