import type { StatusConflict } from '../../../shared/domain/status-conflict.js';
import type { Consent } from '../../../shared/domain/capture-notice.js';
import type { Deletion } from '../../../shared/domain/deletion.js';
import type { InvitedAt } from '../../../shared/domain/invited-at.js';
import type { LetterStanding } from '../../../shared/domain/letter-state.js';
import type { Delivery } from '../../../shared/domain/message-state.js';
import type { Instant } from '../../../shared/lib/time.js';
import type {
  ApplicationStatus,
  Ranking,
  ReferenceCheck,
  RejectionStage,
} from '../../../shared/records/application.js';
import type { Appointment } from '../../../shared/records/appointment.js';
import type { ContractTag, ContractTemplate, EmploymentTerms } from '../../../shared/records/contract.js';
import type { Fair } from '../../../shared/records/fair.js';
import type { GivenAnswer, Interview, InterviewAnswer, InterviewType } from '../../../shared/records/interview.js';
import type { LetterTemplate } from '../../../shared/records/letter.js';
import type { MailTemplate } from '../../../shared/records/mail-template.js';
import type { MessageChannel, MessagePurpose } from '../../../shared/records/message.js';
import type { Organisation } from '../../../shared/records/organisation.js';
import type { PanelReview } from '../../../shared/records/panel-review.js';
import type { Person, RetentionEvent } from '../../../shared/records/person.js';
import type {
  ApplicationId,
  AppointmentId,
  ContractTagId,
  ContractTemplateId,
  FairId,
  InterviewId,
  Language,
  LetterId,
  MailTemplateId,
  MessageId,
  PanelReviewId,
  PersonId,
  RecruiterId,
  SavedSearchId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import type { SavedSearch } from '../../../shared/records/saved-search.js';
import type { Table } from '../../../shared/records/tables.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import type { FieldConflict } from './field-conflicts.js';
import type { RefusalRow } from './refusals.js';

/** What lists need of a person. */
export interface PersonRow {
  readonly id: PersonId;
  readonly kind: Person['kind'];
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  /** Where letters go, a line each; empty where it is not known. */
  readonly postalAddress: string;
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
  /** What was said about keeping the person, and announced. */
  readonly retention: readonly RetentionEvent[];
  /** To be kept for other vacancies, in the CV database. */
  readonly databaseConsent: Consent | null;
  readonly demo: boolean;
  /** Names, school, city, e-mail and phone, folded, for search. */
  readonly search: string;
  /** G-13: those who were found to be somebody else. */
  readonly notSame: readonly PersonId[];
  /** C17: since when the person waits for being deleted, asked for on the own page. */
  readonly erasureAskedAt: Instant | null;
  /** G-13: the person's other dossiers, each as it stands by itself; empty for nearly everybody (docs/adr/0027). */
  readonly merged: readonly PersonRow[];
}

/** What lists need of an application. */
export interface ApplicationRow {
  readonly id: ApplicationId;
  readonly personId: PersonId;
  readonly vacancyId: VacancyId;
  readonly receivedAt: Instant;
  readonly status: ApplicationStatus;
  /** When it came or its status was set last. */
  readonly since: Instant;
  /** Of an invited one (T2). */
  readonly interviewType: InterviewType | null;
  /** Of a rejected one (R57). */
  readonly rejectionStage: RejectionStage | null;
  /** Of the same: why, of the organisation's list (C21). */
  readonly rejectionReasonId: string | null;
  /** Of the same: when. */
  readonly rejectedAt: Instant | null;
  /** T2: when it was invited to an interview of a type, last. */
  readonly invitedAt: InvitedAt;
  /** G-8: the newest own step that was taken in this status; null without one. */
  readonly ownStepId: string | null;
  /** R14: null while it is not deleted. */
  readonly deletion: Deletion | null;
  /** What was agreed, by contract or by hiring (C24); null while nothing was. */
  readonly employment: EmploymentTerms | null;
  /** R37: when a job was offered last; null while none was. */
  readonly offeredAt: Instant | null;
  /** Null while it is not hired. */
  readonly hiredAt: Instant | null;
  /** Steps that were taken without seeing each other; null where none wait for somebody to decide. */
  readonly conflict: StatusConflict | null;
  /** Mean of the ratings, 1–7; null without one. */
  readonly rating: number | null;
  /** G-7; null: none. */
  readonly ranking: Ranking | null;
  readonly referenceCheck: ReferenceCheck | null;
  /** What reviewers of panels gave, without their words. */
  readonly panelRatings: readonly PanelMark[];
}

/** That a reviewer of a panel has said something about an applicant, and how many stars (null: none). */
export interface PanelMark {
  readonly reviewId: PanelReviewId;
  readonly reviewerId: string;
  readonly value: number | null;
}

/** An interview in the calendar; `accTime` is the one value that is shown as *Acc. time* and *Edit meeting invitation* (R91). */
export interface InterviewRow extends Interview {
  readonly id: InterviewId;
  /** Null where nobody was invited, so nobody answers (C31). */
  readonly accTime: InterviewAnswer | null;
  /** Every answer to it, to earlier times too, in the order of their stamps. */
  readonly answers: readonly GivenAnswer[];
  readonly cancelled: boolean;
}

export interface AppointmentRow extends Appointment {
  readonly id: AppointmentId;
  readonly cancelled: boolean;
}

/** What the outbox shows of a message; its text is read when it is opened. */
export interface MessageRow extends Delivery {
  readonly id: MessageId;
  readonly channel: MessageChannel;
  readonly purpose: MessagePurpose;
  readonly interviewId: InterviewId | null;
  /** SEQUENCE of the interview that it speaks of; null where its time is not told. */
  readonly sequence: number | null;
  /** Of a reminder, when the interview begins that it tells of. */
  readonly remindsOf: Instant | null;
  readonly panelReviewId: PanelReviewId | null;
  /** Of its link to the page where the candidate answers; null without one. */
  readonly replyTokenHash: string | null;
  /** Null where it is about several people. */
  readonly personId: PersonId | null;
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
  /** Who sends it was said again after it was written: it was handed over, or taken back (docs/adr/0057). */
  readonly reassigned: boolean;
}

/** What the outbox shows of a letter; its text is read when it is opened or printed. */
export interface LetterRow extends LetterStanding {
  readonly id: LetterId;
  readonly personId: PersonId;
  readonly applicationId: ApplicationId;
  readonly vacancyId: VacancyId;
  readonly template: LetterTemplate;
  readonly toName: string;
  /** In one line; empty where it was not known when it was written (C28). */
  readonly address: string;
  readonly subject: string;
  readonly language: Language;
  readonly writtenAt: Instant;
}

export type Stored<Id extends string, Fields> = Fields & { readonly id: Id };

/** A request to a panel. */
export type StoredReview = Stored<PanelReviewId, PanelReview>;

/**
 * The in-memory table that every list reads. The maps change in place and `version` grows with each change set, so a
 * reader that depends on `version` sees everything and copies nothing.
 */
export interface Roster {
  readonly version: number;
  /** The version with which the last row of one of these tables came. */
  changedAt(tables: readonly Table[]): number;
  readonly organisation: Organisation | null;
  readonly recruiters: ReadonlyMap<RecruiterId, Stored<RecruiterId, Recruiter>>;
  readonly fairs: ReadonlyMap<FairId, Stored<FairId, Fair>>;
  readonly vacancies: ReadonlyMap<VacancyId, Stored<VacancyId, Vacancy>>;
  /** Since when each of them that is not open is not. */
  readonly endedVacancies: ReadonlyMap<VacancyId, Instant>;
  /** The organisation's own, deleted ones too. */
  readonly contractTemplates: ReadonlyMap<ContractTemplateId, Stored<ContractTemplateId, ContractTemplate>>;
  readonly contractTags: ReadonlyMap<ContractTagId, Stored<ContractTagId, ContractTag>>;
  readonly mailTemplates: ReadonlyMap<MailTemplateId, Stored<MailTemplateId, MailTemplate>>;
  /** Of every recruiter, deleted ones too. */
  readonly savedSearches: ReadonlyMap<SavedSearchId, Stored<SavedSearchId, SavedSearch>>;
  /** Everybody, each once; found by the id of any of their dossiers (G-13). `personId` of other rows names a dossier. */
  readonly people: ReadonlyMap<PersonId, PersonRow>;
  readonly applications: ReadonlyMap<ApplicationId, ApplicationRow>;
  readonly interviews: ReadonlyMap<InterviewId, InterviewRow>;
  readonly appointments: ReadonlyMap<AppointmentId, AppointmentRow>;
  readonly panelReviews: ReadonlyMap<PanelReviewId, StoredReview>;
  readonly messages: ReadonlyMap<MessageId, MessageRow>;
  readonly letters: ReadonlyMap<LetterId, LetterRow>;
  /** Of records that two laptops wrote the same field of, by the record's id. */
  readonly fieldConflicts: ReadonlyMap<string, readonly FieldConflict[]>;
  /** Change sets of this laptop that the server refused and nobody has dealt with, by the ids of their refusals. */
  readonly refusals: ReadonlyMap<string, RefusalRow>;
  /** All of the person's in any of their dossiers, those that are deleted or moved away too. */
  applicationsOf(person: PersonId): readonly ApplicationRow[];
  /** Those that lists and counters know (C20). */
  applicationsIn(vacancy: VacancyId): readonly ApplicationRow[];
  interviewsOf(person: PersonId): readonly InterviewRow[];
  /** Null: those that are about several people. */
  messagesOf(person: PersonId | null): readonly MessageRow[];
  lettersOf(person: PersonId): readonly LetterRow[];
}
