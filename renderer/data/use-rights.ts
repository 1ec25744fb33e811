import { useMemo } from 'react';
import { rightsOf } from '../../shared/domain/rights.js';
import type { Right } from '../../shared/records/recruiter.js';
import type { Roster } from './roster/rows.js';
import { usePreferences, useRoster } from './use-session.js';

/** C19: what the person who works here may do. */
export function useRights(): readonly Right[] {
  const { recruiterId } = usePreferences();
  const select = useMemo(() => (roster: Roster) => rightsOf(recruiterId, roster.recruiters), [recruiterId]);
  return useRoster(select);
}
