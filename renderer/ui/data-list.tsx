import type { ReactNode } from 'react';
import classes from './data-list.module.css';

interface DataListProps {
  readonly rows: readonly { readonly term: string; readonly value: ReactNode }[];
}

/** Terms and their values, in two columns. Rows without a value are the caller's to leave out. */
export function DataList({ rows }: DataListProps) {
  return (
    <dl className={classes['list']}>
      {rows.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
