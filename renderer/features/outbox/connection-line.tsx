import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryStatus } from '../../data/delivery-status.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import classes from './connection-line.module.css';
import { reasonWords } from '../../ui/reason-words.js';

const ICONS = {
  idle: IconCloudCheck,
  sending: IconRefresh,
  'no-network': IconCloudOff,
  'working-offline': IconCloudOff,
  'backing-off': IconCloudOff,
  paused: IconAlertTriangle,
  stuck: IconAlertTriangle,
} as const satisfies Record<DeliveryStatus['kind'], Icon>;

interface ConnectionLineProps {
  readonly status: DeliveryStatus;
  /** Forgets pause and waiting, and tries. */
  readonly onTryNow: () => void;
}

/** Whether messages leave, why not, and what to do about it. */
export function ConnectionLine({ status, onTryNow }: ConnectionLineProps) {
  const Glyph = ICONS[status.kind];
  const problem = status.kind === 'paused' || status.kind === 'stuck';
  return (
    <div className={classes['line']} role="status" data-problem={problem || undefined}>
      <Glyph {...icon} />
      <Words status={status} />
      <Ways status={status} onTryNow={onTryNow} />
    </div>
  );
}

function Words({ status }: { readonly status: DeliveryStatus }) {
  const { t } = useTranslation();
  const formats = useFormats();
  switch (status.kind) {
    case 'idle':
      return <p>{t('outbox.idle')}</p>;
    case 'sending':
      return <p>{t('outbox.sending')}</p>;
    case 'no-network':
      return <p>{t('outbox.noNetwork')}</p>;
    case 'working-offline':
      return <p>{t('outbox.workingOffline')}</p>;
    case 'backing-off':
      return (
        <div>
          <p>{t('outbox.backingOff', { time: formats.time(status.until) })}</p>
          <Reply words={status.reply} />
        </div>
      );
    case 'paused':
      return (
        <div>
          <p>
            <b>{t('outbox.paused')}.</b> {reasonWords(t, status.reason)}
          </p>
          <Reply words={status.reply} />
        </div>
      );
    case 'stuck':
      return (
        <p>
          <b>{t('outbox.stuck')}.</b> {reasonWords(t, status.code)}
        </p>
      );
  }
}

function Reply({ words }: { readonly words: string }) {
  const { t } = useTranslation();
  if (words === '') return null;
  return (
    <details>
      <summary>{t('outbox.serverSays')}</summary>
      <code>{words}</code>
    </details>
  );
}

function Ways({ status: { kind }, onTryNow }: ConnectionLineProps) {
  const { t } = useTranslation();
  const session = useSession();
  if (kind === 'working-offline') {
    return (
      <Button size="xs" onClick={() => void session.setPreferences({ workOffline: false })}>
        {t('outbox.goOnline')}
      </Button>
    );
  }
  if (kind === 'idle' || kind === 'sending' || kind === 'no-network') return null;
  return (
    <>
      <Button size="xs" onClick={onTryNow}>
        {t('outbox.tryNow')}
      </Button>
      {kind === 'paused' ? (
        <ButtonLink size="xs" to="/settings">
          {t('outbox.openSettings')}
        </ButtonLink>
      ) : null}
    </>
  );
}
