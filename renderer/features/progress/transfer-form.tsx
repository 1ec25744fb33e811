import { Checkbox, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TransferFields } from '../../../shared/domain/progress-actions/transfer.js';
import type { ActionFormProps } from './mail-action.js';
import { ProblemLines } from './problem-lines.js';
import classes from './plain-form.module.css';
import { TargetVacancy } from './target-vacancy.js';

/** G-3: another vacancy, found by its status, or the CV database; to move or to copy (C13). */
export function TransferForm({ fields, selection, problems, onChange }: ActionFormProps<TransferFields>) {
  const { t } = useTranslation();
  const toDatabase = fields.target === 'cv-database';
  const sources = new Set(selection.map(({ vacancyId }) => vacancyId));
  const error = problems.length === 0 ? null : <ProblemLines problems={problems} />;
  return (
    <div className={classes['form']}>
      <p className={classes['guide']}>{t('progress.transferGuide')}</p>
      <Radio.Group
        label={t('progress.transferTo')}
        value={toDatabase ? 'cv-database' : 'vacancy'}
        onChange={(chosen) => {
          onChange(chosen === 'cv-database' ? { target: 'cv-database', copy: false } : { target: null, sends: false });
        }}
      >
        <div className={classes['options']}>
          <Radio value="vacancy" label={t('progress.transferToVacancy')} />
          <Radio value="cv-database" label={t('progress.transferToDatabase')} />
        </div>
      </Radio.Group>
      {toDatabase ? (
        <div className={classes['target']}>
          <p className={classes['guide']}>{t('progress.transferDatabaseHint')}</p>
          <Checkbox
            label={t('progress.transferSends')}
            description={t('progress.transferSendsHint')}
            checked={fields.sends}
            onChange={({ currentTarget }) => {
              onChange({ sends: currentTarget.checked });
            }}
          />
        </div>
      ) : (
        <div className={classes['target']}>
          <TargetVacancy
            value={fields.target === 'cv-database' ? null : fields.target}
            sources={sources}
            error={error}
            onChange={(target) => {
              onChange({ target });
            }}
          />
          <Checkbox
            label={t('progress.transferCopy')}
            description={t('progress.transferCopyHint')}
            checked={fields.copy}
            onChange={({ currentTarget }) => {
              onChange({ copy: currentTarget.checked });
            }}
          />
        </div>
      )}
    </div>
  );
}
