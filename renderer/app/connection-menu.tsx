import { Popover, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncStanding } from '../../shared/host/sync-standing.js';
import type { MessageKey } from '../../shared/i18n/translate.js';
import { ERROR_WORDS } from '../../shared/i18n/error-words.js';
import { countRefusals } from '../data/roster/refusals.js';
import { usePreferences, useRoster, useSession } from '../data/use-session.js';
import { useSync } from '../data/use-sync.js';
import { SyncFacts } from '../features/sync/sync-facts.js';
import { SyncNow } from '../features/sync/sync-now.js';
import { showToast } from '../state/ui-store.js';
import { ConnectionPill, type Connection } from '../ui/connection-pill.js';
import type { ConnectionProblem, MessageProblem } from '../ui/connection-problem.js';
import { TextLink } from '../ui/links.js';
import classes from './connection-menu.module.css';
import { useConnections, type MessageConnection } from './use-connection.js';

/** The pill, and behind it: what it means, what waits for what, sync where there is a server, and the switch *Work offline*. */
export function ConnectionMenu() {
  const { t } = useTranslation();
  const { messages, whole, lacksAccount } = useConnections();
  const { standing } = useSync();
  const [opened, setOpened] = useState(false);
  const close = (): void => {
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <ConnectionPill
          connection={whole}
          title={t(sentenceOf(whole))}
          onClick={() => {
            setOpened(!opened);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('shell.connection')}>
        <div className={classes['details']}>
          {standing === null ? null : <ServerPart standing={standing} onLeave={close} />}
          <section>
            {standing === null ? null : <h2>{t('sync.messages')}</h2>}
            <p>{t(explanationOf(messages))}</p>
            {lacksAccount && messages.kind !== 'problem' ? <p>{t('shell.connectionNoAccount')}</p> : null}
            <div>
              <TextLink to="/outbox" onClick={close}>
                {t('shell.openOutbox')}
              </TextLink>
              {lacksAccount ? (
                <TextLink to="/settings/mail" onClick={close}>
                  {t('settings.mail')}
                </TextLink>
              ) : null}
            </div>
          </section>
          <OfflineSwitch />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ServerPartProps {
  readonly standing: NonNullable<SyncStanding>;
  readonly onLeave: () => void;
}

function ServerPart({ standing, onLeave }: ServerPartProps) {
  const { t } = useTranslation();
  const refused = useRoster(countRefusals);
  return (
    <section>
      <h2>{t('sync.server')}</h2>
      <SyncFacts standing={standing} />
      {refused === 0 ? null : <p data-problem>{t('sync.refusedCount', { count: refused })}</p>}
      <div>
        <SyncNow />
        <TextLink to="/sync" onClick={onLeave}>
          {t('shell.sync')}
        </TextLink>
      </div>
    </section>
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
} as const satisfies Record<MessageProblem, MessageKey>;

/** What the few words of the pill mean; said where one points at it, and read out. */
function sentenceOf(connection: Connection): MessageKey {
  switch (connection.kind) {
    case 'syncing':
      return 'sync.syncing';
    case 'server-offline':
      return 'sync.offline';
    case 'problem': {
      const { about } = connection;
      return isOfMessages(about) ? PROBLEM_WORDS[about] : ERROR_WORDS[about];
    }
    case 'online':
    case 'offline':
    case 'sending':
      return explanationOf(connection);
  }
}

function isOfMessages(about: ConnectionProblem): about is MessageProblem {
  return Object.hasOwn(PROBLEM_WORDS, about);
}

function explanationOf(connection: MessageConnection): MessageKey {
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
