import { Autocomplete, TextInput } from '@mantine/core';
import { IconArrowBarDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTag } from '../../../shared/domain/contract-desk.js';
import type { Applicant, PlanProblem } from '../../../shared/domain/progress-action.js';
import type { ContractRow as Row } from '../../../shared/domain/progress-actions/employment-contract.js';
import { permissionOf } from '../../../shared/domain/progress-permission.js';
import type { EmploymentTerms } from '../../../shared/records/contract.js';
import { tagIcon } from '../../ui/icon-props.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { StatusTag } from '../../ui/status-tag.js';
import { StartDate, TemplateChoice, type StartDateProps } from './contract-cells.js';
import classes from './terms-table.module.css';
import type { FillColumn } from './fill-down.js';
import { nameOf } from './selection-of.js';

export interface Choices {
  readonly positions: string[];
  readonly departments: string[];
  readonly tags: readonly OwnTag[];
}

/** All that a contract says, or only what *Hire* needs (R39). */
export type Extent = 'contract' | 'hire';

interface TermsRowProps {
  readonly applicant: Applicant;
  readonly row: Row;
  readonly choices: Choices;
  readonly extent: Extent;
  /** Those that are about this person. */
  readonly problems: readonly PlanProblem[];
  readonly onChange: (change: Partial<Row>) => void;
  /** Puts what stands in a column into the rows below; null where there is none. */
  readonly onFill: ((column: FillColumn) => void) | null;
}

/** What is agreed with one person. */
export function TermsRow({ applicant, row, choices, extent, problems, onChange, onFill }: TermsRowProps) {
  const { t } = useTranslation();
  const { terms } = row;
  const name = nameOf(applicant);
  const set = (change: Partial<EmploymentTerms>): void => {
    onChange({ terms: { ...terms, ...change } });
  };
  const cell = (column: FillColumn, word: string, tag: string) => ({
    label: t('progress.cell', { column: word, name }),
    column,
    missing: problems.some(({ field }) => field === tag),
    onFill,
  });
  return (
    <tr data-application={applicant.applicationId}>
      <th scope="row">
        <b>{name}</b>
        <span>{t(LANGUAGE_WORDS[applicant.person.language])}</span>
        {permissionOf('employment-contract', applicant.status) === 'asks' ? (
          <StatusTag status={applicant.status} />
        ) : null}
      </th>
      <ChoiceCell
        {...cell('position', t('progress.columnPosition'), 'position')}
        choices={choices.positions}
        value={terms.position}
        onChange={(position) => {
          set({ position });
        }}
      />
      <ChoiceCell
        {...cell('department', t('progress.columnDepartment'), 'department')}
        choices={choices.departments}
        value={terms.department}
        onChange={(department) => {
          set({ department });
        }}
      />
      <DateCell
        {...cell('startDate', t('progress.columnStartDate'), 'start-date')}
        date={terms.startDate}
        typedBefore={row.dateTyped ?? ''}
        onChange={(startDate, typed) => {
          onChange({ terms: { ...terms, startDate }, dateTyped: startDate === null ? typed : '' });
        }}
      />
      {extent === 'hire' ? null : (
        <MoreCells applicant={applicant} row={row} choices={choices} cell={cell} set={set} onChange={onChange} />
      )}
    </tr>
  );
}

interface MoreCellsProps extends Pick<TermsRowProps, 'applicant' | 'row' | 'choices' | 'onChange'> {
  readonly cell: (column: FillColumn, word: string, tag: string) => Omit<CellProps<never>, 'onChange'>;
  readonly set: (change: Partial<EmploymentTerms>) => void;
}

/** What only a contract says. */
function MoreCells({ applicant, row, choices, cell, set, onChange }: MoreCellsProps) {
  const { t } = useTranslation();
  const { terms } = row;
  return (
    <>
      <TextCell
        {...cell('salary', t('progress.columnSalary'), 'salary')}
        placeholder={t('progress.salaryExample')}
        value={terms.salary}
        onChange={(salary) => {
          set({ salary });
        }}
      />
      {choices.tags.map((tag) => (
        <TextCell
          key={tag.name}
          {...cell({ own: tag.name }, tag.label, tag.name)}
          value={terms.own[tag.name] ?? ''}
          onChange={(value) => {
            set({ own: { ...terms.own, [tag.name]: value } });
          }}
        />
      ))}
      <td>
        <TemplateChoice
          label={t('progress.cell', { column: t('progress.columnTemplate'), name: nameOf(applicant) })}
          applicant={applicant}
          row={row}
          onChange={(template) => {
            onChange({ template });
          }}
        />
      </td>
    </>
  );
}

interface CellProps<Value> {
  readonly label: string;
  readonly column: FillColumn;
  readonly missing: boolean;
  readonly onChange: (value: Value) => void;
  readonly onFill: TermsRowProps['onFill'];
}

/** A cell whose value can go into those below: by the keyboard's own way (the table knows it), or its corner. */
function FillCell({
  column,
  label,
  onFill,
  className,
  children,
}: Pick<CellProps<never>, 'column' | 'label' | 'onFill'> & {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <td className={className} data-column={typeof column === 'string' ? column : undefined} data-own={ownOf(column)}>
      {children}
      {onFill === null ? null : (
        <button
          type="button"
          className={classes['fill']}
          tabIndex={-1}
          aria-label={`${t('progress.fillDown')}: ${label}`}
          title={t('progress.fillDown')}
          onClick={() => {
            onFill(column);
          }}
        >
          <IconArrowBarDown {...tagIcon} />
        </button>
      )}
    </td>
  );
}

function ownOf(column: FillColumn): string | undefined {
  return typeof column === 'string' ? undefined : column.own;
}

function TextCell(props: CellProps<string> & { readonly value: string; readonly placeholder?: string }) {
  const { label, placeholder = '', value, missing, onChange } = props;
  return (
    <FillCell {...props}>
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
    </FillCell>
  );
}

function ChoiceCell(props: CellProps<string> & { readonly value: string; readonly choices: string[] }) {
  const { label, choices, value, missing, onChange } = props;
  return (
    <FillCell {...props} className={classes['choice']}>
      <Autocomplete
        aria-label={label}
        data={choices}
        maxLength={200}
        autoComplete="off"
        value={value}
        error={missing}
        onChange={onChange}
      />
    </FillCell>
  );
}

function DateCell(
  props: Omit<CellProps<never>, 'onChange'> & Pick<StartDateProps, 'date' | 'typedBefore' | 'onChange'>,
) {
  const { label, date, typedBefore, missing, onChange } = props;
  return (
    <FillCell {...props} className={classes['date']}>
      <StartDate label={label} date={date} typedBefore={typedBefore} missing={missing} onChange={onChange} />
    </FillCell>
  );
}
