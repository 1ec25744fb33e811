import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { currentFair } from '../../../shared/domain/current-fair.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { IfRight } from '../../data/if-right.js';
import { useHasRight } from '../../data/use-rights.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import table from '../../ui/table.module.css';
import classes from './fair-list-page.module.css';

/** All fairs, the newest first, with how many people were captured at each. */
function fairsOf(roster: Roster) {
  const captured = new Map<string, number>();
  for (const { fairId } of roster.people.values()) {
    if (fairId !== null) captured.set(fairId, (captured.get(fairId) ?? 0) + 1);
  }
  return [...roster.fairs.values()]
    .sort((a, b) => b.firstDate.localeCompare(a.firstDate))
    .map((fair) => ({ fair, captured: captured.get(fair.id) ?? 0 }));
}

/** The fairs: where and when people are met. */
export function FairListPage() {
  const { t } = useTranslation();
  const fairs = useRoster(fairsOf);
  const add = (
    <IfRight right="vacancies">
      <ButtonLink variant="filled" to="/fairs/new" leftSection={<IconPlus {...icon} />}>
        {t('fairs.newFair')}
      </ButtonLink>
    </IfRight>
  );
  return (
    <>
      <PageHead title={t('fairs.title')}>{fairs.length === 0 ? null : add}</PageHead>
      {fairs.length === 0 ? (
        <EmptyState icon={IconBuildingStore} title={t('fairs.emptyTitle')} action={add}>
          {t('fairs.emptyText')}
        </EmptyState>
      ) : (
        <FairTable fairs={fairs} />
      )}
    </>
  );
}

function FairTable({ fairs }: { readonly fairs: ReturnType<typeof fairsOf> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const findCurrent = useCallback(
    (roster: Roster) => currentFair(roster.fairs.values(), dateIn(formats.zone, session.now()))?.id,
    [formats, session],
  );
  const current = useRoster(findCurrent);
  const mayEdit = useHasRight('vacancies');
  return (
    <table className={table['table']}>
      <thead>
        <tr>
          <th scope="col" className={classes['name']}>
            {t('fairs.name')}
          </th>
          <th scope="col">{t('fairs.place')}</th>
          <th scope="col">{t('fairs.stand')}</th>
          <th scope="col">{t('fairs.dates')}</th>
          <th scope="col">{t('fairs.hours')}</th>
          <th scope="col" data-number>
            {t('fairs.captured')}
          </th>
        </tr>
      </thead>
      <tbody>
        {fairs.map(({ fair, captured }) => (
          <tr key={fair.id}>
            <td>
              {mayEdit ? (
                <Link to="/fairs/$fairId" params={{ fairId: fair.id }} data-row>
                  {fair.name}
                </Link>
              ) : (
                fair.name
              )}
              {fair.id === current ? <span className={table['quiet']}> · {t('fairs.now')}</span> : null}
            </td>
            <td>{fair.place}</td>
            <td>{fair.stand}</td>
            <td>{formats.calendarRange(fair.firstDate, fair.lastDate)}</td>
            <td>
              {fair.opensAt}–{fair.closesAt}
            </td>
            <td data-number>{formats.number(captured)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
