import { Link, useNavigate } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Due } from '../../../shared/domain/retention.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { daysBetween } from '../../../shared/lib/time.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { usePreferences } from '../../data/use-session.js';
import { changeRetentionList, useRetentionList } from '../../state/retention-list.js';
import { useFormats } from '../../ui/formats.js';
import { ListGrid } from '../../ui/list-grid.js';
import list from '../../ui/list-grid.module.css';
import { leaveToList, ListLine } from '../../ui/list-line.js';
import type { ListPress } from '../../ui/list-presses.js';
import classes from './retention-list.module.css';
import type { RetentionRow } from './retention-rows.js';

const LIST_ID = 'to-be-deleted';
const LONG_DATE = '2028-09-28';

const WHY = {
  'procedure-ended': 'retention.procedureEnded',
  captured: 'retention.captured',
  'consent-ended': 'retention.consentEnded',
  'kept-longer': 'retention.keptLonger',
} as const satisfies Record<Due['why'], MessageKey>;

interface RetentionListProps {
  readonly rows: readonly RetentionRow[];
  readonly ids: readonly PersonId[];
  /** A calendar date. */
  readonly today: string;
}

/** Who goes, why and when; worked like All applications. */
export function RetentionList({ rows, ids, today }: RetentionListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const state = useRetentionList();
  const { density } = usePreferences();
  const press = usePress(rows);
  const widest = `${formats.calendarDate(LONG_DATE)} · ${t('retention.inDays', { count: 30 })}`;
  return (
    <ListGrid
      id={LIST_ID}
      label={t('home.toBeDeleted')}
      className={classes['columns']}
      columns={[
        { key: 'name', word: t('applications.name'), className: undefined },
        { key: 'why', word: t('retention.why'), className: undefined },
        { key: 'vacancy', word: t('deleted.vacancy'), className: classes['vacancy'] },
        { key: 'on', word: t('retention.deletesOn'), className: list['end'], sorted: 'ascending', widest },
      ]}
      ids={ids}
      list={state}
      density={density}
      onPress={press}
      line={(line, marks) => {
        const row = rows[line];
        return row === undefined ? null : <Line key={row.id} row={row} line={line} today={today} {...marks} />;
      }}
    />
  );
}

/** The keyboard goes back to the row that it stood on. */
export function focusRetentionList(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}

interface LineProps {
  readonly row: RetentionRow;
  readonly line: number;
  readonly today: string;
  readonly ticked: boolean;
  readonly cursor: boolean;
}

const Line = memo(function Line({ row, today, ...place }: LineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { name, person, vacancy, holds } = row;
  const why = t(WHY[row.why], { date: formats.calendarDate(row.since) });
  return (
    <ListLine list={LIST_ID} name={name} {...place}>
      <div role="gridcell" className={list['name']}>
        <Link tabIndex={-1} onClick={leaveToList} {...addressOf(row)}>
          {name}
        </Link>
        <span className={`${list['aside']} ${classes['school']}`}>{person.school}</span>
      </div>
      <div role="gridcell" className={list['soft']}>
        <span className={list['cut']} title={why}>
          {why}
        </span>
      </div>
      <div role="gridcell" className={`${list['soft']} ${classes['vacancy']}`}>
        <span className={list['cut']} title={vacancy}>
          {vacancy}
        </span>
      </div>
      <div role="gridcell" className={list['end']} title={holds.map(({ reason }) => reason).join('\n')}>
        {row.isHeld ? t('retention.held') : row.deletesOn === null ? t('retention.byHand') : null}
        {row.deletesOn === null ? null : (
          <span>
            {formats.calendarDate(row.deletesOn)}
            <span className={classes['days']}>
              {' · '}
              {t('retention.inDays', { count: Math.max(0, daysBetween(today, row.deletesOn)) })}
            </span>
          </span>
        )}
      </div>
    </ListLine>
  );
});

function addressOf({ id, application }: RetentionRow) {
  if (application === null) return { to: '/people/$personId', params: { personId: id } } as const;
  const params = { vacancyId: application.vacancyId, applicationId: application.id };
  return { to: '/vacancies/$vacancyId/applications/$applicationId', params } as const;
}

/** Does what a key or a click means; to open is to go to the dossier. */
function usePress(rows: readonly RetentionRow[]): (meant: ListPress<PersonId>) => void {
  const navigate = useNavigate();
  return (meant) => {
    if (meant.type !== 'open') {
      changeRetentionList(meant);
      return;
    }
    const row = rows.find(({ id }) => id === meant.id);
    if (row === undefined) return;
    changeRetentionList({ type: 'stand', id: meant.id });
    void navigate(addressOf(row));
  };
}
