import { accTime, standingAnswer } from '../../../shared/domain/interview-answers.js';
import { foldLetter } from '../../../shared/domain/letter-state.js';
import { foldDeliveries } from '../../../shared/domain/message-state.js';
import { reviewerName, standingRatings } from '../../../shared/domain/panel-rating.js';
import type { MeetingPlace } from '../../../shared/domain/movable-interview.js';
import type { Instant } from '../../../shared/lib/time.js';
import type {
  ApplicationEvent,
  ApplicationStatus,
  Ranking,
  ReferenceCheck,
  RejectionStage,
} from '../../../shared/records/application.js';
import type { GivenAnswer, InterviewAnswer, InterviewType } from '../../../shared/records/interview.js';
import type { LetterState } from '../../../shared/records/letter.js';
import type { Message, MessageState } from '../../../shared/records/message.js';
import type { PersonEvent, RetentionEvent } from '../../../shared/records/person.js';
import type {
  ApplicationId,
  FairId,
  MessageId,
  PanelReviewId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import type { StoredReview } from '../../data/roster/rows.js';
import { shownMessageState, type ShownMessageState } from '../../ui/message-state-label.js';
import type { Dossier } from '../../data/dossier-repository.js';

export type ReplacedValues = Extract<PersonEvent, { type: 'replaced' }>['values'];

interface Happened {
  readonly id: string;
  readonly at: Instant;
  /** Null where the record does not say who. */
  readonly by: RecruiterId | null;
}

/** One line of the Recruitment activities list. */
export type Activity = Happened &
  (
    | { readonly kind: 'captured'; readonly fairId: FairId | null }
    | { readonly kind: 'applied'; readonly vacancyId: VacancyId }
    | {
        readonly kind: 'consent';
        readonly purpose: 'this-fair' | 'cv-database';
        readonly given: boolean;
        readonly until: string | null;
      }
    | { readonly kind: 'note'; readonly text: string }
    /** `capturedAt`: of the capture that was merged into the one that is shown; null where it is this one. */
    | { readonly kind: 'merged'; readonly capturedAt: Instant | null }
    | { readonly kind: 'separated' }
    | { readonly kind: 'settled' | 'erasure-asked' }
    | { readonly kind: 'not-same'; readonly other: PersonId }
    | { readonly kind: 'replaced'; readonly values: ReplacedValues }
    | { readonly kind: 'keeping'; readonly said: RetentionEvent }
    | { readonly kind: 'rating'; readonly value: number }
    | { readonly kind: 'ranking'; readonly value: Ranking | null }
    | { readonly kind: 'own-step'; readonly stepId: string }
    | { readonly kind: 'reference-check'; readonly value: ReferenceCheck | null }
    | {
        readonly kind: 'status';
        readonly to: ApplicationStatus;
        /** T2: of an invitation to which interview, of a rejection at which stage. */
        readonly stage: RejectionStage | null;
        /** Of a rejection. */
        readonly reasonId: string | null;
      }
    | { readonly kind: 'employment'; readonly position: string; readonly startDate: string | null }
    | {
        readonly kind: 'answer';
        /** Null: nobody had been asked. */
        readonly before: InterviewAnswer | null;
        readonly given: GivenAnswer;
        /** An answer that was given later was known already, and counts. */
        readonly superseded: boolean;
      }
    | {
        readonly kind: 'move';
        readonly type: InterviewType;
        readonly from: MeetingPlace;
        readonly to: MeetingPlace;
      }
    | {
        readonly kind: 'places';
        readonly type: InterviewType;
        /** Null: for as many as are invited. */
        readonly from: number | null;
        readonly to: number | null;
      }
    | { readonly kind: 'cancellation'; readonly type: InterviewType; readonly startsAt: Instant }
    | {
        readonly kind: 'panel-request';
        readonly reviewId: PanelReviewId;
        readonly reviewers: readonly { readonly id: string; readonly name: string; readonly completed: boolean }[];
      }
    | {
        readonly kind: 'panel-rating' | 'panel-rating-withdrawal';
        readonly reviewerId: string;
        /** Null where the request is not there any more. */
        readonly reviewer: string | null;
        /** Null for a comment alone, and for what was taken back. */
        readonly value: number | null;
      }
    | { readonly kind: 'document'; readonly name: string }
    | { readonly kind: 'address'; readonly known: boolean }
    | { readonly kind: 'letter'; readonly subject: string; readonly state: LetterState }
    | ({ readonly kind: 'queued' } & OfMessage)
    | ({ readonly kind: 'forwarded'; readonly to: string } & OfMessage)
    | ({
        readonly kind: 'delivery';
        readonly state: ShownMessageState;
        /** Why it did not leave or arrive; null where there is nothing to explain. */
        readonly reason: string | null;
      } & OfMessage)
  );

/** What it is called by (`messageTitle`). */
export interface OfMessage extends Pick<Message, 'channel' | 'subject' | 'text'> {
  readonly messageId: MessageId;
}

/** States of a message that somebody wants to read about later; *being sent* is over in a moment. */
const TOLD: ReadonlySet<MessageState> = new Set(['sent', 'failed', 'uncertain', 'refused', 'cancelled', 'deferred']);
/** Of these somebody asks why. */
const EXPLAINED: ReadonlySet<ShownMessageState> = new Set(['failed', 'refused', 'cancelled', 'not-delivered']);

/**
 * What happened to a person in one application, newest first: built from the records' own events, so that it says the
 * same on every laptop. Of other applications nothing is listed here.
 */
export function listActivities(
  dossier: Dossier,
  applicationId: ApplicationId | null,
  reviews: readonly StoredReview[] = [],
): readonly Activity[] {
  const { person, merged, applications, documents, interviews, messages, letters } = dossier;
  const mine = applications.filter(({ id }) => id === applicationId);
  const activities: Activity[] = [
    ...[person, ...merged].map(({ id, fields }): Activity => {
      const { capturedAt: at, source } = fields;
      return { kind: 'captured', id, at, by: null, fairId: source.fairId };
    }),
    ...person.events.map((event) => (event.type === 'merge' ? ofMerge(event, merged) : ofEvent(event, reviews))),
    ...mine.flatMap(({ id, fields, events }): Activity[] => [
      { kind: 'applied', id, at: fields.receivedAt, by: null, vacancyId: fields.vacancyId },
      ...events.map((event) => ofEvent(event, reviews)),
      ...reviews
        .filter(({ applicationIds }) => applicationIds.some((one) => one === id))
        .map((one) => ofReview(one, events)),
    ]),
    ...interviews.filter(({ fields }) => fields.applicationId === applicationId).flatMap(ofInterview),
    ...documents.map(ofDocument),
    ...letters.filter(({ fields }) => fields.applicationId === applicationId).flatMap(ofLetter),
    ...messages.filter(({ fields }) => belongs(fields.applicationId, applicationId)).flatMap(ofMessage),
  ];
  return activities
    .map((activity, at) => ({ activity, at }))
    .sort(newestFirst)
    .map(({ activity }) => activity);
}

function ofDocument({ id, fields: { addedAt: at, name } }: Dossier['documents'][number]): Activity {
  return { kind: 'document', id, at, by: null, name };
}

function newestFirst(
  a: { readonly activity: Activity; readonly at: number },
  b: { readonly activity: Activity; readonly at: number },
): number {
  return b.activity.at - a.activity.at || b.at - a.at; // of one moment, what came of the other stands above it
}

function belongs(of: ApplicationId | null, shown: ApplicationId | null): boolean {
  return of === null || of === shown;
}

/** G-5: the request, with who has completed it. */
function ofReview(review: StoredReview, events: readonly ApplicationEvent[]): Activity {
  const { id, requestedAt: at, requestedBy: by } = review;
  const given = standingRatings(events).filter(({ reviewId }) => reviewId === id);
  const reviewers = review.reviewers.map((reviewer) => ({
    id: reviewer.id,
    name: reviewerName(reviewer),
    completed: given.some(({ reviewerId }) => reviewerId === reviewer.id),
  }));
  return { kind: 'panel-request', id, at, by, reviewId: id, reviewers };
}

function ofEvent(event: PersonEvent | ApplicationEvent, reviews: readonly StoredReview[]): Activity {
  const { id, at, by } = event;
  switch (event.type) {
    case 'consent':
      return { kind: 'consent', id, at, by, purpose: event.purpose, given: event.given, until: event.until };
    case 'note':
      return { kind: 'note', id, at, by, text: event.text };
    case 'rating':
      return { kind: 'rating', id, at, by, value: event.value };
    case 'ranking':
      return { kind: 'ranking', id, at, by, value: event.value };
    case 'own-step':
      return { kind: 'own-step', id, at, by, stepId: event.stepId };
    case 'reference-check':
      return { kind: 'reference-check', id, at, by, value: event.value };
    case 'status': {
      const { to, interviewType, rejection } = event;
      const [stage, reasonId] = [interviewType ?? rejection?.stage ?? null, rejection?.reasonId ?? null];
      return { kind: 'status', id, at, by, to, stage, reasonId };
    }
    case 'settled':
    case 'erasure-asked':
      return { kind: event.type, id, at, by };
    case 'panel-rating':
    case 'panel-rating-withdrawal': {
      const { type: kind, reviewId, reviewerId } = event;
      const asked = reviews.find((review) => review.id === reviewId)?.reviewers ?? [];
      const [reviewer = null] = asked.filter((one) => one.id === reviewerId).map(reviewerName);
      return { kind, id, at, by, reviewerId, reviewer, value: event.type === 'panel-rating' ? event.value : null };
    }
    case 'merge':
      return ofMerge(event, []);
    case 'not-same':
      return { kind: 'not-same', id, at, by, other: event.other };
    case 'replaced':
      return { kind: 'replaced', id, at, by, values: event.values };
    case 'postal-address':
      return { kind: 'address', id, at, by, known: event.address !== '' };
    case 'employment':
      return { kind: 'employment', id, at, by, position: event.terms.position, startDate: event.terms.startDate };
    default:
      return { kind: 'keeping', id, at, by, said: event };
  }
}

function ofMerge({ id, at, by, into }: Extract<PersonEvent, { type: 'merge' }>, merged: Dossier['merged']): Activity {
  if (into === null) return { kind: 'separated', id, at, by };
  const capture = merged.find(({ events }) => events.some((event) => event.id === id));
  return { kind: 'merged', id, at, by, capturedAt: capture?.fields.capturedAt ?? null };
}

function ofInterview({ fields, events }: Dossier['interviews'][number]): Activity[] {
  const { type, startsAt, invitation } = fields;
  return events.map((event, n): Activity => {
    const { id, at, by } = event;
    switch (event.type) {
      case 'answer': {
        const { sequence } = event;
        const before = accTime({ invitation, sequence }, events.slice(0, n));
        const superseded = standingAnswer({ sequence }, events.slice(0, n + 1)) !== event;
        return { kind: 'answer', id, at, by, before, given: event, superseded };
      }
      case 'move':
        return { kind: 'move', id, at, by, type, from: event.from, to: event.to };
      case 'places':
        return { kind: 'places', id, at, by, type, from: event.from, to: event.to };
      case 'cancellation':
        return { kind: 'cancellation', id, at, by, type, startsAt };
    }
  });
}

function ofLetter({ id, fields, events }: Dossier['letters'][number]): Activity[] {
  const { document, writtenAt, writtenBy } = fields;
  const { subject } = document;
  return [
    { kind: 'letter', id, at: writtenAt, by: writtenBy, subject, state: 'written' },
    // As with messages: a step that is not allowed changed nothing and is not told.
    ...events.flatMap((event, n): Activity[] => {
      const { state } = foldLetter(writtenAt, events.slice(0, n + 1));
      if (state !== event.state) return [];
      return [{ kind: 'letter', id: event.id, at: event.at, by: event.by, subject, state }];
    }),
  ];
}

function ofMessage({ id, fields, events }: Dossier['messages'][number]): Activity[] {
  const messageId = id as MessageId;
  const { channel, subject, text, queuedAt } = fields;
  const message = { channel, subject, text, messageId };
  let before: ShownMessageState = 'held';
  const queued = { id, at: queuedAt, by: null, ...message };
  const told: Activity[] = [
    fields.purpose === 'forward'
      ? { kind: 'forwarded', ...queued, to: fields.to.address }
      : { kind: 'queued', ...queued },
  ];
  for (const [n, event] of events.entries()) {
    // The state after each event as the machine has it: a step that is not allowed changed nothing and is not told.
    const folded = foldDeliveries(queuedAt, events.slice(0, n + 1));
    const state = shownMessageState(folded.state, null, folded.reason);
    if (folded.state === event.state && state !== before && TOLD.has(folded.state)) {
      const reason = EXPLAINED.has(state) ? folded.reason : null;
      told.push({ kind: 'delivery', id: event.id, at: event.at, by: event.by, state, reason, ...message });
    }
    before = state;
  }
  return told;
}
