import classes from './mark.module.css';

/** The flag at the stand, and the name. */
export function Mark() {
  return (
    <span className={classes['mark']}>
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
        <path d="M5 2.5v11" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
        <path d="M5.6 3h8.4l-2.6 3.1L14 9.2H5.6z" fill="currentColor" />
        <path d="M2 15.4h14" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      </svg>
      <span>Fairdesk</span>
    </span>
  );
}
