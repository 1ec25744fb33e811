import { Checkbox } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContractFields } from '../../../shared/domain/progress-actions/employment-contract.js';
import { otherOpenApplications, type HireFields } from '../../../shared/domain/progress-actions/hire.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import classes from './hire-form.module.css';
import type { ActionFormProps } from './mail-action.js';
import { nameOf } from './selection-of.js';
import { TermsTable } from './terms-table.js';

/** With a row for each person as the table of terms has it. */
export type HireFormFields = HireFields & Pick<ContractFields, 'rows'>;

/** R39: position and department of each; C24: their other open applications, each to be left or marked Withdrawn. */
export function HireForm({ fields, selection, problems, onChange }: ActionFormProps<HireFormFields>) {
  const { t } = useTranslation();
  const find = useCallback(
    (roster: Roster) =>
      otherOpenApplications(selection, { applicationsOf: (person) => roster.applicationsOf(person) }).map((other) => ({
        ...other,
        title: roster.vacancies.get(other.application.vacancyId)?.title ?? '',
      })),
    [selection],
  );
  const others = useRoster(find);
  return (
    <div className={classes['form']}>
      <TermsTable
        rows={fields.rows}
        selection={selection}
        problems={problems}
        extent="hire"
        hint={t('progress.hireHint')}
        onChange={(rows) => {
          onChange({ rows });
        }}
      />
      {others.length === 0 ? null : (
        <fieldset className={classes['others']}>
          <legend>{t('progress.hireOthers')}</legend>
          <p>{t('progress.hireOthersHint')}</p>
          {others.map(({ applicant, application: { id, status }, title }) => (
            <Checkbox
              key={id}
              label={t('progress.hireOther', { name: nameOf(applicant), title, status: t(STATUS_LOOKS[status].word) })}
              checked={fields.alsoWithdrawn.includes(id)}
              onChange={({ currentTarget: { checked } }) => {
                const rest = fields.alsoWithdrawn.filter((one) => one !== id);
                onChange({ alsoWithdrawn: checked ? [...rest, id] : rest });
              }}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
