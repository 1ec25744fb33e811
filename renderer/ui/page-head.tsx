import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import classes from './page-head.module.css';
import { usePageTitle } from './use-page-title.js';

interface PageHeadProps {
  readonly title: string;
  /** What the window is called, where the heading is the same on several pages or holds what somebody typed. */
  readonly windowTitle?: string;
  /** Where this page hangs: links, then words. */
  readonly crumb?: ReactNode;
  /** Quiet words on the title's line. */
  readonly aside?: ReactNode;
  /** Buttons, or counted sections (`HeadSection`). */
  readonly children?: ReactNode;
}

/** The head of a page. Its h1 takes focus after navigation, so that the page is read out and keys start here. */
export function PageHead({ title, windowTitle = title, crumb, aside, children }: PageHeadProps) {
  usePageTitle(windowTitle);
  return (
    <header className={classes['head']}>
      <div className={classes['words']}>
        {crumb === undefined ? null : <div className={classes['crumb']}>{crumb}</div>}
        <div className={classes['line']}>
          <h1 tabIndex={-1}>{title}</h1>
          {aside === undefined ? null : <p>{aside}</p>}
        </div>
      </div>
      {children === undefined ? null : <div className={classes['side']}>{children}</div>}
    </header>
  );
}

/** The strip of counted sections at the right of a page head. */
export function HeadSections({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav className={classes['sections']} aria-label={label}>
      {children}
    </nav>
  );
}

interface HeadSectionProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly count: string;
  readonly label: string;
  readonly active: boolean;
}

function HeadSectionAnchor({ count, label, active, ...rest }: HeadSectionProps) {
  return (
    <a
      {...rest}
      className={classes['section']}
      data-active={active || undefined}
      aria-current={active ? 'page' : undefined}
    >
      <b>{count}</b> <span>{label}</span>
    </a>
  );
}

/** One counted section: a link of the router with its number first, like a timetable. */
export const HeadSection = createLink(HeadSectionAnchor);
