import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import { installDemoData, type DemoProgress } from '../../data/demo/install-demo-data.js';
import { useSession } from '../../data/use-session.js';
import { useSync } from '../../data/use-sync.js';
import { IfRight } from '../../data/if-right.js';
import { FieldError } from '../../ui/field-error.js';
import { ButtonLink } from '../../ui/links.js';
import classes from './first-run.module.css';

/** The first screen of an empty Fairdesk: look around with invented people, or begin. */
export function FirstRun() {
  const { t } = useTranslation();
  const session = useSession();
  const { standing } = useSync();
  const [progress, setProgress] = useState<DemoProgress | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const install = async (): Promise<void> => {
    setFailed(null);
    setProgress({ done: 0, total: 1 });
    const installed = await installDemoData(session, setProgress);
    setProgress(null);
    if (!installed.ok) setFailed(installed.code);
  };
  return (
    <section className={classes['first']}>
      <h2>{t('home.firstTitle')}</h2>
      <div className={classes['ways']}>
        {standing === null ? (
          <IfRight right="administer">
            <div>
              <Button loading={progress !== null} onClick={() => void install()}>
                {t('home.tryDemo')}
              </Button>
              <p>{t('home.tryDemoText')}</p>
            </div>
          </IfRight>
        ) : null}
        <IfRight right="vacancies">
          <div>
            <ButtonLink to="/fairs/new">{t('home.startEmpty')}</ButtonLink>
            <p>{t('home.startEmptyText')}</p>
          </div>
        </IfRight>
      </div>
      {progress === null ? null : (
        <Progress
          value={(progress.done / progress.total) * 100}
          size="xs"
          aria-label={t('home.tryDemo')}
          className={classes['progress']}
        />
      )}
      {failed === null ? null : (
        <div role="alert">
          <FieldError>{t(ERROR_WORDS[failed])}</FieldError>
        </div>
      )}
    </section>
  );
}
