import type { Change } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { ApplicationStatus } from '../records/application.js';
import type { Interview, InterviewType } from '../records/interview.js';
import type { Letter } from '../records/letter.js';
import type { Message, MessagePurpose, MessageState } from '../records/message.js';
import type { Organisation } from '../records/organisation.js';
import type {
  ApplicationId,
  InterviewId,
  Language,
  LetterId,
  MessageId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../records/primitives.js';
import type { Right } from '../records/recruiter.js';
import type { Vacancy } from '../records/vacancy.js';
import type { ContractDesk } from './contract-desk.js';
import type { ForwardContext } from './forward-words.js';
import type { InterviewContext } from './interview-context.js';
import type { MailLayout } from './mail-layout.js';
import type { OwnFieldProblem } from './own-field-problem.js';
import type { PanelContext } from './panel-context.js';

/** The list *Further progress*, in its order (R2, T1). */
export const PROGRESS_ACTIONS = [
  'withdraw',
  'delete',
  'send-email',
  'invite-to-interview',
  'reject',
  'save',
  'save-and-send-credentials',
  'forward',
  'transfer',
  'send-offer',
  'hire',
  'employment-contract',
  'send-letter',
  'panel-review',
] as const;
export type FixedActionId = (typeof PROGRESS_ACTIONS)[number];
/** G-8: below the fourteen, one more kind of action, with a parameter: which of the organisation's own steps. */
export type ProgressActionId = FixedActionId | 'own-step';

/** One ticked row: an application and what the rules need of its person. */
export interface Applicant {
  readonly applicationId: ApplicationId;
  readonly vacancyId: VacancyId;
  readonly status: ApplicationStatus;
  /** Of an invited one (T2). */
  readonly interviewType: InterviewType | null;
  /** The steps of its status conflict, where it has one. */
  readonly disputed?: readonly string[];
  readonly person: {
    /** The dossier in which the application lies: whatever is written for it is written there. */
    readonly id: PersonId;
    /** Who it is: another's id where two dossiers are one person's (G-13). */
    readonly standsAs: PersonId;
    readonly givenName: string;
    readonly familyName: string;
    readonly email: string;
    readonly phone: string;
    /** Where letters go, a line each; empty where it is not known. */
    readonly postalAddress: string;
    readonly language: Language;
    /** Agreed to be kept; nobody is kept from writing without it, but it must be seen. */
    readonly consented: boolean;
    /** Agreed to be kept for other vacancies, in the CV database. */
    readonly databaseConsented: boolean;
    readonly demo: boolean;
  };
}
export type Selection = readonly Applicant[];

/** What a plan may know of somebody's other applications. */
export interface KnownApplication {
  readonly id: ApplicationId;
  readonly vacancyId: VacancyId;
  readonly status: ApplicationStatus;
}

/** What a plan may know of an interview: all that a mail about it says. */
export interface KnownInterview extends Omit<
  Interview,
  'personId' | 'vacancyId' | 'meetingId' | 'invitation' | 'places'
> {
  readonly id: InterviewId;
  readonly cancelled: boolean;
}

/** What a plan may know of a message that was written before. */
export interface KnownMessage {
  readonly id: MessageId;
  readonly applicationId: ApplicationId | null;
  readonly interviewId: InterviewId | null;
  readonly purpose: MessagePurpose;
  readonly state: MessageState;
  /** SEQUENCE of the calendar file that goes along; null without one. */
  readonly sequence: number | null;
  readonly attempt: number;
}

/** Everything a plan may know besides the selection and the form. The domain reads no clock and throws no dice. */
export interface PlanContext {
  readonly now: Instant;
  readonly device: string;
  newId(): string;
  readonly organisation: Organisation;
  readonly recruiter: {
    readonly id: RecruiterId;
    readonly name: string;
    readonly email: string;
    readonly rights: readonly Right[];
  };
  vacancy(id: VacancyId): Vacancy | null;
  /** Name of a recruiter, for `{contact-person}`; null when there is none. */
  recruiterName(id: RecruiterId): string | null;
  readonly contracts: ContractDesk;
  applicationsOf(person: PersonId): readonly KnownApplication[];
  interviewsOf(person: PersonId): readonly KnownInterview[];
  messagesOf(person: PersonId): readonly KnownMessage[];
  readonly mail: {
    readonly from: { readonly name: string; readonly address: string };
    layout(language: Language): MailLayout;
  };
  readonly interviews: InterviewContext;
  readonly panel: PanelContext;
  /** C17: there is a server with the page on which candidates see and change their details. */
  readonly hasCandidatePages: boolean;
  readonly forward: ForwardContext;
}

export interface PlannedMessage {
  readonly id: MessageId;
  readonly message: Message;
  /** Parts of the contents that came from the records, for the preview to tint: offsets into `message.text`. */
  readonly merged: readonly { readonly start: number; readonly end: number }[];
}

/** R42: a letter as it will be printed. */
export interface PlannedLetter {
  readonly id: LetterId;
  readonly letter: Letter;
}

/** What happens to one application. */
export interface PlannedChange {
  readonly applicationId: ApplicationId;
  readonly personId: PersonId;
  readonly changes: readonly Change[];
  readonly messages: readonly PlannedMessage[];
  /** C33: why it is done without the mail that the others get; null where nothing is missing. */
  readonly withoutMail?: ExclusionReason | null;
  /** Shown also while a problem stands and there are no changes yet. */
  readonly letter?: PlannedLetter;
  /** What it puts into the calendar, shown also while a problem stands and there are no changes yet. */
  readonly interview?: Pick<Interview, 'meetingId' | 'type' | 'startsAt' | 'invitation' | 'places'>;
}

export const EXCLUSION_REASONS = [
  'no-email-address',
  'invalid-email-address',
  'no-template-in-language',
  'same-person-twice',
  'already-in-group',
  'unticked',
  // beyond.md no. 10: nobody is kept for other vacancies without having agreed to it.
  'no-database-consent',
  // C26: the status forbids it, or asks first.
  'already-hired',
  'already-rejected',
  'already-withdrawn',
  'already-saved',
  'already-deleted',
  'already-moved',
  'already-in-target',
  'asks-first',
  'dossier-unreadable',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

export const PLAN_WARNINGS = [
  'demo-recipients',
  'application-processed',
  'no-consent',
  // Of interviews: C1, and what stands in the calendars already.
  'cannot-answer',
  'already-invited',
  // Of reminders: who gets none (R84, C33), and that it goes together with the invitation (C4).
  'reminder-no-mobile',
  'reminder-no-email',
  'reminder-at-once',
  'recruiter-busy',
  'candidate-busy',
  'room-busy',
  // C34: what ends with the application.
  'messages-stopped',
  'reminders-stopped',
  'messages-held',
  'interviews-cancelled',
  'cancellation-mailed',
  'cancellation-by-phone',
  // Of contracts: what was agreed reads as if it were a slip.
  'start-date-past',
  'braces-typed',
  // C18: the mail is held, and why.
  'needs-server',
  // C28
  'no-postal-address',
  // R30: of somebody who is shown without personal information and wrote nothing.
  'nothing-to-read',
] as const;
export type PlanWarningCode = (typeof PLAN_WARNINGS)[number];

/** What does not stand in the way, but must be seen before it is confirmed. */
export interface PlanWarning {
  readonly code: PlanWarningCode;
  /** Those of the included whom it concerns; never empty. */
  readonly applicationIds: readonly ApplicationId[];
  /** Of recruiters who are busy: who, and with what begins when, for the first of those concerned. */
  readonly clash?: { readonly recruiterId: RecruiterId; readonly startsAt: Instant };
  /** Of those who have an interview already: when, for the first of those concerned. */
  readonly standing?: Instant;
}

/** While a problem stands, the plan is there to be looked at: its messages are shown and it carries no changes. */
export interface Plan {
  readonly included: readonly PlannedChange[];
  /** What is done for all of the included together and written to others about them; absent where each has their own. */
  readonly joint?: Pick<PlannedChange, 'changes' | 'messages'>;
  readonly excluded: readonly { readonly applicationId: ApplicationId; readonly reason: ExclusionReason }[];
  readonly warnings: readonly PlanWarning[];
  readonly problems: readonly PlanProblem[];
}

export const MAIL_PROBLEMS = [
  'from-invalid',
  'subject-blank',
  'contents-blank',
  'field-unknown',
  'field-unfilled',
  'field-misplaced',
  'panel-link-missing',
  // C17: a text that lacks password or link, or has the password where it cannot stand.
  'credentials-missing',
  'password-misplaced',
  'field-withheld', // R30
  'detail-in-subject',
  'detail-in-contents',
] as const;

/** What must be put right before anything is done; each names its place (R18, C32). */
export interface PlanProblem {
  readonly code: 'nobody-left' | 'right-missing' | (typeof MAIL_PROBLEMS)[number] | OwnFieldProblem;
  readonly language: Language | null;
  /** The merge field concerned, without its braces; or what was typed, as it was typed. */
  readonly field: string | null;
  /** Those it concerns; empty where it concerns everybody. */
  readonly applicationIds: readonly ApplicationId[];
}

/** One action of *Further progress*. The list, the dialog, the bulk run, undo and history are written once for all. */
export interface ProgressAction<Input> {
  readonly id: ProgressActionId;
  /** Pure: the same selection, input and context give the same plan. */
  plan(selection: Selection, input: Input, context: PlanContext): Plan;
}
