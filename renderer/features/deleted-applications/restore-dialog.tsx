import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RestorePlan, RestoreRefusal } from '../../../shared/domain/restore-applications.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { Dialog } from '../../ui/dialog.js';
import classes from './deleted-applications-page.module.css';
import type { DeletedRow } from './deleted-rows.js';

const REFUSAL_WORDS = {
  'vacancy-gone': 'deleted.refusals.vacancy-gone',
  'applied-again': 'deleted.refusals.applied-again',
  'not-deleted': 'deleted.refusals.not-deleted',
} as const satisfies Record<RestoreRefusal, MessageKey>;

interface RestoreDialogProps {
  readonly plan: RestorePlan;
  readonly rows: readonly DeletedRow[];
  readonly isBusy: boolean;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}

/** C14: who cannot be restored and why, before the others are. */
export function RestoreDialog({ plan, rows, isBusy, onRestore, onClose }: RestoreDialogProps) {
  const { t } = useTranslation();
  const count = plan.included.length;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return (
    <Dialog opened onClose={onClose} title={t('deleted.restore')}>
      <p>{t('deleted.leftOut', { count: plan.excluded.length })}</p>
      <ul className={classes['refused']}>
        {plan.excluded.map(({ applicationId, reason }) => (
          <li key={applicationId}>
            <b>{rowOf.get(applicationId)?.name}</b>
            <span>{t(REFUSAL_WORDS[reason], { vacancy: rowOf.get(applicationId)?.vacancy?.title ?? '' })}</span>
          </li>
        ))}
      </ul>
      <div className={classes['foot']}>
        <Button onClick={onClose}>{t(count === 0 ? 'common.close' : 'common.cancel')}</Button>
        {count === 0 ? null : (
          <Button variant="filled" loading={isBusy} onClick={onRestore}>
            {t('deleted.restoreCount', { count })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
