import { useMemo } from 'react';
import type { RecruiterId } from '../../shared/records/primitives.js';
import type { Roster } from './roster/rows.js';
import { useRoster } from './use-session.js';

const NOBODY: readonly RecruiterId[] = [];

/** Those who work here, and those who are meant already though they no longer do. */
export function useRecruitersAtWork(meant: readonly RecruiterId[] = NOBODY) {
  const select = useMemo(
    () =>
      ({ recruiters }: Roster) =>
        [...recruiters.values()].filter(({ id, active }) => active || meant.includes(id)),
    [meant],
  );
  return useRoster(select);
}
