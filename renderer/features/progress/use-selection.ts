import { useCallback, useMemo, useState } from 'react';
import type { Selection } from '../../../shared/domain/progress-action.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { selectionOf } from './selection-of.js';

export interface SelectionControl {
  readonly selection: Selection;
  readonly selectionNow: () => Selection;
  readonly leaveOut: (done: readonly ApplicationId[]) => Selection;
  readonly bringBack: (taken: readonly ApplicationId[]) => Selection;
}

/** The people as the roster has them, and once more as it has them at any later moment; without those already done. */
export function useSelection(applicationIds: readonly ApplicationId[]): SelectionControl {
  const { roster } = useSession();
  const today = useCalendarDate(useFormats().zone);
  const [done, setDone] = useState<readonly ApplicationId[]>([]);
  const selectWithout = useCallback(
    (without: readonly ApplicationId[]) => {
      const out = new Set(without);
      const wanted = applicationIds.filter((id) => !out.has(id));
      return (current: Roster) => selectionOf(current, wanted, today);
    },
    [applicationIds, today],
  );
  const select = useMemo(() => selectWithout(done), [selectWithout, done]);
  const put = (next: readonly ApplicationId[]): Selection => {
    setDone(next);
    return selectWithout(next)(roster.current());
  };
  return {
    selection: useRoster(select),
    selectionNow: () => select(roster.current()),
    leaveOut: (also) => put([...done, ...also]),
    bringBack: (taken) => put(done.filter((id) => !taken.includes(id))),
  };
}
