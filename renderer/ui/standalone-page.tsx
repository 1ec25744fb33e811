import type { ReactNode } from 'react';
import { Mark } from './mark.js';
import classes from './standalone-page.module.css';
import { usePageTitle } from './use-page-title.js';

interface StandalonePageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A page of its own before or instead of the application: starting, already open, cannot open, a fault. */
export function StandalonePage({ title, children, actions }: StandalonePageProps) {
  usePageTitle(title);
  return (
    <div className={classes['page']}>
      <header className={classes['bar']}>
        <Mark />
      </header>
      <main className={classes['main']}>
        <h1>{title}</h1>
        {children}
        {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
      </main>
    </div>
  );
}
