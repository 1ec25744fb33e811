import { useCallback } from 'react';
import type { Roster } from '../../data/roster/rows.js';
import { usePreferences, useRoster } from '../../data/use-session.js';

/** Whether who is working here may change the organisation and the rights of others (G-9). */
export function useMayAdminister(): boolean {
  const { recruiterId } = usePreferences();
  const select = useCallback(
    (roster: Roster) =>
      [...roster.recruiters.values()].some(({ id, rights }) => id === recruiterId && rights.includes('administer')),
    [recruiterId],
  );
  return useRoster(select);
}
