import { IconClock, IconHandStop, IconLoader2, IconRotateClockwise } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRoster } from '../../data/use-session.js';
import { TextLink } from '../../ui/links.js';
import classes from './outbox-counts.module.css';
import { SideList } from './side-list.js';
import { waitingIn } from './waiting.js';

/** What moves by itself, and that nothing is lost meanwhile. */
export function OutboxCounts() {
  const { t } = useTranslation();
  const { messages } = useRoster(waitingIn);
  return (
    <>
      <SideList
        title={t('home.outbox')}
        link={<TextLink to="/outbox">{t('common.open')}</TextLink>}
        empty={t('home.outboxEmpty')}
        items={[
          { icon: IconHandStop, word: t('home.canBeUndone'), count: messages.held, link: { to: '/outbox' } },
          { icon: IconClock, word: t('common.messageDue'), count: messages.due, link: { to: '/outbox' } },
          { icon: IconLoader2, word: t('common.messageSending'), count: messages.sending, link: { to: '/outbox' } },
          {
            icon: IconRotateClockwise,
            word: t('home.tryAgainLater'),
            count: messages.deferred,
            link: { to: '/outbox' },
          },
        ]}
      />
      <p className={classes['safe']}>{t('home.safe')}</p>
    </>
  );
}
