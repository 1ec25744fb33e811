import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { isListed } from '../../../shared/domain/application-status.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { changeList, useApplicationListStore } from '../../state/application-lists.js';
import { useShortcut } from '../../state/shortcuts.js';
import { icon } from '../../ui/icon-props.js';
import classes from './dossier.module.css';

interface ApplicantWalkProps {
  readonly applicationId: ApplicationId | null;
  readonly vacancyId: VacancyId | null;
}

/** Next and previous applicant of the list as it was filtered and sorted, without going back to it. */
export function ApplicantWalk({ applicationId, vacancyId }: ApplicantWalkProps) {
  if (applicationId === null || vacancyId === null) return null;
  return <Walk applicationId={applicationId} vacancyId={vacancyId} />;
}

function Walk({ applicationId, vacancyId }: { readonly applicationId: ApplicationId; readonly vacancyId: VacancyId }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const order = useOrder(applicationId, vacancyId);
  const at = order.indexOf(applicationId);
  const go = (to: ApplicationId | undefined): void => {
    if (to === undefined) return;
    changeList(vacancyId, { cursor: to }); // coming back to the list, it stands where one was last
    void navigate({
      to: '/vacancies/$vacancyId/applications/$applicationId',
      params: { vacancyId, applicationId: to },
      replace: true,
    });
  };
  const previous = order[at - 1];
  const next = at === -1 ? undefined : order[at + 1];
  const goNext = (): void => {
    go(next);
  };
  const goPrevious = (): void => {
    go(previous);
  };
  useShortcut({ keys: 'J', label: t('dossier.next'), scope: 'page', run: goNext });
  useShortcut({ keys: 'K', label: t('dossier.previous'), scope: 'page', run: goPrevious });
  useShortcut({ keys: 'Alt+ArrowDown', label: t('dossier.next'), scope: 'page', run: goNext });
  useShortcut({ keys: 'Alt+ArrowUp', label: t('dossier.previous'), scope: 'page', run: goPrevious });
  if (at === -1) return null; // it stands in no list
  return (
    <div className={classes['walk']}>
      <span className={classes['position']}>{t('dossier.position', { at: at + 1, count: order.length })}</span>
      <ActionIcon aria-label={t('dossier.previous')} disabled={previous === undefined} onClick={goPrevious}>
        <IconChevronUp {...icon} />
      </ActionIcon>
      <ActionIcon aria-label={t('dossier.next')} disabled={next === undefined} onClick={goNext}>
        <IconChevronDown {...icon} />
      </ActionIcon>
    </div>
  );
}

/** The list's own order while it holds this application; else everybody of the vacancy, newest first. */
function useOrder(applicationId: ApplicationId, vacancyId: VacancyId): readonly ApplicationId[] {
  const kept = useApplicationListStore(({ lists }) => lists[vacancyId]?.order);
  const select = useCallback(
    (roster: Roster): readonly ApplicationId[] => {
      const listed = kept?.filter((id) => isListed(roster.applications.get(id)?.status ?? 'deleted'));
      if (listed?.includes(applicationId) === true) return listed;
      return [...roster.applicationsIn(vacancyId)].sort((a, b) => b.receivedAt - a.receivedAt).map(({ id }) => id);
    },
    [kept, applicationId, vacancyId],
  );
  return useRoster(select);
}
