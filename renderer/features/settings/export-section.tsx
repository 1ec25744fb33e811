import { Button, Checkbox } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayRead } from '../../../shared/domain/refuse-read.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useExportEverything } from '../../data/export/use-export-everything.js';
import { useRights } from '../../data/use-rights.js';
import { showToast } from '../../state/ui-store.js';
import { icon } from '../../ui/icon-props.js';
import { useKeptFocus } from '../../ui/use-kept-focus.js';
import classes from './export-section.module.css';
import { RunProgress } from './run-progress.js';
import section from './text-section.module.css';

const RUN_WORDS = { records: 'data.exportingRecords', files: 'data.exportingFiles' } as const;

/** All records as one file for other programs and other laptops, and a plain word about who can read it. */
export function ExportSection() {
  const { t } = useTranslation();
  const allowed = mayRead('export-everything', useRights());
  const [withFiles, setWithFiles] = useState(true);
  const { run, save } = useExportEverything();
  const place = useKeptFocus<HTMLElement>(run === null ? 'offer' : 'run');
  const perform = async (): Promise<void> => {
    const saved = await save(withFiles, (date) => `${t('data.exportFile', { date })}.zip`);
    if (!saved.ok) {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    if (saved.value === null) {
      showToast({ text: t('data.exportStopped') });
      return;
    }
    const count = Object.values(saved.value.records).reduce((sum, of) => sum + of, 0);
    const damaged = saved.value.unreadableFiles.length;
    if (damaged === 0) showToast({ text: t('data.exported', { count, files: saved.value.files }) });
    else showToast({ text: t('data.exportedWithout', { count: damaged }), tone: 'problem' });
  };
  return (
    <section ref={place} className={section['section']} aria-labelledby="export-everything">
      <h2 id="export-everything">{t('data.exportTitle')}</h2>
      <p>{t('data.exportWhat')}</p>
      <p className={classes['warning']}>
        <IconLockOpen {...icon} />
        {t('data.exportWarning')}
      </p>
      {run === null ? (
        <>
          <Checkbox
            label={t('data.withFiles')}
            description={t('data.withFilesHint')}
            checked={withFiles}
            disabled={!allowed}
            onChange={(event) => {
              setWithFiles(event.currentTarget.checked);
            }}
          />
          <div>
            <Button disabled={!allowed} onClick={() => void perform()}>
              {t('data.exportSave')}
            </Button>
          </div>
        </>
      ) : (
        <RunProgress
          words={t(RUN_WORDS[run.what], { done: run.done, total: run.total })}
          done={run.done}
          total={run.total}
          onStop={run.stop}
        />
      )}
      {allowed ? null : <p>{t('data.exportAdministrators')}</p>}
    </section>
  );
}
