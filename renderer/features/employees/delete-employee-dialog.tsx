import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import classes from './employee-dialogs.module.css';
import type { EmployeeRow } from './employee-rows.js';
import { useEmployment } from './use-employment.js';

interface DeleteEmployeeDialogProps {
  readonly row: EmployeeRow;
  readonly onClose: () => void;
}

/** G-10: says what becomes of the person before it is done. */
export function DeleteEmployeeDialog({ row, onClose }: DeleteEmployeeDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { end, saving } = useEmployment(row);
  const vacancy = row.vacancy ?? t('dossier.vacancyGone');
  const confirm = async (): Promise<void> => {
    if (await end()) await navigate({ to: '/employees' });
  };
  return (
    <Dialog opened onClose={onClose} title={t('employees.deleteTitle', { name: row.name })}>
      <div className={classes['form']}>
        <p>{t('employees.deleteText', { status: t('common.statusRestored'), vacancy })}</p>
        <p>{t('employees.deleteKeeps')}</p>
        <div className={classes['actions']}>
          <Button data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="filled" data-danger loading={saving} onClick={() => void confirm()}>
            {t('employees.delete')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
