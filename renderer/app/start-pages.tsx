import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS, type ErrorCode } from '../../shared/i18n/error-words.js';
import { StandalonePage } from '../ui/standalone-page.js';
import classes from './start-pages.module.css';

function reload(): void {
  window.location.reload();
}

/** Shown only when opening takes longer than a moment: after a rebuild, say. */
export function StartingPage({
  progress,
}: {
  readonly progress: { readonly seq: number; readonly head: number } | null;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes['late']}>
      <StandalonePage title={t('shell.starting')}>
        <p role="status">
          {progress === null ? null : t('shell.startingProgress', { done: progress.seq, total: progress.head })}
        </p>
        {progress === null ? null : (
          <progress
            className={classes['progress']}
            max={progress.head}
            value={progress.seq}
            aria-label={t('shell.starting')}
          />
        )}
      </StandalonePage>
    </div>
  );
}

interface FailedProps {
  readonly code: ErrorCode;
  readonly detail?: string | undefined;
}

/** Why there is nothing to work with. */
export function FailedPage({ code, detail }: FailedProps) {
  if (code === 'session/already-open') return <AlreadyOpenPage />;
  if (code === 'sync/wiped') return <WipedPage />;
  return <CannotOpenPage code={code} detail={detail} />;
}

/** Whoever administers the server had everything on this laptop deleted: nothing of it is shown any longer. */
function WipedPage() {
  const { t } = useTranslation();
  return (
    <ReloadPage title={t('shell.wiped')} action={t('shell.beginAnew')}>
      <p>{t('shell.wipedText')}</p>
    </ReloadPage>
  );
}

/** A second window or tab is refused, so that two writers never meet. */
function AlreadyOpenPage() {
  const { t } = useTranslation();
  return (
    <ReloadPage title={t('shell.alreadyOpen')} action={t('shell.tryAgain')}>
      <p>{t('shell.alreadyOpenText')}</p>
      <p>{t('shell.alreadyOpenDo')}</p>
    </ReloadPage>
  );
}

/** The journal or the keys could not be opened: what happened, what is safe, what to do. */
function CannotOpenPage({ code, detail }: FailedProps) {
  const { t } = useTranslation();
  return (
    <ReloadPage title={t('shell.cannotOpen')} action={t('shell.tryAgain')}>
      <h2>{t('shell.whatHappened')}</h2>
      <p>{t(ERROR_WORDS[code])}</p>
      <h2>{t('shell.whatIsSafe')}</h2>
      <p>{t('shell.safeJournal')}</p>
      <h2>{t('shell.whatToDo')}</h2>
      <p>{t('shell.doRestart')}</p>
      <p>
        <code>{detail === undefined ? code : `${code} · ${detail}`}</code>
      </p>
    </ReloadPage>
  );
}

/** From here there is only one way: the page starts afresh. */
function ReloadPage({ title, action, children }: { title: string; action: string; children: ReactNode }) {
  return (
    <StandalonePage
      title={title}
      actions={
        <Button variant="filled" onClick={reload}>
          {action}
        </Button>
      }
    >
      {children}
    </StandalonePage>
  );
}
