import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageChannel } from '../../../shared/records/message.js';
import { SIGN_IN_AGAIN, type DeliveryStatus } from '../../data/delivery-status.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import classes from './connection-line.module.css';
import { reasonWords } from '../../ui/reason-words.js';
import { SignInAgain } from './sign-in-again.js';

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
  readonly channel?: MessageChannel;
}

/** Whether messages leave, why not, and what to do about it. */
export function ConnectionLine({ status, onTryNow, channel = 'email' }: ConnectionLineProps) {
  const Glyph = ICONS[status.kind];
  const problem = status.kind === 'paused' || status.kind === 'stuck';
  return (
    <div className={classes['line']} role="status" data-problem={problem || undefined}>
      <Glyph {...icon} />
      <Words status={status} isSms={channel === 'sms'} />
      <Ways status={status} onTryNow={onTryNow} />
    </div>
  );
}

function Words({ status, isSms }: { readonly status: DeliveryStatus; readonly isSms: boolean }) {
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
          <p>
            {isSms
              ? t('outbox.smsBackingOff', { time: formats.time(status.until) })
              : t('outbox.backingOff', { time: formats.time(status.until) })}
          </p>
          <Reply words={status.reply} isSms={isSms} />
        </div>
      );
    case 'paused':
      return (
        <div>
          <p>
            <b>{isSms ? t('outbox.smsPaused') : t('outbox.paused')}.</b> {reasonWords(t, status.reason)}
          </p>
          <Reply words={status.reply} isSms={isSms} />
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

function Reply({ words, isSms }: { readonly words: string; readonly isSms: boolean }) {
  const { t } = useTranslation();
  if (words === '') return null;
  return (
    <details>
      <summary>{isSms ? t('outbox.gatewaySays') : t('outbox.serverSays')}</summary>
      <code>{words}</code>
    </details>
  );
}

function Ways({ status, onTryNow }: ConnectionLineProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { kind } = status;
  if (kind === 'working-offline') {
    return (
      <Button size="xs" onClick={() => void session.setPreferences({ workOffline: false })}>
        {t('outbox.goOnline')}
      </Button>
    );
  }
  if (kind === 'idle' || kind === 'sending' || kind === 'no-network') return null;
  if (kind === 'paused' && status.reason === SIGN_IN_AGAIN.reason) return <SignInAgain onSignedIn={onTryNow} />;
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
