import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import { largeIcon } from './icon-props.js';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  /** What this place is, in one or two sentences. */
  readonly children: ReactNode;
  /** The one thing to do here. */
  readonly action?: ReactNode;
  /** `h1` where nothing else on the page is a heading. */
  readonly heading?: 'h1' | 'h2';
}

/** A place with nothing in it yet says what it is and offers one action. */
export function EmptyState({ icon: Glyph, title, children, action, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      <Glyph {...largeIcon} />
      <Heading tabIndex={-1}>{title}</Heading>
      <p>{children}</p>
      {action === undefined ? null : <div className={classes['action']}>{action}</div>}
    </div>
  );
}
