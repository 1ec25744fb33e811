import type { ReactNode, SubmitEvent } from 'react';
import { DockedBar } from './docked-bar.js';
import classes from './form-page.module.css';

interface FormPageProps {
  /** What the bar at the foot is called for screen readers: the form's title. */
  readonly label: string;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly children: ReactNode;
  /** Buttons of the foot, the primary one last. */
  readonly actions: ReactNode;
  /** Quiet words left in the foot. */
  readonly note?: ReactNode;
  /** What a button of the foot found: stands right above it, however far the fields are scrolled. */
  readonly report?: ReactNode;
}

/** A page that is one form, with its buttons docked at the foot. */
export function FormPage({ label, onSubmit, children, actions, note, report }: FormPageProps) {
  return (
    <form className={classes['page']} onSubmit={onSubmit} autoComplete="off" noValidate>
      <div className={classes['fields']}>
        <div className={classes['grid']}>{children}</div>
      </div>
      {report}
      <DockedBar label={label}>
        <div>{note}</div>
        <span className={classes['end']} />
        {actions}
      </DockedBar>
    </form>
  );
}

/** Both columns of a form. */
export function WideField({ children }: { readonly children: ReactNode }) {
  return <div className={classes['wide']}>{children}</div>;
}

interface FormSectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** A titled part of a form, over both columns. */
export function FormSection({ title, hint, children }: FormSectionProps) {
  return (
    <section className={classes['section']}>
      <h2>{title}</h2>
      {hint === undefined ? null : <p>{hint}</p>}
      {children}
    </section>
  );
}
