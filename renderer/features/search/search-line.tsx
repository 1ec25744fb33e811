import { VisuallyHidden } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../../shared/domain/search/query.js';
import { dateIn } from '../../../shared/lib/time.js';
import { CANDIDATE_TYPE_WORDS } from '../../ui/candidate-type-words.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import list from '../../ui/list-grid.module.css';
import { leaveToList, ListLine } from '../../ui/list-line.js';
import { RatingMeter } from '../../ui/rating-meter.js';
import { stageOf, StatusTag } from '../../ui/status-tag.js';
import type { FoundRow } from './match-rows.js';
import { SearchExcerpt } from './search-excerpt.js';
import classes from './search-list.module.css';
import type { SearchRow } from './search-rows.js';

interface SearchLineProps {
  /** The DOM id of the list. */
  readonly list: string;
  readonly found: FoundRow;
  /** What is marked in the excerpt; null where there is none to show. */
  readonly wanted: readonly Words[] | null;
  /** Its line in the list, counted from 0. */
  readonly line: number;
  readonly ticked: boolean;
  readonly cursor: boolean;
  /** Today's date in the organisation's zone. */
  readonly today: string;
}

/** Somebody who was found, and where. */
export const SearchLine = memo(function SearchLine({ found, wanted, today, ...place }: SearchLineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { row, text } = found;
  const { person, name, application, at } = row;
  const vacancy = application === null ? t('database.noApplication') : (row.vacancy ?? t('dossier.vacancyGone'));
  return (
    <ListLine name={name} {...place}>
      <div role="gridcell" className={list['name']}>
        <NameLink row={row} />
        <span className={`${list['aside']} ${classes['school']}`}>{person.school}</span>
      </div>
      <div role="gridcell">
        {application === null ? (
          <span className={list['soft']}>{t(CANDIDATE_TYPE_WORDS[row.type])}</span>
        ) : (
          <StatusTag status={application.status} stage={stageOf(application)} />
        )}
      </div>
      <div role="gridcell" className={application === null ? list['quiet'] : list['soft']}>
        <span className={list['cut']} title={vacancy}>
          {vacancy}
        </span>
      </div>
      <div role="gridcell" className={classes['rating']}>
        <RatingMeter value={application?.rating ?? null} />
      </div>
      <div role="gridcell" className={classes['language']}>
        <span aria-hidden="true">{person.language}</span>
        <VisuallyHidden>{t(LANGUAGE_WORDS[person.language])}</VisuallyHidden>
      </div>
      <div role="gridcell" className={classes['cv']}>
        {person.hasCv ? (
          <>
            <IconFileText {...icon} />
            <VisuallyHidden>{t('applications.cvThere')}</VisuallyHidden>
          </>
        ) : (
          <span className={list['quiet']}>{t('applications.missing')}</span>
        )}
      </div>
      <div role="gridcell" className={list['end']} title={formats.dateTime(at)}>
        {dateIn(formats.zone, at) === today ? formats.time(at) : formats.date(at)}
      </div>
      {wanted === null ? null : (
        <div role="gridcell" className={classes['excerpt']}>
          <SearchExcerpt person={person} text={text} wanted={wanted} />
        </div>
      )}
    </ListLine>
  );
});

function NameLink({ row: { name, person, application } }: { readonly row: SearchRow }) {
  if (application === null) {
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
      params={{ vacancyId: application.vacancyId, applicationId: application.id }}
    >
      {name}
    </Link>
  );
}
