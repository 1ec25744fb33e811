import { Popover, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../shared/i18n/translate.js';
import { ERROR_WORDS } from '../../shared/i18n/error-words.js';
import { usePreferences, useSession } from '../data/use-session.js';
import { showToast } from '../state/ui-store.js';
import { ConnectionPill, type Connection, type ConnectionProblem } from '../ui/connection-pill.js';
import { TextLink } from '../ui/links.js';
import classes from './connection-menu.module.css';
import { useConnection } from './use-connection.js';

/** The pill, and behind it: what it means, what waits, and the switch *Work offline*. */
export function ConnectionMenu() {
  const { t } = useTranslation();
  const connection = useConnection();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <ConnectionPill
          connection={connection}
          onClick={() => {
            setOpened(!opened);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('shell.connection')}>
        <div className={classes['details']}>
          <p>{t(explanationOf(connection))}</p>
          <OfflineSwitch />
          <TextLink
            to="/outbox"
            onClick={() => {
              setOpened(false);
            }}
          >
            {t('shell.openOutbox')}
          </TextLink>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function OfflineSwitch() {
  const { t } = useTranslation();
  const session = useSession();
  const { workOffline } = usePreferences();
  const change = async (wanted: boolean): Promise<void> => {
    const answer = await session.setPreferences({ workOffline: wanted });
    if (!answer.ok) showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
  };
  return (
    <Switch
      checked={workOffline}
      label={t('shell.workOffline')}
      description={t('shell.workOfflineHint')}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  );
}

const PROBLEM_WORDS = {
  'no-mail-account': 'shell.connectionNoAccount',
  mail: 'shell.connectionProblem',
  sms: 'shell.connectionSmsProblem',
} as const satisfies Record<ConnectionProblem, MessageKey>;

function explanationOf(connection: Connection): MessageKey {
  switch (connection.kind) {
    case 'online':
      return 'shell.connectionOnline';
    case 'sending':
      return 'shell.connectionSending';
    case 'problem':
      return PROBLEM_WORDS[connection.about];
    case 'offline':
      return connection.chosen ? 'shell.connectionChosen' : 'shell.connectionOffline';
  }
}
