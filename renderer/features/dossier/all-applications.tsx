import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { seesOther } from '../../../shared/domain/sees-other.js';
import type { ApplicationRow, Roster } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { usePreferences, useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { TextLink } from '../../ui/links.js';
import { stageOf, StatusTag } from '../../ui/status-tag.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';

interface Application {
  readonly row: ApplicationRow;
  /** Null where the vacancy is gone. */
  readonly title: string | null;
}

/**
 * G-7: all applications of this person, the newest first, each with its own status (R1); also those that were deleted or moved
 * away, which are still readable. Nothing while the one that is shown is the only one.
 */
export function AllApplications({ shown: { personId, applicationId } }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const rights = useRights();
  const { recruiterId } = usePreferences();
  const find = useCallback(
    (roster: Roster): readonly Application[] =>
      roster
        .applicationsOf(personId)
        .map((row) => ({ row, vacancy: roster.vacancies.get(row.vacancyId) ?? null }))
        .filter(
          ({ row, vacancy }) =>
            row.id === applicationId ||
            seesOther(rights, { isOwn: vacancy !== null && vacancy.contactId === recruiterId && recruiterId !== null }),
        )
        .map(({ row, vacancy }) => ({ row, title: vacancy?.title ?? null }))
        .sort((a, b) => b.row.receivedAt - a.row.receivedAt),
    [personId, applicationId, rights, recruiterId],
  );
  const all = useRoster(find);
  if (all.every(({ row }) => row.id === applicationId)) return null;
  return (
    <section className={classes['others']}>
      <hr />
      <h2>{t('dossier.allApplications', { count: all.length })}</h2>
      <ul>
        {all.map((application) => (
          <Line key={application.row.id} application={application} current={application.row.id === applicationId} />
        ))}
      </ul>
    </section>
  );
}

function Line({
  application: { row, title },
  current,
}: {
  readonly application: Application;
  readonly current: boolean;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = title ?? t('dossier.vacancyGone');
  return (
    <li aria-current={current || undefined}>
      {current ? (
        <b>{words}</b>
      ) : (
        <TextLink
          to="/vacancies/$vacancyId/applications/$applicationId"
          params={{ vacancyId: row.vacancyId, applicationId: row.id }}
        >
          {words}
        </TextLink>
      )}
      <StatusTag status={row.status} stage={stageOf(row)} />
      <small>{t('dossier.receivedOn', { date: formats.date(row.receivedAt) })}</small>
    </li>
  );
}
