import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { showToast } from '../../state/ui-store.js';
import { Dialog } from '../../ui/dialog.js';
import { TextLink } from '../../ui/links.js';
import classes from './server-section.module.css';

/** To which organisation this laptop belongs, and the way out, which says first what it means. */
export function LeaveServer({ standing }: { readonly standing: NonNullable<SyncStanding> }) {
  const { t } = useTranslation();
  const { host } = useSession();
  const { poke } = useSync();
  const [asking, setAsking] = useState(false);
  const { organisation, server, laptop, unsent } = standing;
  const close = (): void => {
    setAsking(false);
  };
  const leave = async (): Promise<void> => {
    close();
    const answer = await host.call('sync.leave', null);
    showToast(answer.ok ? { text: t('sync.left') } : { text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
    poke();
  };
  return (
    <section aria-labelledby="server">
      <h2 id="server">{t('sync.belongs', { organisation: organisation.name })}</h2>
      <p>
        <bdi>{[laptop, server].join(' · ')}</bdi>
      </p>
      <p>
        <TextLink to="/sync">{t('shell.sync')}</TextLink>
      </p>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('sync.leave')}
      </Button>
      <Dialog opened={asking} onClose={close} title={t('sync.leave')}>
        <div className={classes['question']}>
          <p>{t('sync.leaveText')}</p>
          {unsent === 0 ? null : <p>{t('sync.leaveUnsent', { count: unsent })}</p>}
          <div className={classes['actions']}>
            <Button data-autofocus onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button variant="filled" data-danger onClick={() => void leave()}>
              {t('sync.leave')}
            </Button>
          </div>
        </div>
      </Dialog>
    </section>
  );
}
