import { Autocomplete, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { unfilledTerms, type NeededTerm } from '../../../shared/domain/agree-on.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { DateField } from '../../ui/date-field.js';
import { Dialog } from '../../ui/dialog.js';
import { readDate } from '../../ui/read-typed.js';
import { useCheckedForm, type Problems } from '../../ui/use-checked-form.js';
import classes from './employee-dialogs.module.css';
import type { EmployeeRow } from './employee-rows.js';
import { useEmployment } from './use-employment.js';

/** As typed. */
type TermsValues = Readonly<Record<'position' | 'department' | 'startDate', string>>;

const FIELD_OF = {
  position: 'position',
  department: 'department',
  'start-date': 'startDate',
} as const satisfies Record<NeededTerm, keyof TermsValues>;

function check(values: TermsValues): Problems {
  const missing = unfilledTerms({ ...values, startDate: readDate(values.startDate) });
  return Object.fromEntries(
    missing.map((term) => [
      FIELD_OF[term],
      term === 'start-date' && values.startDate.trim() !== '' ? 'common.invalidDate' : 'common.required',
    ]),
  );
}

function choicesOf({ organisation }: Roster) {
  return { positions: [...(organisation?.positions ?? [])], departments: [...(organisation?.departments ?? [])] };
}

interface EditTermsDialogProps {
  readonly row: EmployeeRow;
  readonly onClose: () => void;
}

/** What was agreed, for changing (R39, G-10); what a contract says besides stays as it is. */
export function EditTermsDialog({ row, onClose }: EditTermsDialogProps) {
  const { t } = useTranslation();
  const { positions, departments } = useRoster(choicesOf);
  const { agree, saving } = useEmployment(row);
  const { position, department, startDate } = row.terms;
  const { field, submit, form } = useCheckedForm<TermsValues>({
    initialValues: { position, department, startDate: startDate ?? '' },
    check,
  });
  const save = async (values: TermsValues): Promise<void> => {
    const agreed = await agree({
      ...row.terms,
      position: values.position.trim(),
      department: values.department.trim(),
      startDate: readDate(values.startDate),
    });
    if (agreed) onClose();
  };
  const { error } = field('startDate');
  return (
    <Dialog opened onClose={onClose} title={t('employees.edit', { name: row.name })}>
      <form className={classes['form']} noValidate onSubmit={submit((values) => void save(values))}>
        <Autocomplete
          label={t('progress.columnPosition')}
          data={positions}
          maxLength={200}
          autoComplete="off"
          data-autofocus
          {...field('position')}
        />
        <Autocomplete
          label={t('progress.columnDepartment')}
          data={departments}
          maxLength={200}
          autoComplete="off"
          {...field('department')}
        />
        <DateField
          label={t('progress.columnStartDate')}
          value={form.values.startDate}
          error={error}
          onChange={(typed) => {
            form.setFieldValue('startDate', typed);
          }}
        />
        <div className={classes['actions']}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={saving}>
            {t('common.saveChanges')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
