import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CANDIDATE_TYPE_WORDS } from '../../ui/candidate-type-words.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import list from '../../ui/list-grid.module.css';
import { leaveToList, ListLine } from '../../ui/list-line.js';
import classes from './database-list.module.css';
import type { DatabaseRow } from './database-rows.js';

interface DatabaseLineProps {
  /** The DOM id of the list. */
  readonly list: string;
  readonly row: DatabaseRow;
  /** Its line in the list, counted from 0. */
  readonly line: number;
  readonly ticked: boolean;
  readonly cursor: boolean;
  /** Today's date in the organisation's zone. */
  readonly today: string;
}

/** Somebody who is kept for other vacancies. */
export const DatabaseLine = memo(function DatabaseLine({ row, today, ...place }: DatabaseLineProps) {
  const { t } = useTranslation();
  const { person, name, type, fair } = row;
  return (
    <ListLine name={name} {...place}>
      <div role="gridcell" className={list['name']}>
        <NameLink row={row} />
        <span className={`${list['aside']} ${classes['school']}`}>{person.school}</span>
      </div>
      <div role="gridcell">{t(CANDIDATE_TYPE_WORDS[type])}</div>
      <LastVacancy saved={row.saved} />
      <div role="gridcell" className={`${list['soft']} ${classes['fair']}`}>
        <span className={list['cut']} title={fair}>
          {fair}
        </span>
      </div>
      <div role="gridcell" className={`${list['soft']} ${classes['city']}`}>
        <span className={list['cut']}>{person.city}</span>
      </div>
      <div role="gridcell" className={classes['language']}>
        <span aria-hidden="true">{person.language}</span>
        <VisuallyHidden>{t(LANGUAGE_WORDS[person.language])}</VisuallyHidden>
      </div>
      <div
        role="gridcell"
        className={`${list['end']} ${classes['consent']}`}
        data-missing={row.consent === 'ended' || row.consent === 'none' || undefined}
      >
        <ConsentWords row={row} today={today} />
      </div>
    </ListLine>
  );
});

function NameLink({ row: { name, person, saved } }: { readonly row: DatabaseRow }) {
  if (saved === null) {
    return (
      <Link tabIndex={-1} onClick={leaveToList} to="/people/$personId" params={{ personId: person.id }}>
        {name}
      </Link>
    );
  }
  return (
    <Link
      tabIndex={-1}
      onClick={leaveToList}
      to="/vacancies/$vacancyId/applications/$applicationId"
      params={{ vacancyId: saved.vacancyId, applicationId: saved.id }}
    >
      {name}
    </Link>
  );
}

/** C25: where they applied last, and the rejection that stays visible. */
function LastVacancy({ saved }: Pick<DatabaseRow, 'saved'>) {
  const { t } = useTranslation();
  if (saved === null) {
    return (
      <div role="gridcell" className={list['quiet']}>
        {t('database.noApplication')}
      </div>
    );
  }
  const { rejectionStage, title } = saved;
  const words = title ?? t('dossier.vacancyGone');
  const rejected = rejectionStage === null ? null : t(`progress.rejectTypes.${rejectionStage}`);
  return (
    <div role="gridcell" className={classes['vacancy']}>
      <span>
        <span className={list['cut']} title={words}>
          {words}
        </span>
        {rejected === null ? null : <small title={rejected}>{rejected}</small>}
      </span>
    </div>
  );
}

function ConsentWords({ row: { consent, person }, today }: { readonly row: DatabaseRow; readonly today: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { databaseConsent } = person;
  const dateOf = (until: string | null): string => (until === null ? t('database.noEnd') : formats.calendarDate(until));
  switch (consent) {
    case 'given':
      return dateOf(databaseConsent?.until ?? null);
    case 'fair-only':
      return t('database.until', { date: dateOf(person.consent?.until ?? null) });
    case 'ended':
    case 'none': {
      const until = (databaseConsent ?? person.consent)?.until ?? null;
      if (until !== null && until < today) return t('database.endedOn', { date: formats.calendarDate(until) });
      return t(consent === 'ended' ? 'database.withdrawn' : 'database.noConsent');
    }
  }
}
