import { Popover } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../shared/i18n/error-words.js';
import type { RecruiterId } from '../../shared/records/primitives.js';
import type { Roster } from '../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../data/use-session.js';
import { showToast } from '../state/ui-store.js';
import { icon } from '../ui/icon-props.js';
import { Initials } from '../ui/initials.js';
import { TextLink } from '../ui/links.js';
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
  const { recruiterId } = usePreferences();
  const recruiters = useRoster(activeRecruitersOf);
  const organisation = useRoster(organisationNameOf);
  const [opened, setOpened] = useState(false);
  const name = recruiters.find(({ id }) => id === recruiterId)?.name ?? t('shell.nobody');
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" width={240} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes['who']}
          aria-label={t('shell.whoWorksNow', { name })}
          onClick={() => {
            setOpened(!opened);
          }}
        >
          <Initials name={name} />
          <span className={classes['words']}>
            <b>{name}</b>
            <span>{organisation}</span>
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('shell.whoWorks')}>
        <Choice
          onChosen={() => {
            setOpened(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice({ onChosen }: { readonly onChosen: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const { recruiterId } = usePreferences();
  const recruiters = useRoster(activeRecruitersOf);
  const choose = async (id: RecruiterId): Promise<void> => {
    const answer = await session.setPreferences({ recruiterId: id });
    if (answer.ok) onChosen();
    else showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
  };
  return (
    <div className={classes['choice']}>
      <p>{t('shell.whoWorks')}</p>
      {recruiters.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed={id === recruiterId} onClick={() => void choose(id)}>
          {name}
          {id === recruiterId ? <IconCheck {...icon} /> : null}
        </button>
      ))}
      <TextLink to="/settings/recruiters" onClick={onChosen}>
        {t('shell.manageRecruiters')}
      </TextLink>
    </div>
  );
}
