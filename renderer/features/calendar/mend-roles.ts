const TABLE_ROLES = ['table', 'rowgroup', 'row', 'cell', 'columnheader'].map((role) => `[role="${role}"]`).join(', ');

/** Mends the roles now and whenever the component draws anew, which it also does by itself; answers what ends it. */
export function keepRolesMended(frame: HTMLElement, name: string): () => void {
  mendRoles(frame, name);
  const observer = new MutationObserver(() => {
    mendRoles(frame, name);
  });
  observer.observe(frame, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
  };
}

/**
 * The component says table where there is none: rows without cells in day and week, buttons between the cells of the month,
 * and its name in English. What it shows are days with buttons in them, and that is what they are here; the table is the
 * agenda. What scrolls can be reached by keyboard.
 */
function mendRoles(frame: HTMLElement, name: string): void {
  for (const element of frame.querySelectorAll(TABLE_ROLES)) {
    element.removeAttribute('role');
    element.removeAttribute('aria-label');
  }
  const hours = frame.querySelector('.rbc-time-content');
  if (hours === null) return;
  hours.setAttribute('tabindex', '0');
  beGroup(hours, name);
  nameColumns(frame);
}

/** An entry says its hour; on which day, whose or where, says the column that it stands in. */
function nameColumns(frame: HTMLElement): void {
  const parted = frame.querySelectorAll<HTMLElement>('.rbc-row-resource [data-column]');
  const heads = parted.length > 0 ? parted : frame.querySelectorAll<HTMLElement>('.rbc-time-header-cell [data-column]');
  for (const [at, column] of [...frame.querySelectorAll('.rbc-day-slot')].entries()) {
    beGroup(column, heads[at]?.dataset['column'] ?? '');
  }
}

function beGroup(element: Element, name: string): void {
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', name);
}
