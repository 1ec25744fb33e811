import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh, type Icon } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { MINUTE } from '../../../shared/lib/time.js';
import { SKEW_TO_WARN_OF } from '../../../shared/sync/protocol.js';
import type { SyncStatus } from '../../data/sync-status.js';
import { useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import classes from './sync-page.module.css';

const ICONS = {
  off: IconCloudOff,
  offline: IconCloudOff,
  syncing: IconRefresh,
  online: IconCloudCheck,
  problem: IconAlertTriangle,
} as const satisfies Record<SyncStatus['kind'], Icon>;

/** How this laptop stands with its server: where, since when, what waits, what is wrong; and to try now. */
export function SyncState() {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const { status, standing, poke } = useSync();
  const Glyph = ICONS[status.kind];
  if (standing === null) {
    return (
      <p className={classes['state']}>
        <IconCloudOff {...icon} />
        {t('sync.noServer')}
      </p>
    );
  }
  const { organisation, contactAt, unsent, skew } = standing;
  const facts = [
    organisation.name,
    contactAt === null
      ? t('sync.neverReached')
      : t('sync.lastContact', { when: formats.dateTimeFrom(session.now(), contactAt) }),
    ...(unsent === 0 ? [] : [t('sync.unsent', { count: unsent })]),
  ];
  return (
    <div className={classes['state']}>
      <Glyph {...icon} />
      <span role="status">
        <b>{statusWords(status, t)}</b>
        <small>{facts.join(' · ')}</small>
        {Math.abs(skew) > SKEW_TO_WARN_OF ? (
          <small>{t('sync.clockOff', { minutes: Math.round(Math.abs(skew) / MINUTE) })}</small>
        ) : null}
      </span>
      <Button size="xs" onClick={poke} disabled={status.kind === 'syncing'}>
        {t('sync.now')}
      </Button>
    </div>
  );
}

function statusWords(status: SyncStatus, t: TFunction): string {
  switch (status.kind) {
    case 'off':
    case 'online':
      return t('sync.upToDate');
    case 'offline':
      return t('sync.offline');
    case 'syncing':
      return status.total === null
        ? t('sync.syncing')
        : t('sync.syncingOf', { done: status.done, total: status.total });
    case 'problem':
      return t(ERROR_WORDS[status.code]);
  }
}
