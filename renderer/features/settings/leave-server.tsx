import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWaiting } from '../../../shared/domain/message-state.js';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { showToast } from '../../state/ui-store.js';
import { Dialog } from '../../ui/dialog.js';
import { TextLink } from '../../ui/links.js';
import classes from './server-section.module.css';

interface Leaving {
  readonly standing: NonNullable<SyncStanding>;
  /** Just before the laptop leaves; false: it must not. */
  readonly beforeLeaving?: (() => Promise<boolean>) | undefined;
}

/** To which organisation this laptop belongs, and the way out. */
export function LeaveServer({ standing, beforeLeaving }: Leaving) {
  const { t } = useTranslation();
  const { organisation, server, laptop } = standing;
  return (
    <section aria-labelledby="server">
      <h2 id="server">{t('sync.belongs', { organisation: organisation.name })}</h2>
      <p>
        <bdi>{[laptop, server].join(' · ')}</bdi>
      </p>
      <p>
        <TextLink to="/sync">{t('shell.sync')}</TextLink>
      </p>
      <LeaveButton standing={standing} beforeLeaving={beforeLeaving} />
    </section>
  );
}

function mayLeaveTwice({ messages }: Roster): boolean {
  return [...messages.values()].some(
    ({ state, purpose, reassigned }) => isWaiting(state) && (reassigned || purpose === 'reminder'),
  );
}

/** The way out of an organisation, which says first what it means; also where its server cannot be told. */
export function LeaveButton({ standing: { unsent, problem }, beforeLeaving }: Leaving) {
  const { t } = useTranslation();
  const { host } = useSession();
  const { poke, status } = useSync();
  const [asking, setAsking] = useState(false);
  const [isTold, setIsTold] = useState(true);
  const hasDoubtful = useRoster(mayLeaveTwice);
  const isDoubtful = hasDoubtful && (unsent > 0 || problem?.code === 'sync/revoked');
  const close = (): void => {
    setAsking(false);
    setIsTold(true);
  };
  const leave = async (): Promise<void> => {
    // Where nobody can be told it is asked once more, and until then nothing has changed.
    const isLeaving = !isTold || status.kind !== 'offline';
    if (isLeaving && (await beforeLeaving?.()) === false) {
      showToast({ text: t('sync.leaveFailed'), tone: 'problem' });
      return;
    }
    const answer = await host.call('sync.leave', { anyway: !isTold });
    if (!answer.ok) {
      setIsTold(false);
      return;
    }
    close();
    showToast({ text: t('sync.left') });
    poke();
  };
  return (
    <>
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
          {isTold ? null : <p role="alert">{t('sync.leaveUntold')}</p>}
          {unsent === 0 ? null : <p>{t('sync.leaveUnsent', { count: unsent })}</p>}
          {isDoubtful ? <p>{t('sync.leaveDoubt')}</p> : null}
          <div className={classes['actions']}>
            <Button data-autofocus onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button variant="filled" data-danger onClick={() => void leave()}>
              {t(isTold ? 'sync.leave' : 'sync.leaveAnyway')}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
