import { VisuallyHidden } from '@mantine/core';
import { IconFileText, IconShieldX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isConsentValid } from '../../../shared/domain/capture-notice.js';
import { stepName } from '../../../shared/domain/own-steps.js';
import { dateIn, type Instant } from '../../../shared/lib/time.js';
import { useFormats, type Formats } from '../../ui/formats.js';
import { icon, tagIcon } from '../../ui/icon-props.js';
import list from '../../ui/list-grid.module.css';
import { leaveToList, ListLine } from '../../ui/list-line.js';
import { MessageStateIcon, MessageStateLabel, type ShownMessageState } from '../../ui/message-state-label.js';
import { RankingMark } from '../../ui/ranking-mark.js';
import { RatingMeter } from '../../ui/rating-meter.js';
import { stageOf, StatusTag } from '../../ui/status-tag.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import classes from './application-grid.module.css';
import { GRID_ID } from './grid-id.js';
import type { ListedApplication } from './sort-applications.js';

interface GridRowProps {
  readonly row: ListedApplication;
  /** Its line in the list, counted from 0. */
  readonly line: number;
  readonly ticked: boolean;
  readonly cursor: boolean;
  /** Where the newest message of this application stands; null when nothing was written. */
  readonly message: ShownMessageState | null;
  /** Today's date in the organisation's zone. */
  readonly today: string;
}

/** One applicant. */
export const GridRow = memo(function GridRow({ row, message, today, ...place }: GridRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { application, person, name, step } = row;
  return (
    <ListLine list={GRID_ID} name={name} {...place}>
      <div role="gridcell" className={list['name']}>
        <Link
          tabIndex={-1}
          onClick={leaveToList}
          to="/vacancies/$vacancyId/applications/$applicationId"
          params={{ vacancyId: application.vacancyId, applicationId: application.id }}
        >
          {name}
        </Link>
        {isConsentValid(person.consent, today) ? null : (
          <span className={classes['noConsent']} title={t('applications.noConsent')}>
            <IconShieldX {...tagIcon} />
            <VisuallyHidden>{t('applications.noConsent')}</VisuallyHidden>
          </span>
        )}
        {message === null ? null : (
          <span className={classes['lastMessage']}>
            <MessageStateIcon state={message} />
          </span>
        )}
        <span className={list['aside']}>{person.school}</span>
      </div>
      <div role="gridcell">
        <StatusTag
          status={application.status}
          stage={step === null ? stageOf(application) : null}
          step={step === null ? null : stepName(step, formats.language)}
        />
      </div>
      <div role="gridcell" className={classes['message']}>
        {message === null ? null : <MessageStateLabel state={message} />}
      </div>
      <div role="gridcell" className={classes['rating']}>
        <RatingMeter value={application.rating} />
      </div>
      <div role="gridcell" className={classes['ranking']}>
        <RankingMark value={application.ranking} />
      </div>
      <div role="gridcell" className={classes['language']}>
        <span aria-hidden="true">{person.language}</span>
        <VisuallyHidden>{t(LANGUAGE_WORDS[person.language])}</VisuallyHidden>
      </div>
      <div role="gridcell">
        {person.hasCv ? (
          <>
            <IconFileText {...icon} />
            <VisuallyHidden>{t('applications.cvThere')}</VisuallyHidden>
          </>
        ) : (
          <span className={list['quiet']}>{t('applications.missing')}</span>
        )}
      </div>
      <div role="gridcell" className={list['end']}>
        {receivedText(application.receivedAt, today, formats)}
      </div>
    </ListLine>
  );
});

/** When an application came, as short as it can be said: the time today, else the day, else with its year. */
function receivedText(at: Instant, today: string, formats: Formats): string {
  const day = dateIn(formats.zone, at);
  if (day === today) return formats.time(at);
  return day.slice(0, 4) === today.slice(0, 4) ? formats.shortDate(at) : formats.date(at);
}
