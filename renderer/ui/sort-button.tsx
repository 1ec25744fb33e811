import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { tagIcon } from './icon-props.js';
import classes from './sort-button.module.css';

interface SortButtonProps {
  readonly word: string;
  /** Null while the list is sorted by another column. */
  readonly sorted: 'ascending' | 'descending' | null;
  readonly onClick: () => void;
}

/** The head of a column that sorts. */
export function SortButton({ word, sorted, onClick }: SortButtonProps) {
  return (
    <button type="button" className={classes['sort']} data-sorted={sorted !== null || undefined} onClick={onClick}>
      {sorted === null ? null : sorted === 'descending' ? <IconArrowDown {...tagIcon} /> : <IconArrowUp {...tagIcon} />}
      {word}
    </button>
  );
}
