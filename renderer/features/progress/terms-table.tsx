import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanProblem, Selection } from '../../../shared/domain/progress-action.js';
import type { ContractFields } from '../../../shared/domain/progress-actions/employment-contract.js';
import { EmploymentTerms } from '../../../shared/records/contract.js';
import { ownTagsOf } from '../../data/contract-desk.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { useShortcut } from '../../state/shortcuts.js';
import { keyLabel } from '../../ui/key-label.js';
import classes from './terms-table.module.css';
import { TermsRow, type Choices, type Extent } from './terms-row.js';
import { fillDown, type FillColumn } from './fill-down.js';
import { ProblemLines } from './problem-lines.js';

type Rows = ContractFields['rows'];

const FILL_KEYS = 'Mod+D';

function choicesOf(roster: Roster): Choices {
  return {
    positions: [...(roster.organisation?.positions ?? [])],
    departments: [...(roster.organisation?.departments ?? [])],
    tags: ownTagsOf(roster),
  };
}

interface TermsTableProps {
  readonly rows: Rows;
  readonly selection: Selection;
  readonly problems: readonly PlanProblem[];
  /** All that a contract says, or only what *Hire* needs (R39). */
  readonly extent: Extent;
  /** Why it is asked. */
  readonly hint: string;
  readonly onChange: (rows: Rows) => void;
}

/** C30: what is agreed, one row for each person; what was agreed before stands in it already (C24). */
export function TermsTable({ rows, selection, problems, extent, hint, onChange }: TermsTableProps) {
  const { t } = useTranslation();
  const choices = useRoster(choicesOf);
  const order = selection.map(({ applicationId }) => applicationId).filter((id) => rows[id] !== undefined);
  const [filled, setFilled] = useState<{ readonly before: Rows; readonly count: number } | null>(null);
  const fill = (from: string, column: FillColumn): void => {
    const count = order.length - 1 - order.findIndex((id) => id === from);
    if (count === 0) return;
    setFilled({ before: rows, count });
    onChange(fillDown(rows, order, from, column));
  };
  useFillKeys(order.length > 1 ? fill : null);
  return (
    <div className={classes['form']}>
      <p className={classes['hint']}>
        {hint} {order.length > 1 ? t('progress.fillHint', { keys: keyLabel(FILL_KEYS) }) : null}
      </p>
      {problems.length === 0 ? null : (
        <div role="alert" className={classes['problems']}>
          <ProblemLines problems={problems} />
        </div>
      )}
      <div className={classes['scroller']}>
        <table className={classes['table']}>
          <Head choices={choices} extent={extent} />
          <tbody>
            {selection.map((applicant) => {
              const { applicationId } = applicant;
              const row = rows[applicationId];
              return row === undefined ? null : (
                <TermsRow
                  key={applicationId}
                  applicant={applicant}
                  row={row}
                  choices={choices}
                  extent={extent}
                  problems={problems.filter(({ applicationIds }) => applicationIds.includes(applicationId))}
                  onFill={
                    applicationId === order.at(-1)
                      ? null
                      : (column) => {
                          fill(applicationId, column);
                        }
                  }
                  onChange={(change) => {
                    setFilled(null);
                    onChange({ ...rows, [applicationId]: { ...row, ...change } });
                  }}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={classes['filled']} role="status">
        {filled === null ? null : (
          <>
            {t('progress.filledDown', { count: filled.count })}{' '}
            <Anchor
              component="button"
              type="button"
              onClick={() => {
                onChange(filled.before);
                setFilled(null);
              }}
            >
              {t('common.undo')}
            </Anchor>
          </>
        )}
      </p>
    </div>
  );
}

function Head({ choices, extent }: { readonly choices: Choices; readonly extent: Extent }) {
  const { t } = useTranslation();
  const columns = [
    t('progress.columnApplicant'),
    t('progress.columnPosition'),
    t('progress.columnDepartment'),
    t('progress.columnStartDate'),
    ...(extent === 'hire'
      ? []
      : [t('progress.columnSalary'), ...choices.tags.map(({ label }) => label), t('progress.columnTemplate')]),
  ];
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Ctrl+D, as spreadsheets fill down, for the cell that the cursor stands in. */
function useFillKeys(fill: ((from: string, column: FillColumn) => void) | null): void {
  const { t } = useTranslation();
  const run = (): void => {
    const cell = document.activeElement?.closest('td');
    const from = cell?.closest('tr')?.dataset['application'];
    const column = columnOf(cell?.dataset ?? {});
    if (from !== undefined && column !== null) fill?.(from, column);
  };
  useShortcut(fill === null ? null : { keys: FILL_KEYS, label: t('progress.fillDown'), scope: 'dialog', run });
}

const COLUMNS = EmploymentTerms.omit({ own: true }).keyof();

function columnOf({ column, own }: Readonly<DOMStringMap>): FillColumn | null {
  if (own !== undefined) return { own };
  return COLUMNS.safeParse(column).data ?? null;
}
