import {
  IconAddressBook,
  IconBookmark,
  IconBriefcase,
  IconBuildingStore,
  IconCalendarCheck,
  IconCalendarExclamation,
  IconCalendarMonth,
  IconCalendarUser,
  IconClock,
  IconDatabase,
  IconFileExport,
  IconGitMerge,
  IconHome,
  IconKeyboard,
  IconMailCheck,
  IconPlus,
  IconPrinter,
  IconReport,
  IconSearch,
  IconSend,
  IconSettings,
  IconUser,
  IconTableImport,
  IconTemplate,
  IconTrash,
  IconUserPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../../shared/lib/fold-text.js';
import { ANY_INVITE, hasRight, type NeededRight } from '../../shared/domain/rights.js';
import { newestApplication } from '../data/roster/newest-application.js';
import type { Roster } from '../data/roster/rows.js';
import { useRights } from '../data/use-rights.js';
import { useRoster } from '../data/use-session.js';
import { useSavedSearches } from '../features/search/use-saved-searches.js';
import { SETTINGS_SECTIONS } from '../features/settings/settings-sections.js';
import { requestAnswers } from '../state/answers-request.js';
import { changeCalendar, COLUMNS_BY } from '../state/calendar-view.js';
import { openSearch } from '../state/search-list.js';
import { setShortcutsOpen } from '../state/ui-store.js';
import type { PageAddress } from '../ui/links.js';
import type { PaletteEntry } from './palette-entry.js';
import { findPeople, holdsAll, wordsOf } from './palette-search.js';
import { usePaletteProgress } from './use-palette-progress.js';

const MOST_VACANCIES = 6;
const PRINT_WORDS = { recruiters: 'calendar.printRecruiters', rooms: 'calendar.printRooms' } as const;

/** What the palette offers for what was typed: people first, then vacancies, pages, actions and statuses. */
export function usePaletteEntries(query: string): readonly PaletteEntry[] {
  const people = usePeople(query);
  const vacancies = useVacancies(query);
  const searches = useSearches();
  const pages = usePages();
  const progress = usePaletteProgress();
  const settings = useSettings();
  return useMemo(() => {
    const words = wordsOf(query);
    const fit = ({ name }: PaletteEntry): boolean => holdsAll(foldText(name), words);
    const fitting = [...searches, ...pages].filter(fit);
    if (words.length === 0) return fitting;
    const fitsByAnyName = ({ name, hint }: PaletteEntry): boolean => holdsAll(foldText(`${name} ${hint ?? ''}`), words);
    return [...people, ...vacancies, ...fitting, ...progress.filter(fitsByAnyName), ...settings.filter(fit)];
  }, [query, people, vacancies, searches, pages, progress, settings]);
}

function usePeople(query: string): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySeeEmployees = useRights().includes('employees');
  const candidates = t('shell.palettePeople');
  const employees = t('shell.employees');
  const prospect = t('shell.prospect');
  const find = useCallback(
    (roster: Roster): readonly PaletteEntry[] =>
      findPeople(roster, query).map(({ person, vacancyTitle, hired }) => ({
        id: person.id,
        group: hired === null ? candidates : employees,
        name: `${person.givenName} ${person.familyName}`.trim(),
        hint:
          hired === null
            ? [person.school, vacancyTitle ?? prospect].filter(Boolean).join(' · ')
            : [hired.employment?.position, hired.employment?.department].filter(Boolean).join(' · '),
        keys: null,
        icon: IconUser,
        run() {
          const latest = hired ?? newestApplication(roster, person.id);
          if (latest === null) void navigate({ to: '/people/$personId', params: { personId: person.id } });
          else if (hired !== null && maySeeEmployees) {
            void navigate({ to: '/employees/$applicationId', params: { applicationId: hired.id } });
          } else {
            const params = { vacancyId: latest.vacancyId, applicationId: latest.id };
            void navigate({ to: '/vacancies/$vacancyId/applications/$applicationId', params });
          }
        },
      })),
    [query, candidates, employees, prospect, maySeeEmployees, navigate],
  );
  return useRoster(find);
}

function useVacancies(query: string): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const group = t('shell.paletteVacancies');
  const find = useCallback(
    (roster: Roster): readonly PaletteEntry[] => {
      const words = wordsOf(query);
      if (words.length === 0) return [];
      return [...roster.vacancies.values()]
        .filter(({ title, reference, location }) => holdsAll(foldText(`${title} ${reference} ${location}`), words))
        .slice(0, MOST_VACANCIES)
        .map((vacancy) => ({
          id: vacancy.id,
          group,
          name: vacancy.title,
          hint: [vacancy.reference, vacancy.location].filter(Boolean).join(' · '),
          keys: null,
          icon: IconBriefcase,
          run: () => void navigate({ to: '/vacancies/$vacancyId', params: { vacancyId: vacancy.id } }),
        }));
    },
    [query, group, navigate],
  );
  return useRoster(find);
}

