import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './field-error.module.css';
import { tagIcon } from './icon-props.js';

/** What is wrong with a field, in words, for the `error` of any input. What was typed stays. */
export function FieldError({ children }: { readonly children: ReactNode }) {
  return (
    <span className={classes['line']}>
      <IconAlertTriangle {...tagIcon} />
      {children}
    </span>
  );
}
