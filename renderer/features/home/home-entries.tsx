import {
  IconArchive,
  IconBriefcase,
  IconCalendarMonth,
  IconClock,
  IconDatabase,
  IconListCheck,
  IconPlus,
  IconReport,
  IconSearch,
  IconTrash,
  IconUserPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Right } from '../../../shared/records/recruiter.js';
import { useRights } from '../../data/use-rights.js';
import { navIcon } from '../../ui/icon-props.js';
import type { PageAddress } from '../../ui/links.js';
import { UnavailableLink } from '../../ui/unavailable-link.js';
import place from '../../ui/place.module.css';
import classes from './home-entries.module.css';

interface HomeEntry {
  readonly word: MessageKey;
  readonly icon: Icon;
  /** Absent while it is not built. */
  readonly to?: PageAddress;
  /** C19: whoever does not have it does not see the entry. */
  readonly right?: Right;
}

/** T7, in EasyCruit's order, with the CV database beside the search of candidates. */
const ENTRIES: readonly HomeEntry[] = [
  { word: 'shell.newVacancy', icon: IconPlus, to: '/vacancies/new', right: 'vacancies' },
  { word: 'shell.vacancyList', icon: IconBriefcase, to: '/vacancies' },
  { word: 'shell.calendar', icon: IconCalendarMonth, to: '/calendar' },
  { word: 'shell.employees', icon: IconUsers, to: '/employees', right: 'employees' },
  { word: 'home.search', icon: IconSearch, to: '/search', right: 'cv-search' },
  { word: 'shell.cvDatabase', icon: IconDatabase, to: '/cv-database', right: 'cv-search' },
  { word: 'home.addCandidate', icon: IconUserPlus, to: '/capture', right: 'add-candidates' },
  { word: 'shell.deletedApplications', icon: IconTrash, to: '/deleted', right: 'deleted-applications' },
  { word: 'home.reports', icon: IconReport, to: '/reports', right: 'reports' },
  { word: 'home.guidelines', icon: IconListCheck },
  { word: 'home.toBeDeleted', icon: IconClock, to: '/to-be-deleted', right: 'deleted-applications' },
  { word: 'home.storedApplications', icon: IconArchive },
];

/** EasyCruit's home icons, by its own names. */
export function HomeEntries() {
  const { t } = useTranslation();
  const rights = useRights();
  return (
    <nav className={classes['entries']} aria-label={t('home.entries')}>
      <ul>
        {ENTRIES.filter(({ right }) => right === undefined || rights.includes(right)).map((entry) => (
          <li key={entry.word}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

const ENTRY = `${place['place']} ${classes['entry']}`;

function Entry({ entry: { word, icon: Glyph, to } }: { readonly entry: HomeEntry }) {
  const { t } = useTranslation();
  const inside = (
    <>
      <Glyph {...navIcon} />
      {t(word)}
    </>
  );
  if (to === undefined) {
    return (
      <UnavailableLink name={t(word)} className={ENTRY}>
        {inside}
      </UnavailableLink>
    );
  }
  return (
    <Link to={to} className={ENTRY}>
      {inside}
    </Link>
  );
}
