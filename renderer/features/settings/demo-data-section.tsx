import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useSync } from '../../data/use-sync.js';
import { useDemoData } from '../../data/demo/use-demo-data.js';
import { showToast } from '../../state/ui-store.js';
import classes from './demo-data-section.module.css';
import { RemoveDemoDialog } from './remove-demo-dialog.js';
import { RunProgress } from './run-progress.js';
import section from './text-section.module.css';
import { useMayAdminister } from './use-may-administer.js';

/** Demo data: load them, see what is loaded, remove them again. */
export function DemoDataSection() {
  const { t } = useTranslation();
  const allowed = useMayAdminister();
  const [asking, setAsking] = useState(false);
  const { contents, run, install, remove } = useDemoData();
  const { standing } = useSync();
  const counts = {
    people: contents.people.length,
    vacancies: contents.vacancies.length + contents.keptVacancies.length,
    fairs: contents.fairs.length + contents.keptFairs.length,
  };
  const installed = counts.people + counts.vacancies + counts.fairs > 0;
  const perform = async (work: typeof install | typeof remove, done: string): Promise<void> => {
    setAsking(false);
    const answer = await work();
    showToast(answer.ok ? { text: done } : { text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
  };
  return (
    <section className={section['section']} aria-labelledby="demo-data">
      <h2 id="demo-data">{t('demo.title')}</h2>
      <p>{t('demo.what')}</p>
      {installed && run === null ? <p className={classes['contents']}>{t('demo.contents', counts)}</p> : null}
      {!installed && run === null && standing !== null ? (
        <p>{t('demo.notWithColleagues', { organisation: standing.organisation.name })}</p>
      ) : null}
      {run === null && (installed || standing === null) ? (
        <div>
          {installed ? (
            <Button
              data-danger
              disabled={!allowed}
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('demo.remove')}
            </Button>
          ) : (
            <Button disabled={!allowed} onClick={() => void perform(install, t('demo.installed'))}>
              {t('demo.install')}
            </Button>
          )}
        </div>
      ) : null}
      {run === null ? null : (
        <RunProgress
          words={
            run.what === 'install' ? t('demo.installing', { done: run.done, total: run.total }) : t('demo.removing')
          }
          done={run.done}
          total={run.total}
        />
      )}
      {allowed ? null : <p>{t('settings.onlyAdministrators')}</p>}
      <RemoveDemoDialog
        opened={asking}
        contents={contents}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => void perform(remove, t('demo.removed'))}
      />
    </section>
  );
}
