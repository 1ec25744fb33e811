import type { i18n } from 'i18next';
import { useEffect, useState } from 'react';
import type { ErrorCode } from '../../shared/i18n/error-words.js';
import type { Result } from '../../shared/lib/result.js';
import type { Session } from '../data/session.js';
import { Application } from './application.js';
import { FaultBoundary } from './fault-page.js';
import { LookProvider } from './look-provider.js';
import { screenLanguageOf } from './screen-language.js';
import { FailedPage, StartingPage } from './start-pages.js';
import { WordsProvider } from './words-provider.js';

export interface StartProgress {
  readonly seq: number;
  readonly head: number;
}

export interface StartListener {
  onProgress(progress: StartProgress): void;
  /** The work that was open cannot go on. */
  onEnd(code: ErrorCode): void;
}

interface StartProps {
  readonly translator: i18n;
  /** Opens the work; called once. */
  readonly open: (listener: StartListener) => Promise<Result<Session, ErrorCode>>;
}

type Stage =
  | { readonly kind: 'starting'; readonly progress: StartProgress | null }
  | { readonly kind: 'open'; readonly session: Session }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail: string | undefined };

/** From nothing to the application: starting, open, or a page that says why not. */
export function Start({ translator, open }: StartProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'starting', progress: null });
  useEffect(() => {
    let wanted = true;
    const show = (next: Stage): void => {
      if (wanted) setStage(next);
    };
    open({
      onProgress(progress) {
        show({ kind: 'starting', progress });
      },
      onEnd(code) {
        show({ kind: 'failed', code, detail: undefined });
      },
    }).then(
      (opened) => {
        if (opened.ok) show({ kind: 'open', session: opened.value });
        else show({ kind: 'failed', code: opened.code, detail: opened.detail });
      },
      (fault: unknown) => {
        show({ kind: 'failed', code: 'host/fault', detail: fault instanceof Error ? fault.name : undefined });
      },
    );
    return () => {
      wanted = false;
    };
  }, [open]);
  if (stage.kind === 'open') return <Application session={stage.session} translator={translator} />;
  return (
    <Before translator={translator}>
      {stage.kind === 'starting' ? <StartingPage progress={stage.progress} /> : null}
      {stage.kind === 'failed' ? <FailedPage code={stage.code} detail={stage.detail} /> : null}
    </Before>
  );
}

/** Look and words before any preference is known: as the system has them. */
export function Before({ translator, children }: { readonly translator: i18n; readonly children: React.ReactNode }) {
  return (
    <LookProvider theme="system" density="compact">
      <WordsProvider
        translator={translator}
        language={screenLanguageOf(navigator.languages)}
        zone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      >
        <FaultBoundary>{children}</FaultBoundary>
      </WordsProvider>
    </LookProvider>
  );
}
