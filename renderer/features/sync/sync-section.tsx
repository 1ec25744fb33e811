import { useId, type ReactNode } from 'react';
import classes from './sync-section.module.css';

interface SyncSectionProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A part of *Sync and conflicts*: what it is, what it is for, and a list. */
export function SyncSection({ title, lead, children }: SyncSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes['section']}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      {children}
    </section>
  );
}
