import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh, type Icon } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { MINUTE } from '../../../shared/lib/time.js';
import type { MessageChannel } from '../../../shared/records/message.js';
import { SKEW_TO_WARN_OF } from '../../../shared/sync/protocol.js';
import type { SyncStatus } from '../../data/sync-status.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { NextTry } from './next-try.js';
import classes from './sync-facts.module.css';

const ICONS = {
  off: IconCloudOff,
  offline: IconCloudOff,
  syncing: IconRefresh,
  online: IconCloudCheck,
  problem: IconAlertTriangle,
} as const satisfies Record<SyncStatus['kind'], Icon>;

/** How this laptop stands with its server, in words: where, since when, what waits, what is wrong, how far a first load is. */
export function SyncFacts({ standing }: { readonly standing: NonNullable<SyncStanding> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const told = useSync().status;
  const { problem } = standing;
  // A laptop that was shut out still is while the server is away.
  const status: SyncStatus = problem?.code === 'sync/revoked' ? { kind: 'problem', code: problem.code } : told;
  const { workOffline } = usePreferences();
  const Glyph = ICONS[status.kind];
  const { organisation, contactAt, unsent, skew, loading } = standing;
  const sending = sendingWords(standing.sends?.channels ?? []);
  const facts = [
    organisation.name,
    contactAt === null
      ? t('sync.neverReached')
      : t('sync.lastContact', { when: formats.dateTimeFrom(session.now(), contactAt) }),
    ...(unsent === 0 ? [] : [t('sync.unsent', { count: unsent })]),
  ];
  return (
    <div className={classes['facts']} data-kind={status.kind}>
      <Glyph {...icon} />
      <div>
        <div role="status">
          <b>{workOffline ? t('sync.offlineChosen') : statusWords(status, t)}</b>
          <small>{facts.join(' · ')}</small>
          {loading === null ? null : <small>{loadingWords(loading, t)}</small>}
          {sending === null ? null : <small>{t(sending)}</small>}
        </div>
        {workOffline ? null : <NextTry />}
        {loading?.total === null || loading === null ? null : (
          <progress aria-label={t('sync.syncing')} value={loading.done} max={loading.total} />
        )}
        {Math.abs(skew) > SKEW_TO_WARN_OF ? (
          <small className={classes['clock']}>
            {t('sync.clockOff', { minutes: Math.round(Math.abs(skew) / MINUTE) })}
          </small>
        ) : null}
      </div>
    </div>
  );
}

/** In one sentence. */
export function statusWords(status: SyncStatus, t: TFunction): string {
  switch (status.kind) {
    case 'off': // the first exchange is under way
      return t('sync.syncing');
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

/** C27: what need not wait for this laptop. */
function sendingWords(channels: readonly MessageChannel[]): MessageKey | null {
  if (channels.length > 1) return 'sync.sendsBoth';
  const [channel] = channels;
  if (channel === undefined) return null;
  return channel === 'email' ? 'sync.sendsEmail' : 'sync.sendsSms';
}

function loadingWords({ done, total }: { readonly done: number; readonly total: number | null }, t: TFunction): string {
  return total === null ? t('sync.loadingOpen', { done }) : t('sync.loading', { done, total });
}
