import { IconUsersGroup } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { averageRating, standingRatings } from '../../../shared/domain/panel-rating.js';
import type { Roster, StoredReview } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { RatingMeter } from '../../ui/rating-meter.js';
import classes from './dossier.module.css';
import { PanelReviewerLine } from './panel-reviewer-line.js';
import own from './panel-tab.module.css';
import type { Shown, StoredApplication } from './shown.js';

interface PanelTabProps {
  readonly shown: Shown;
  readonly reviews: readonly StoredReview[];
}

/** *Panel review* (G-5): the average, and each request with its reviewers, what they gave and said. */
export function PanelTab({ shown, reviews }: PanelTabProps) {
  const { t } = useTranslation();
  const { applications } = shown.dossier;
  if (reviews.length === 0) {
    return (
      <EmptyState icon={IconUsersGroup} title={t('panel.none')}>
        {t('panel.noneText')}
      </EmptyState>
    );
  }
  const mine = applications.filter(({ id }) => shown.applicationId === null || id === shown.applicationId);
  const given = mine.flatMap(({ events }) => standingRatings(events)).filter(({ value }) => value !== null);
  return (
    <div className={classes['reading']}>
      <div className={own['average']}>
        <h2>{t('panel.average')}</h2>
        <RatingMeter value={averageRating(given)} />
        <span>{t('panel.averageOf', { count: given.length })}</span>
      </div>
      {reviews.flatMap((review) =>
        applications
          .filter(({ id }) => review.applicationIds.some((one) => one === id))
          .map((application) => (
            <Request key={`${review.id} ${application.id}`} review={review} application={application} shown={shown} />
          )),
      )}
    </div>
  );
}

interface RequestProps {
  readonly review: StoredReview;
  readonly application: StoredApplication;
  readonly shown: Shown;
}

function Request({ review, application, shown }: RequestProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { vacancyId, requestedAt, requestedBy, applicationIds, noRating, noComments } = review;
  const find = useCallback(
    ({ vacancies, recruiters }: Roster) => ({
      vacancy: vacancies.get(vacancyId)?.title ?? null,
      requester: recruiters.get(requestedBy)?.name ?? null,
    }),
    [vacancyId, requestedBy],
  );
  const { vacancy, requester } = useRoster(find);
  const given = standingRatings(application.events).filter(({ reviewId }) => reviewId === review.id);
  const title = `${vacancy ?? t('dossier.vacancyGone')}, ${formats.dateTime(requestedAt)}`;
  const about = [
    ...(requester === null ? [] : [t('panel.requested', { name: requester })]),
    t('panel.applicants', { count: applicationIds.length }),
    ...(noRating ? [t('panel.noRating')] : []),
    ...(noComments ? [t('panel.noComments')] : []),
  ];
  return (
    <section className={own['request']} aria-label={title}>
      <h3>{title}</h3>
      <p>{about.join(' · ')}</p>
      <ul>
        {review.reviewers.map((reviewer) => (
          <PanelReviewerLine
            key={reviewer.id}
            reviewer={reviewer}
            review={review}
            applicationId={application.id}
            personId={shown.personId}
            rating={given.find(({ reviewerId }) => reviewerId === reviewer.id) ?? null}
          />
        ))}
      </ul>
    </section>
  );
}
