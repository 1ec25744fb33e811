import { useEffect, useRef, type ReactNode } from 'react';
import classes from './details-step.module.css';
import type { MailActionControl } from './use-mail-action.js';

/** The action's own fields; the cursor goes to the first, or to what must be put right. */
export function DetailsStep({
  checks,
  children,
}: Pick<MailActionControl, 'checks'> & { readonly children: ReactNode }) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const find = (what: string) => fields.current?.querySelector<HTMLElement>(what) ?? null;
    const wrong = find('[aria-invalid="true"]');
    // A choice that is wrong marks its group: the cursor goes into it.
    (wrong?.querySelector<HTMLElement>('input') ?? wrong ?? find('[data-autofocus]') ?? find('input'))?.focus();
  }, [checks]);
  return (
    <div ref={fields} className={classes['details']}>
      {children}
    </div>
  );
}
