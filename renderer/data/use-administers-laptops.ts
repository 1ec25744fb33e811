import { useCallback } from 'react';
import { rightsOf } from '../../shared/domain/rights.js';
import type { Roster } from './roster/rows.js';
import { usePreferences, useRoster } from './use-session.js';
import { useSync } from './use-sync.js';

/** G-9: whether the server takes this laptop's word about other laptops: its owner administers, or who works at it where it is everybody's. */
export function useAdministersLaptops(): boolean {
  const { standing } = useSync();
  const { recruiterId } = usePreferences();
  const whose = standing?.recruiterId ?? recruiterId;
  return useRoster(
    useCallback(
      ({ recruiters }: Roster) => whose !== null && rightsOf(whose, recruiters).includes('administer'),
      [whose],
    ),
  );
}
