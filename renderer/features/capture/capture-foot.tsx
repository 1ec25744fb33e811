import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadPhone } from '../../../shared/domain/contact-details.js';
import { ERROR_WORDS, SAYS_WHAT_IS_SAVED } from '../../../shared/i18n/error-words.js';
import { DockedBar } from '../../ui/docked-bar.js';
import { icon } from '../../ui/icon-props.js';
import { KeyHint } from '../../ui/key-hint.js';
import classes from './capture.module.css';
import { DuplicateHint } from './duplicate-hint.js';
import type { CaptureStop } from './file-capture.js';
import type { Capture } from './use-capture.js';

interface CaptureFootProps {
  readonly capture: Capture;
  readonly readPhone: ReadPhone;
  readonly saveNext: RefObject<HTMLButtonElement | null>;
  readonly onSave: (then: 'next' | 'open') => Promise<void>;
}

/** Whether the person is new here, or why nothing was saved; and the two ways to save. */
export function CaptureFoot({ capture, readPhone, saveNext, onSave }: CaptureFootProps) {
  const { t } = useTranslation();
  return (
    <DockedBar label={t('common.save')}>
      <div className={classes['hint']} aria-live="polite">
        {capture.stop === null ? (
          <DuplicateHint personId={capture.personId} form={capture.form} readPhone={readPhone} />
        ) : (
          <p data-problem>
            <IconAlertTriangle {...icon} />
            <StopWords stop={capture.stop} />
          </p>
        )}
      </div>
      <div className={classes['saving']}>
        {capture.unknown ? null : (
          <Button size="xl" loading={capture.saving} onClick={() => void onSave('open')}>
            {t('capture.saveOpen')}
          </Button>
        )}
        <Button
          ref={saveNext}
          size="xl"
          variant="filled"
          loading={capture.saving}
          aria-keyshortcuts="Control+Enter"
          rightSection={<KeyHint keys="Mod+Enter" />}
          onClick={() => void onSave('next')}
        >
          {capture.unknown ? t('shell.tryAgain') : t('capture.saveNext')}
        </Button>
      </div>
    </DockedBar>
  );
}

function StopWords({ stop }: { readonly stop: CaptureStop }) {
  const { t } = useTranslation();
  const notSaved = (reason: string): string => t('capture.notSaved', { reason });
  switch (stop.kind) {
    case 'fields':
      return <span>{t('capture.needsYou', { count: stop.problems.length })}</span>;
    case 'cv':
      return <span>{t('capture.cvFirst')}</span>;
    case 'vacancy':
      return <span>{notSaved(t('capture.vacancyGone'))}</span>;
    case 'commit':
      return (
        <span>
          {SAYS_WHAT_IS_SAVED.has(stop.code) ? t(ERROR_WORDS[stop.code]) : notSaved(t(ERROR_WORDS[stop.code]))}
        </span>
      );
  }
}
