import type { ReactNode } from 'react';
import { useFormats, type Formats } from '../formats.js';
import classes from './report.module.css';
import type { Report, ReportCell, ReportColumn } from './report.js';

interface ReportTableProps {
  readonly report: Report;
  readonly label: string;
}

/** The figures of a report, readable without its plot. It scrolls sideways where the window is narrower than its words. */
export function ReportTable({ report: { columns, rows, totals }, label }: ReportTableProps) {
  return (
    // A place that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['scroll']} role="region" aria-label={label} tabIndex={0}>
      <table className={classes['table']} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ name, number = false }) => (
              <th key={name} scope="col" data-number={number || undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <Row key={key} cells={cells} columns={columns} />
          ))}
        </tbody>
        {totals === undefined ? null : (
          <tfoot>
            <Row cells={totals} columns={columns} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface RowProps {
  readonly cells: readonly ReportCell[];
  readonly columns: readonly ReportColumn[];
}

function Row({ cells, columns }: RowProps) {
  const formats = useFormats();
  return (
    <tr>
      {cells.map((cell, at) => {
        const column = columns[at];
        const Cell = at === 0 ? 'th' : 'td';
        return (
          <Cell
            key={column?.name}
            scope={at === 0 ? 'row' : undefined}
            data-number={column?.number === true || undefined}
          >
            {shownOf(cell, formats)}
          </Cell>
        );
      })}
    </tr>
  );
}

function shownOf(cell: ReportCell, formats: Formats): ReactNode {
  if (cell === null || typeof cell === 'string') return cell;
  if (typeof cell === 'number') return formats.number(cell);
  return 'shown' in cell ? cell.shown : formats.calendarDate(cell.date);
}
