import { useMemo } from 'react';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';

/** The names of recruiters, as a list in words. */
export function useRecruiterNames(ids: readonly RecruiterId[]): string {
  const select = useMemo(
    () => (roster: Roster) => ids.flatMap((id) => roster.recruiters.get(id)?.name ?? []).join(', '),
    [ids],
  );
  return useRoster(select);
}
