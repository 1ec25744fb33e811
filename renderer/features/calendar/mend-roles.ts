const TABLE_ROLES = ['table', 'rowgroup', 'row', 'cell', 'columnheader'].map((role) => `[role="${role}"]`).join(', ');

/**
 * The component says table where there is none: rows without cells in day and week, buttons between the cells of the month,
 * and its name in English. What it shows are days with buttons in them, and that is what they are here; the table is the
 * agenda. What scrolls can be reached by keyboard.
 */
export function mendRoles(frame: HTMLElement, name: string): void {
  for (const element of frame.querySelectorAll(TABLE_ROLES)) {
    element.removeAttribute('role');
    element.removeAttribute('aria-label');
  }
  const hours = frame.querySelector('.rbc-time-content');
  if (hours === null) return;
  hours.setAttribute('tabindex', '0');
  hours.setAttribute('role', 'group');
  hours.setAttribute('aria-label', name);
}
