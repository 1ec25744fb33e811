import type { ContractRow } from '../../../shared/domain/progress-actions/employment-contract.js';
import type { EmploymentTerms } from '../../../shared/records/contract.js';

/** A column of what is agreed; one of the organisation's own tags by its name. */
export type FillColumn = Exclude<keyof EmploymentTerms, 'own'> | { readonly own: string };

/** What stands in one row's cell, in the same column of all rows below it, in the order of the people. */
export function fillDown(
  rows: Readonly<Record<string, ContractRow>>,
  order: readonly string[],
  from: string,
  column: FillColumn,
): Readonly<Record<string, ContractRow>> {
  const source = rows[from]?.terms;
  const at = order.indexOf(from);
  if (source === undefined || at < 0) return rows;
  const filled = { ...rows };
  for (const id of order.slice(at + 1)) {
    const row = rows[id];
    if (row !== undefined) filled[id] = { ...row, terms: withColumn(row.terms, source, column) };
  }
  return filled;
}

function withColumn(terms: EmploymentTerms, source: EmploymentTerms, column: FillColumn): EmploymentTerms {
  if (typeof column === 'string') return { ...terms, [column]: source[column] };
  return { ...terms, own: { ...terms.own, [column.own]: source.own[column.own] ?? '' } };
}
