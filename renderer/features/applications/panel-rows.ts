import { averageRating, reviewerName } from '../../../shared/domain/panel-rating.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { ApplicationId, PanelReviewId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import type { ApplicationRow, Roster, StoredReview } from '../../data/roster/rows.js';

/** An applicant whom panels were asked about. */
export interface PanelRow {
  readonly applicationId: ApplicationId;
  /** Null for somebody who is erased. */
  readonly applicant: { readonly name: string; readonly application: ApplicationRow } | null;
  /** Null where nobody gave any stars. */
  readonly average: number | null;
  /** Reviews that are there, of those that were asked for. */
  readonly given: number;
  readonly asked: number;
}

export interface PanelRequestRow {
  readonly id: PanelReviewId;
  readonly requestedAt: Instant;
  readonly requestedBy: RecruiterId;
  /** Applicants, those who are not there any more too. */
  readonly applicants: number;
  readonly reviewers: readonly {
    readonly id: string;
    readonly name: string;
    readonly given: number;
    /** Applicants who are still there to be reviewed. */
    readonly asked: number;
  }[];
}

function reviewsOf({ panelReviews }: Pick<Roster, 'panelReviews'>, vacancyId: VacancyId): readonly StoredReview[] {
  return [...panelReviews.values()].filter((review) => review.vacancyId === vacancyId);
}

/** How many applicants of a vacancy were ever sent to a panel. */
export function countPanelApplicants(roster: Pick<Roster, 'panelReviews'>, vacancyId: VacancyId): number {
  return new Set(reviewsOf(roster, vacancyId).flatMap(({ applicationIds }) => applicationIds)).size;
}

type Sources = Pick<Roster, 'panelReviews' | 'applications' | 'people'>;

/** G-5: everybody whom panels of a vacancy were asked about, the best average first; C34: whatever became of them. */
export function panelRows(roster: Sources, vacancyId: VacancyId): readonly PanelRow[] {
  const reviews = reviewsOf(roster, vacancyId);
  const ids = [...new Set(reviews.flatMap(({ applicationIds }) => applicationIds))];
  return ids.map((id) => rowOf(roster, reviews, id)).sort(byAverage);
}

function rowOf({ applications, people }: Sources, reviews: readonly StoredReview[], id: ApplicationId): PanelRow {
  const about = reviews.filter(({ applicationIds }) => applicationIds.includes(id));
  const application = applications.get(id);
  const person = application === undefined ? undefined : people.get(application.personId);
  const marks = application?.panelRatings ?? [];
  const given = marks.filter(({ reviewId }) => about.some((review) => review.id === reviewId));
  return {
    applicationId: id,
    applicant:
      application === undefined || person === undefined
        ? null
        : { name: `${person.givenName} ${person.familyName}`.trim(), application },
    average: averageRating(given),
    given: given.length,
    asked: about.reduce((sum, { reviewers }) => sum + reviewers.length, 0),
  };
}

function byAverage(one: PanelRow, other: PanelRow): number {
  const names = [one, other].map(({ applicant }) => applicant?.name ?? '');
  return (other.average ?? 0) - (one.average ?? 0) || (names[0] ?? '').localeCompare(names[1] ?? '');
}

/** The requests of a vacancy, the newest first, with how far each reviewer is. */
export function panelRequests(roster: Sources, vacancyId: VacancyId): readonly PanelRequestRow[] {
  return reviewsOf(roster, vacancyId)
    .map(({ id, requestedAt, requestedBy, applicationIds, reviewers }) => {
      const there = applicationIds.flatMap((one) => roster.applications.get(one) ?? []);
      const marks = there.flatMap(({ panelRatings }) => panelRatings).filter(({ reviewId }) => reviewId === id);
      return {
        id,
        requestedAt,
        requestedBy,
        applicants: applicationIds.length,
        reviewers: reviewers.map((reviewer) => ({
          id: reviewer.id,
          name: reviewerName(reviewer),
          given: marks.filter(({ reviewerId }) => reviewerId === reviewer.id).length,
          asked: there.length,
        })),
      };
    })
    .sort((a, b) => b.requestedAt - a.requestedAt);
}
