import {
  IconAlertTriangle,
  IconBell,
  IconClock,
  IconHandStop,
  IconLoader2,
  IconRotateClockwise,
  IconServerOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.js';
import classes from './outbox-counts.module.css';
import { SideList } from './side-list.js';
import { useWaiting } from './use-waiting.js';

/** What moves by itself, and that nothing is lost meanwhile; and what never arrived, to be looked at. */
export function OutboxCounts() {
  const { t } = useTranslation();
  const { messages } = useWaiting();
  return (
    <>
      <SideList
        title={t('home.outbox')}
        link={<TextLink to="/outbox">{t('common.open')}</TextLink>}
        empty={t('home.outboxEmpty')}
        items={[
          { icon: IconHandStop, word: t('home.canBeUndone'), count: messages('held'), link: { to: '/outbox' } },
          { icon: IconBell, word: t('home.reminders'), count: messages('scheduled'), link: { to: '/outbox' } },
          {
            icon: IconServerOff,
            word: t('common.messageWaitingServer'),
            count: messages('waiting-server'),
            link: { to: '/outbox' },
          },
          { icon: IconClock, word: t('common.messageDue'), count: messages('due'), link: { to: '/outbox' } },
          { icon: IconLoader2, word: t('common.messageSending'), count: messages('sending'), link: { to: '/outbox' } },
          {
            icon: IconRotateClockwise,
            word: t('home.tryAgainLater'),
            count: messages('deferred'),
            link: { to: '/outbox' },
          },
          {
            icon: IconAlertTriangle,
            word: t('home.notDelivered'),
            count: messages('not-delivered'),
            link: { to: '/outbox' },
            tone: 'bad',
          },
        ]}
      />
      <p className={classes['safe']}>{t('home.safe')}</p>
    </>
  );
}
