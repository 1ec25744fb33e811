import { Autocomplete, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContractFields, ContractRow } from '../../../shared/domain/progress-actions/employment-contract.js';
import type { Applicant, PlanProblem } from '../../../shared/domain/progress-action.js';
import { permissionOf } from '../../../shared/domain/progress-permission.js';
import type { EmploymentTerms } from '../../../shared/records/contract.js';
import { ownTagsOf } from '../../data/contract-desk.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { StatusTag } from '../../ui/status-tag.js';
import { StartDate, TemplateChoice } from './contract-cells.js';
import classes from './contract-form.module.css';
import type { ActionFormProps } from './mail-action.js';
import { ProblemLines } from './problem-lines.js';
import { nameOf } from './selection-of.js';

function choicesOf(roster: Roster) {
  return {
    positions: [...(roster.organisation?.positions ?? [])],
    departments: [...(roster.organisation?.departments ?? [])],
    tags: ownTagsOf(roster),
  };
}
type Choices = ReturnType<typeof choicesOf>;

/** C30: what is personal, one row for each person; what was agreed before stands in it already (C24). */
export function ContractForm({ fields, selection, problems, onChange }: ActionFormProps<ContractFields>) {
  const { t } = useTranslation();
  const choices = useRoster(choicesOf);
  const columns = [
    t('progress.columnPosition'),
    t('progress.columnDepartment'),
    t('progress.columnStartDate'),
    t('progress.columnSalary'),
    ...choices.tags.map(({ label }) => label),
    t('progress.columnTemplate'),
  ];
  return (
    <div className={classes['form']}>
      <p className={classes['hint']}>{t('progress.contractHint')}</p>
      {problems.length === 0 ? null : (
        <div role="alert" className={classes['problems']}>
          <ProblemLines problems={problems} />
        </div>
      )}
      <div className={classes['scroller']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('progress.columnApplicant')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {selection.map((applicant) => {
              const row = fields.rows[applicant.applicationId];
              return row === undefined ? null : (
                <Row
                  key={applicant.applicationId}
                  applicant={applicant}
                  row={row}
                  choices={choices}
                  problems={problems.filter(({ applicationIds }) => applicationIds.includes(applicant.applicationId))}
                  onChange={(change) => {
                    onChange({ rows: { ...fields.rows, [applicant.applicationId]: { ...row, ...change } } });
                  }}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface RowProps {
  readonly applicant: Applicant;
  readonly row: ContractRow;
  readonly choices: Choices;
  /** Those that are about this person. */
  readonly problems: readonly PlanProblem[];
  readonly onChange: (change: Partial<ContractRow>) => void;
}

function Row({ applicant, row, choices, problems, onChange }: RowProps) {
  const { t } = useTranslation();
  const { terms } = row;
  const name = nameOf(applicant);
  const set = (change: Partial<EmploymentTerms>): void => {
    onChange({ terms: { ...terms, ...change } });
  };
  const label = (column: string): string => t('progress.cell', { column, name });
  const isMissing = (tag: string): boolean => problems.some(({ field }) => field === tag);
  return (
    <tr>
      <th scope="row">
        <b>{name}</b>
        <span>{t(LANGUAGE_WORDS[applicant.person.language])}</span>
        {permissionOf('employment-contract', applicant.status) === 'asks' ? (
          <StatusTag status={applicant.status} />
        ) : null}
      </th>
      <ChoiceCell
        label={label(t('progress.columnPosition'))}
        choices={choices.positions}
        value={terms.position}
        missing={isMissing('position')}
        onChange={(position) => {
          set({ position });
        }}
      />
      <ChoiceCell
        label={label(t('progress.columnDepartment'))}
        choices={choices.departments}
        value={terms.department}
        missing={isMissing('department')}
        onChange={(department) => {
          set({ department });
        }}
      />
      <td className={classes['date']}>
        <StartDate
          label={label(t('progress.columnStartDate'))}
          date={terms.startDate}
          missing={isMissing('start-date')}
          onChange={(startDate) => {
            set({ startDate });
          }}
        />
      </td>
      <TextCell
        label={label(t('progress.columnSalary'))}
        placeholder={t('progress.salaryExample')}
        value={terms.salary}
        missing={isMissing('salary')}
        onChange={(salary) => {
          set({ salary });
        }}
      />
      {choices.tags.map((tag) => (
        <TextCell
          key={tag.id}
          label={label(tag.label)}
          value={terms.own[tag.name] ?? ''}
          missing={isMissing(tag.name)}
          onChange={(value) => {
            set({ own: { ...terms.own, [tag.name]: value } });
          }}
        />
      ))}
      <td>
        <TemplateChoice
          label={label(t('progress.columnTemplate'))}
          applicant={applicant}
          row={row}
          onChange={(template) => {
            onChange({ template });
          }}
        />
      </td>
    </tr>
  );
}

interface TextCellProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
}

function TextCell({ label, placeholder = '', value, missing, onChange }: TextCellProps) {
  return (
    <td>
      <TextInput
        aria-label={label}
        placeholder={placeholder}
        maxLength={200}
        autoComplete="off"
        value={value}
        error={missing}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      />
    </td>
  );
}

interface ChoiceCellProps extends Omit<TextCellProps, 'placeholder'> {
  readonly choices: string[];
}

function ChoiceCell({ label, choices, value, missing, onChange }: ChoiceCellProps) {
  return (
    <td className={classes['choice']}>
      <Autocomplete
        aria-label={label}
        data={choices}
        maxLength={200}
        autoComplete="off"
        value={value}
        error={missing}
        onChange={onChange}
      />
    </td>
  );
}
