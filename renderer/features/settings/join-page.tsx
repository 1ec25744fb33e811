import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { StandalonePage } from '../../ui/standalone-page.js';
import classes from './first-start-page.module.css';
import { FormFailure, JoinFields, JoinWait } from './join-fields.js';
import { LeaveButton } from './leave-server.js';
import { useJoin } from './use-join.js';

/** A new laptop joins colleagues before anything else is said on it. */
export function JoinPage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const joining = useJoin();
  return (
    <StandalonePage title={t('sync.joinColleagues')}>
      <p>{t('sync.joinIntro')}</p>
      <form className={classes['form']} onSubmit={joining.submit} autoComplete="off" noValidate>
        <JoinFields of={joining} size="lg" />
        <FormFailure words={joining.failed} />
        <div className={classes['actions']}>
          <Button type="submit" variant="filled" size="xl" loading={joining.joining}>
            {t('sync.join')}
          </Button>
          {joining.joining ? (
            <Button key="cancel" size="xl" onClick={joining.cancel}>
              {t('common.cancel')}
            </Button>
          ) : (
            <Button key="back" size="xl" onClick={onBack}>
              {t('common.back')}
            </Button>
          )}
        </div>
        <JoinWait words={joining.waiting} />
      </form>
    </StandalonePage>
  );
}

/** What colleagues have is being loaded, and nobody on this laptop is known yet. */
export function FirstLoadPage({ standing }: { readonly standing: NonNullable<SyncStanding> }) {
  const { t } = useTranslation();
  const { organisation, loading, problem } = standing;
  const total = loading?.total ?? null;
  const words = total === null ? t('sync.syncing') : t('sync.syncingOf', { done: loading?.done ?? 0, total });
  return (
    <StandalonePage
      title={t('sync.belongs', { organisation: organisation.name })}
      actions={<LeaveButton standing={standing} />}
    >
      <p role="status">{words}</p>
      <Progress.Root size={6} radius="xs" className={classes['progress'] ?? ''}>
        <Progress.Section
          value={total === null ? 0 : (100 * (loading?.done ?? 0)) / Math.max(1, total)}
          aria-label={words}
        />
      </Progress.Root>
      {problem === null ? null : <p>{t(ERROR_WORDS[problem.code])}</p>}
    </StandalonePage>
  );
}
