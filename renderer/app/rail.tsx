import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconBriefcase,
  IconBuildingStore,
  IconCalendarMonth,
  IconDatabase,
  IconHome,
  IconRefresh,
  IconReport,
  IconSearch,
  IconSend,
  IconSettings,
  IconTemplate,
  IconTrash,
  IconUserPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { Right } from '../../shared/records/recruiter.js';
import { countMessages } from '../data/roster/count-messages.js';
import { countRefusals } from '../data/roster/refusals.js';
import type { Roster } from '../data/roster/rows.js';
import { useRights } from '../data/use-rights.js';
import { useRoster } from '../data/use-session.js';
import { countConflicts } from '../features/sync/open-conflicts.js';
import { navIcon } from '../ui/icon-props.js';
import type { PageAddress } from '../ui/links.js';
import { useFormats } from '../ui/formats.js';
import place from '../ui/place.module.css';
import classes from './rail.module.css';
import { WhoWorks } from './who-works.js';

interface RailEntry {
  readonly word: MessageKey;
  readonly icon: Icon;
  readonly to: PageAddress;
  readonly exact?: boolean;
  /** C19: whoever does not have it does not see the entry. */
  readonly right?: Right;
}

const WORK: readonly RailEntry[] = [
  { word: 'shell.home', icon: IconHome, to: '/', exact: true },
  { word: 'shell.vacancyList', icon: IconBriefcase, to: '/vacancies' },
  { word: 'shell.calendar', icon: IconCalendarMonth, to: '/calendar' },
  { word: 'shell.capture', icon: IconUserPlus, to: '/capture', right: 'add-candidates' },
  { word: 'home.search', icon: IconSearch, to: '/search', right: 'cv-search' },
  { word: 'shell.outbox', icon: IconSend, to: '/outbox' },
  { word: 'shell.cvDatabase', icon: IconDatabase, to: '/cv-database', right: 'cv-search' },
];
const KEEPING: readonly RailEntry[] = [
  { word: 'shell.fairs', icon: IconBuildingStore, to: '/fairs' },
  { word: 'shell.deletedApplications', icon: IconTrash, to: '/deleted', right: 'deleted-applications' },
  { word: 'shell.employees', icon: IconUsers, to: '/employees', right: 'employees' },
  { word: 'home.reports', icon: IconReport, to: '/reports', right: 'reports' },
  { word: 'shell.templates', icon: IconTemplate, to: '/templates' },
  { word: 'shell.sync', icon: IconRefresh, to: '/sync' },
  { word: 'shell.settings', icon: IconSettings, to: '/settings' },
];

/** Everything in the outbox that has not left: the plain number beside *Outbox*. */
function unsentIn(roster: Roster): number {
  const { yours, waiting, sending } = countMessages(roster);
  return yours + waiting + sending;
}

/** The main navigation. Under 1100 px it folds to icons with tooltips. */
export function Rail() {
  const { t } = useTranslation();
  const folded = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false });
  const unsent = useRoster(unsentIn);
  const conflicts = useRoster(countConflicts);
  const refused = useRoster(countRefusals);
  const counts = new Map<RailEntry['to'], number>([
    ['/outbox', unsent],
    ['/sync', conflicts + refused],
  ]);
  const rights = useRights();
  const isPermitted = ({ right }: RailEntry): boolean => right === undefined || rights.includes(right);
  const entry = (item: RailEntry) => (
    <li key={item.word}>
      <Entry item={item} folded={folded} count={counts.get(item.to) ?? 0} />
    </li>
  );
  return (
    <div className={classes['rail']}>
      <nav className={classes['nav']} aria-label={t('shell.navigation')}>
        <ul>{WORK.filter(isPermitted).map(entry)}</ul>
        <ul>{KEEPING.filter(isPermitted).map(entry)}</ul>
      </nav>
      <WhoWorks />
    </div>
  );
}

const ENTRY = `${place['place']} ${classes['entry']}`;

interface EntryProps {
  readonly item: RailEntry;
  readonly folded: boolean;
  readonly count: number;
}

function Entry({ item, folded, count }: EntryProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const name = t(item.word);
  const inside = (
    <>
      <item.icon {...navIcon} />
      <span className={classes['name']}>{name}</span>
      {count === 0 ? null : (
        <b>
          <span aria-hidden="true">{formats.number(count)}</span>
          <span className={classes['spoken']}>{t('shell.waitingCount', { count })}</span>
        </b>
      )}
    </>
  );
  return (
    <Tooltip label={name} position="right" disabled={!folded}>
      <Link to={item.to} activeOptions={{ exact: item.exact ?? false }} className={ENTRY}>
        {inside}
      </Link>
    </Tooltip>
  );
}
