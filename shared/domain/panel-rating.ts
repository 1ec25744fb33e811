import type { Change } from '../changes/change-set.js';
import { failure, success, type Result } from '../lib/result.js';
import type { ApplicationEvent } from '../records/application.js';
import type { PanelReview, PanelScore, Reviewer } from '../records/panel-review.js';
import type { ApplicationId, PanelReviewId, PersonId } from '../records/primitives.js';
import type { StatusStamp } from './status-event.js';

/** What a reviewer says of an applicant, as it stands. */
export type PanelRating = Extract<ApplicationEvent, { type: 'panel-rating' }>;

/** What stands of each reviewer of each request: the newest, unless it was taken back. Events in the order of their stamps. */
export function standingRatings(events: readonly ApplicationEvent[]): readonly PanelRating[] {
  const standing = new Map<string, PanelRating>();
  for (const event of events) {
    if (event.type !== 'panel-rating' && event.type !== 'panel-rating-withdrawal') continue;
    const key = `${event.reviewId} ${event.reviewerId}`;
    standing.delete(key);
    if (event.type === 'panel-rating') standing.set(key, event);
  }
  return [...standing.values()];
}

/** G-5: the mean of what the reviewers gave, 1–7; null where nobody gave any stars. */
export function averageRating(ratings: readonly Pick<PanelRating, 'value'>[]): number | null {
  const values = ratings.flatMap(({ value }) => value ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** An external one's name is optional. */
export function reviewerName({ name, address }: Pick<Reviewer, 'name' | 'address'>): string {
  return name === '' ? address : name;
}

export type PanelRatingRefusal =
  | 'panel/foreign'
  | 'panel/rating-invalid'
  | 'panel/rating-not-allowed'
  | 'panel/comments-not-allowed'
  | 'panel/nothing-said';

/** Whom a rating is about, and whose it is. */
export interface RatedApplication {
  readonly reviewId: PanelReviewId;
  readonly review: Pick<PanelReview, 'applicationIds' | 'reviewers' | 'noRating' | 'noComments'>;
  readonly reviewerId: string;
  readonly applicationId: ApplicationId;
  readonly personId: PersonId;
}

/**
 * R47, R48: what a reviewer says, entered by whoever the stamp names (C18). Refused: an applicant or a reviewer of another
 * request, stars outside 1–7, what the request does not allow, and nothing at all where something is asked for.
 */
export function enterPanelRating(
  rated: RatedApplication,
  score: PanelScore,
  stamp: StatusStamp,
): Result<Change, PanelRatingRefusal> {
  const { noRating, noComments } = rated.review;
  const comment = score.comment.trim();
  const { value } = score;
  if (!isOfRequest(rated)) return failure('panel/foreign');
  if (value !== null && !isStars(value)) return failure('panel/rating-invalid');
  if (noRating && value !== null) return failure('panel/rating-not-allowed');
  if (noComments && comment !== '') return failure('panel/comments-not-allowed');
  if (value === null && comment === '' && !(noRating && noComments)) return failure('panel/nothing-said');
  return success(eventOf(rated, { type: 'panel-rating', value, comment }, stamp));
}

/** Takes back what a reviewer said; it stays in the history. */
export function takeBackPanelRating(
  rated: RatedApplication,
  stamp: StatusStamp,
): Result<Change, Extract<PanelRatingRefusal, 'panel/foreign'>> {
  if (!isOfRequest(rated)) return failure('panel/foreign');
  return success(eventOf(rated, { type: 'panel-rating-withdrawal' }, stamp));
}

/** R47. */
function isStars(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 7;
}

function isOfRequest({ review, reviewerId, applicationId }: RatedApplication): boolean {
  return review.applicationIds.includes(applicationId) && review.reviewers.some(({ id }) => id === reviewerId);
}

type Said = { readonly type: 'panel-rating' } & PanelScore;

function eventOf(
  { reviewId, reviewerId, applicationId, personId }: RatedApplication,
  said: Said | { readonly type: 'panel-rating-withdrawal' },
  { at, by, newId }: StatusStamp,
): Change {
  const event: ApplicationEvent = { id: newId(), at, by, reviewId, reviewerId, ...said };
  return { kind: 'event', table: 'application', id: applicationId, dossier: personId, event };
}
