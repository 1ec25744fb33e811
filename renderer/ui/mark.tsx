import classes from './mark.module.css';

/** The flag at the stand, and the name. */
export function Mark() {
  return (
    <span className={classes['mark']}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M4 13V2" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
        <path d="M4 2.2 12.6 5.5 4 8.8z" fill="currentColor" />
        <path d="M.9 13.6h14.2" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      </svg>
      <span>Fairdesk</span>
    </span>
  );
}
