import { IconCheck, IconClock, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { RatingMeter } from '../../ui/rating-meter.js';
import { StatusTag, stageOf } from '../../ui/status-tag.js';
import table from '../../ui/table.module.css';
import page from '../../ui/list-page.module.css';
import { HandlingHead } from './handling-head.js';
import { panelRequests, panelRows, type PanelRequestRow, type PanelRow } from './panel-rows.js';
import classes from './panel-reviews-page.module.css';
import { countSections } from './sections.js';
import { VacancyGone } from './vacancy-gone.js';

/** *Collaborative rating* of a vacancy (G-5): the applicants with their average, and the requests with who has completed. */
export function PanelReviewsPage({ vacancyId }: { readonly vacancyId: VacancyId }) {
  const { t } = useTranslation();
  const select = useCallback(
    (roster: Roster) => ({
      vacancy: roster.vacancies.get(vacancyId) ?? null,
      counts: countSections(roster.applicationsIn(vacancyId)),
      rows: panelRows(roster, vacancyId),
      requests: panelRequests(roster, vacancyId),
    }),
    [vacancyId],
  );
  const { vacancy, counts, rows, requests } = useRoster(select);
  if (vacancy === null) return <VacancyGone />;
  return (
    <div className={page['page']}>
      <HandlingHead vacancy={vacancy} section="panel" counts={counts} />
      {rows.length === 0 ? (
        <div className={page['nobody']}>
          <EmptyState icon={IconUsersGroup} title={t('panel.none')}>
            {t('panel.noneText')}
          </EmptyState>
        </div>
      ) : (
        <div className={classes['content']}>
          <Applicants rows={rows} label={t('panel.listLabel', { vacancy: vacancy.title })} vacancyId={vacancyId} />
          <section className={classes['requests']} aria-label={t('panel.requestsTitle')}>
            <h2>{t('panel.requestsTitle')}</h2>
            {requests.map((request) => (
              <Request key={request.id} request={request} />
            ))}
          </section>
        </div>
      )}
    </div>
  );
}

interface ApplicantsProps {
  readonly rows: readonly PanelRow[];
  readonly label: string;
  readonly vacancyId: VacancyId;
}

function Applicants({ rows, label, vacancyId }: ApplicantsProps) {
  const { t } = useTranslation();
  return (
    <table className={table['table']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('panel.applicant')}</th>
          <th scope="col" className={classes['status']}>
            {t('panel.status')}
          </th>
          <th scope="col" className={classes['given']}>
            {t('panel.given')}
          </th>
          <th scope="col" className={classes['average']}>
            {t('panel.average')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ applicationId, applicant, given, asked, average }) => (
          <tr key={applicationId}>
            <td>
              {applicant === null ? (
                <span className={table['quiet']}>{t('panel.erased')}</span>
              ) : (
                <Link
                  data-row
                  to="/vacancies/$vacancyId/applications/$applicationId"
                  params={{ vacancyId, applicationId }}
                >
                  {applicant.name}
                </Link>
              )}
            </td>
            <td className={classes['status']}>
              {applicant === null ? null : (
                <StatusTag status={applicant.application.status} stage={stageOf(applicant.application)} />
              )}
            </td>
            <td className={classes['given']}>{t('panel.givenOf', { given, asked })}</td>
            <td className={classes['average']}>
              <RatingMeter value={average} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Request({ request }: { readonly request: PanelRequestRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { requestedAt, requestedBy, applicants, reviewers } = request;
  const find = useMemo(() => (roster: Roster) => roster.recruiters.get(requestedBy)?.name ?? null, [requestedBy]);
  const requester = useRoster(find);
  const about = [
    ...(requester === null ? [] : [t('panel.requested', { name: requester })]),
    t('panel.applicants', { count: applicants }),
  ];
  return (
    <article>
      <h3>{formats.dateTime(requestedAt)}</h3>
      <p>{about.join(' · ')}</p>
      <table aria-label={formats.dateTime(requestedAt)}>
        <thead>
          <tr>
            <th scope="col">{t('panel.reviewer')}</th>
            <th scope="col">{t('panel.completed')}</th>
            <th scope="col">{t('panel.given')}</th>
          </tr>
        </thead>
        <tbody>
          {reviewers.map(({ id, name, given, asked }) => {
            const completed = asked > 0 && given === asked;
            const Glyph = completed ? IconCheck : IconClock;
            return (
              <tr key={id}>
                <td>{name}</td>
                <td>
                  <span className={classes['completed']} data-completed={completed || undefined}>
                    <Glyph {...tagIcon} />
                    {t(completed ? 'panel.yes' : 'panel.pending')}
                  </span>
                </td>
                <td>{t('panel.givenOf', { given, asked })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </article>
  );
}