/** The searches that were kept, opened from anywhere (G-14). */
function useSearches(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayNot = !useRights().includes('cv-search');
  const searches = useSavedSearches();
  const group = t('search.saved');
  return useMemo(
    () =>
      (mayNot ? [] : searches).map(({ id, name, request }) => ({
        id,
        group,
        name,
        hint: name === request.query || request.query === '' ? null : request.query,
        keys: null,
        icon: IconBookmark,
        run() {
          openSearch(request);
          void navigate({ to: '/search' });
        },
      })),
    [searches, mayNot, group, navigate],
  );
}

function usePages(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const rights = useRights();
  return useMemo(() => {
    const entry = entriesOf(t('shell.palettePages'));
    const only = (needed: NeededRight, ...entries: PaletteEntry[]): readonly PaletteEntry[] =>
      hasRight(rights, needed) ? entries : [];
    const to = (name: string, glyph: Icon, address: PageAddress): PaletteEntry =>
      entry(name, glyph, () => void navigate({ to: address }));
    return [
      ...only(
        'add-candidates',
        entry(t('shell.capture'), IconUserPlus, () => void navigate({ to: '/capture' }), 'N'),
        to(t('duplicates.title'), IconAddressBook, '/duplicates'),
        to(t('import.title'), IconTableImport, '/import'),
      ),
      entry(t('shell.home'), IconHome, () => void navigate({ to: '/' })),
      ...only('cv-search', to(t('home.search'), IconSearch, '/search')),
      entry(t('shell.vacancyList'), IconBriefcase, () => void navigate({ to: '/vacancies' })),
      entry(t('shell.calendar'), IconCalendarMonth, () => void navigate({ to: '/calendar' })),
      entry(t('answers.action'), IconMailCheck, requestAnswers),
      ...only(
        ANY_INVITE,
        entry(t('calendar.toInvite'), IconCalendarUser, () => {
          void navigate({ to: '/calendar' }).then(() => {
            changeCalendar({ inviting: { vacancyId: null } });
          });
        }),
      ),
      ...COLUMNS_BY.map((by) =>
        entry(t(PRINT_WORDS[by]), IconPrinter, () => {
          void navigate({ to: '/calendar' }).then(() => {
            changeCalendar({ printing: { by } });
          });
        }),
      ),
      to(t('slots.title'), IconCalendarCheck, '/calendar/slots'),
      to(t('slots.conflicts'), IconCalendarExclamation, '/calendar/conflicts'),
      ...only('vacancies', to(t('shell.newVacancy'), IconPlus, '/vacancies/new')),
      entry(t('shell.outbox'), IconSend, () => void navigate({ to: '/outbox' })),
      ...only('cv-search', to(t('shell.cvDatabase'), IconDatabase, '/cv-database')),
      ...only(
        'deleted-applications',
        to(t('shell.deletedApplications'), IconTrash, '/deleted'),
        to(t('home.toBeDeleted'), IconClock, '/to-be-deleted'),
      ),
      ...only('employees', to(t('shell.employees'), IconUsers, '/employees')),
      ...only('reports', to(t('home.reports'), IconReport, '/reports')),
      entry(t('shell.fairs'), IconBuildingStore, () => void navigate({ to: '/fairs' })),
      entry(t('shell.templates'), IconTemplate, () => void navigate({ to: '/templates' })),
      to(t('shell.sync'), IconGitMerge, '/sync'),
      ...only('administer', to(t('data.exportTitle'), IconFileExport, '/settings/data')),
      entry(t('shell.settings'), IconSettings, () => void navigate({ to: '/settings' }), 'Mod+,'),
      entry(t('shell.shortcuts'), IconKeyboard, openShortcuts, '?'),
    ];
  }, [t, navigate, rights]);
}

/** Each section of *Settings*, the demo data among them; found by whoever types its name. */
function useSettings(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useMemo(
    () =>
      SETTINGS_SECTIONS.map(({ section, to, word }) => ({
        id: `settings ${section}`,
        group: t('shell.settings'),
        name: t(word),
        hint: null,
        keys: null,
        icon: IconSettings,
        run: () => void navigate({ to }),
      })),
    [t, navigate],
  );
}

function entriesOf(group: string) {
  return (name: string, glyph: Icon, run: () => void, keys: string | null = null): PaletteEntry => ({
    id: name,
    group,
    name,
    hint: null,
    keys,
    icon: glyph,
    run,
  });
}

function openShortcuts(): void {
  setShortcutsOpen(true);
}
