import { useRef, type ReactNode } from 'react';
import classes from './docked-bar.module.css';
import { useHeightVariable } from './use-height-variable.js';

interface DockedBarProps {
  readonly label: string;
  /** `tint` while it is about ticked rows, which have the same ground. */
  readonly tone?: 'page' | 'tint';
  readonly children: ReactNode;
}

/** A bar at the foot of a page. Toasts read its height and stay above it. */
export function DockedBar({ label, tone = 'page', children }: DockedBarProps) {
  const bar = useRef<HTMLElement>(null);
  useHeightVariable(bar, '--fd-docked');
  return (
    <section ref={bar} className={classes['bar']} data-tone={tone} aria-label={label}>
      {children}
    </section>
  );
}
