import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { TextLink } from '../../ui/links.js';
import { stageOf, StatusTag } from '../../ui/status-tag.js';
import classes from './dossier.module.css';
import type { Shown } from './shown.js';

/** Where else this person has applied, with the status there (R1: each application has its own). */
export function OtherApplications({ shown: { personId, applicationId } }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const find = useCallback(
    (roster: Roster) =>
      roster
        .applicationsOf(personId)
        .filter(({ id }) => id !== applicationId)
        .map((row) => ({ row, title: roster.vacancies.get(row.vacancyId)?.title ?? null })),
    [personId, applicationId],
  );
  const others = useRoster(find);
  if (others.length === 0) return null;
  return (
    <section className={classes['others']}>
      <hr />
      <h2>{applicationId === null ? t('dossier.applications') : t('dossier.otherApplications')}</h2>
      <ul>
        {others.map(({ row, title }) => (
          <li key={row.id}>
            <TextLink
              to="/vacancies/$vacancyId/applications/$applicationId"
              params={{ vacancyId: row.vacancyId, applicationId: row.id }}
            >
              {title ?? t('dossier.vacancyGone')}
            </TextLink>
            <StatusTag status={row.status} stage={stageOf(row)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
