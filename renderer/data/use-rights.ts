import { useMemo } from 'react';
import type { Right } from '../../shared/records/recruiter.js';
import type { Roster } from './roster/rows.js';
import { usePreferences, useRoster } from './use-session.js';

const NONE: readonly Right[] = [];

/** C19: what the person who works here may do. */
export function useRights(): readonly Right[] {
  const { recruiterId } = usePreferences();
  const select = useMemo(
    () => (roster: Roster) => [...roster.recruiters.values()].find(({ id }) => id === recruiterId)?.rights ?? NONE,
    [recruiterId],
  );
  return useRoster(select);
}
