import { useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isListed, LISTED_STATUSES } from '../../shared/domain/application-status.js';
import { listProgressActions } from '../../shared/domain/progress-actions/registry.js';
import { OTHER_WORDS } from '../../shared/i18n/other-words.js';
import type { ApplicationId, VacancyId } from '../../shared/records/primitives.js';
import { useRights } from '../data/use-rights.js';
import { useRoster } from '../data/use-session.js';
import { useApplicationList } from '../state/application-lists.js';
import { useCalendarTicks } from '../state/calendar-ticks.js';
import { requestProgress } from '../state/progress-request.js';
import { EVERYTHING, openSearch } from '../state/search-list.js';
import { ACTION_ICONS } from '../ui/action-icons.js';
import { useFormats } from '../ui/formats.js';
import { STATUS_LOOKS } from '../ui/status-tag.js';
import type { PaletteEntry } from './palette-entry.js';

/** The actions for whoever is in front (R3, C19), and each status, which leads to those who have it; found by their other words too (C7). */
export function usePaletteProgress(): readonly PaletteEntry[] {
  const actions = useActions();
  const statuses = useStatuses();
  return useMemo(() => [...actions, ...statuses], [actions, statuses]);
}

function useActions(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const rights = useRights();
  const { language } = useFormats();
  const inFront = useInFront();
  return useMemo(
    () =>
      (inFront.length === 0 ? [] : listProgressActions(rights)).map((action) => ({
        id: `action ${action}`,
        group: t('progress.title'),
        name: t(`progress.actions.${action}.name`),
        hint: OTHER_WORDS[language].actions[action] ?? null,
        keys: null,
        icon: ACTION_ICONS[action],
        run() {
          requestProgress(action, inFront);
        },
      })),
    [t, rights, language, inFront],
  );
}

/** The application of the dossier that is open, or who is ticked in the list or the calendar that is open. */
function useInFront(): readonly ApplicationId[] {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const params: { readonly vacancyId?: VacancyId; readonly applicationId?: ApplicationId } = useParams({
    strict: false,
  });
  const { vacancyId, applicationId } = params;
  const inList = useApplicationList(vacancyId ?? NO_VACANCY).ticked;
  const inCalendar = useCalendarTicks(({ ticked }) => ticked);
  const applications = useRoster((roster) => roster.applications);
  return useMemo(() => {
    const ticked = vacancyId === undefined ? (path === '/calendar' ? inCalendar : []) : inList;
    const ids = vacancyId !== undefined && applicationId !== undefined ? [applicationId] : [...ticked];
    return ids.filter((id) => isListed(applications.get(id)?.status ?? 'deleted'));
  }, [path, vacancyId, applicationId, inList, inCalendar, applications]);
}

const NO_VACANCY = '' as VacancyId;

function useStatuses(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { language } = useFormats();
  const maySearch = useRights().includes('cv-search');
  return useMemo(
    () =>
      (maySearch ? LISTED_STATUSES : []).map((status) => ({
        id: `status ${status}`,
        group: t('applications.status'),
        name: t(STATUS_LOOKS[status].word),
        hint: OTHER_WORDS[language].statuses[status] ?? null,
        keys: null,
        icon: STATUS_LOOKS[status].icon,
        run() {
          openSearch({ ...EVERYTHING, statuses: [status] });
          void navigate({ to: '/search' });
        },
      })),
    [t, navigate, language, maySearch],
  );
}
