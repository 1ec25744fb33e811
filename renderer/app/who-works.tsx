import { Menu } from '@mantine/core';
import { IconCheck, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../shared/i18n/error-words.js';
import type { RecruiterId } from '../../shared/records/primitives.js';
import type { Roster } from '../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../data/use-session.js';
import { showToast } from '../state/ui-store.js';
import { icon } from '../ui/icon-props.js';
import { Initials } from '../ui/initials.js';
import classes from './who-works.module.css';

function activeRecruitersOf(roster: Roster) {
  return [...roster.recruiters.values()].filter(({ active }) => active);
}

function organisationNameOf(roster: Roster): string {
  return roster.organisation?.name ?? '';
}

/** Who is working here, at the foot of the rail: it stands in every change set, and two clicks change it. */
export function WhoWorks() {
  const { t } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  const recruiters = useRoster(activeRecruitersOf);
  const organisation = useRoster(organisationNameOf);
  const current = recruiters.find(({ id }) => id === recruiterId);
  const name = current?.name ?? t('shell.nobody');
  const choose = async (id: RecruiterId): Promise<void> => {
    const answer = await session.setPreferences({ recruiterId: id });
    if (!answer.ok) showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
  };
  return (
    <Menu position="top-start" width={220} trapFocus>
      <Menu.Target>
        <button type="button" className={classes['who']} aria-label={t('shell.whoWorksNow', { name })}>
          <Initials name={name} />
          <span className={classes['words']}>
            <b>{name}</b>
            <span>{organisation}</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.whoWorks')}</Menu.Label>
        {recruiters.map((recruiter) => (
          <Menu.Item
            key={recruiter.id}
            rightSection={recruiter.id === recruiterId ? <IconCheck {...icon} /> : null}
            onClick={() => void choose(recruiter.id)}
          >
            {recruiter.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings {...icon} />}>
          {t('shell.manageRecruiters')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
