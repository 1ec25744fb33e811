/**
 * The component's roles say table where there is none: in day and week it makes a group of rows without rows. In the month
 * they are right, but its name is in English. What remains is listed in docs/calendar.md; the agenda is the form for which
 * nothing remains.
 */
export function mendRoles(frame: HTMLElement, view: string, name: string): void {
  if (view === 'month') {
    frame.querySelector('.rbc-month-view')?.setAttribute('aria-label', name);
    return;
  }
  for (const element of frame.querySelectorAll('.rbc-time-header [role="row"], .rbc-time-header [role="rowgroup"]')) {
    element.removeAttribute('role');
  }
}
