import { IconAlertTriangle, IconFileText } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { newestApplication } from '../../data/roster/newest-application.js';
import type { ApplicationRow, PersonRow, Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { tagIcon } from '../../ui/icon-props.js';
import { stageOf, StatusTag } from '../../ui/status-tag.js';
import classes from './last-captured.module.css';

interface Entry {
  readonly person: PersonRow;
  readonly application: ApplicationRow | null;
  readonly vacancyTitle: string;
}

/** The people met last, as a timetable: the time first. */
export function LastCaptured({ people }: { readonly people: readonly PersonRow[] }) {
  const { t } = useTranslation();
  const select = useCallback((roster: Roster) => people.map((person) => entryOf(roster, person)), [people]);
  const entries = useRoster(select);
  return (
    <section className={classes['section']}>
      <h2>{t('home.lastCaptured')}</h2>
      {entries.length === 0 ? <p className={classes['empty']}>{t('home.nobodyYet')}</p> : null}
      <ul>
        {entries.map((entry) => (
          <Row key={entry.person.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function entryOf(roster: Roster, person: PersonRow): Entry {
  const application = newestApplication(roster, person.id);
  const vacancy = application === null ? undefined : roster.vacancies.get(application.vacancyId);
  return { person, application, vacancyTitle: vacancy?.title ?? '' };
}

function Row({ entry: { person, application, vacancyTitle } }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const inside = (
    <>
      <time dateTime={new Date(person.capturedAt).toISOString()}>{formats.time(person.capturedAt)}</time>
      <span className={classes['who']}>
        <b>{`${person.givenName} ${person.familyName}`.trim()}</b>
        <span>{[vacancyTitle || t('shell.prospect'), person.school].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={classes['status']}>
        {application === null ? null : <StatusTag status={application.status} stage={stageOf(application)} />}
      </span>
      <span className={classes['facts']}>
        {person.email === '' ? (
          <span className={classes['missing']}>
            <IconAlertTriangle {...tagIcon} />
            {t('home.noEmail')}
          </span>
        ) : null}
        {person.hasCv ? (
          <span>
            <IconFileText {...tagIcon} />
            {t('home.cv')}
          </span>
        ) : null}
      </span>
    </>
  );
  return (
    <li>
      {application === null ? (
        <Link to="/people/$personId" params={{ personId: person.id }} className={classes['row']}>
          {inside}
        </Link>
      ) : (
        <Link
          to="/vacancies/$vacancyId/applications/$applicationId"
          params={{ vacancyId: application.vacancyId, applicationId: application.id }}
          className={classes['row']}
        >
          {inside}
        </Link>
      )}
    </li>
  );
}
