import { useCallback } from 'react';
import { firstCaptured } from '../../../shared/domain/merge-people.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { closeComparison, useDuplicateRequestStore } from '../../state/duplicate-request.js';
import { CompareDialog } from './compare-dialog.js';

/** Shows two people side by side, wherever that is asked for. Nothing once they are one, or one of them is gone. */
export function CompareHost() {
  const { pair, open } = useDuplicateRequestStore();
  const find = useCallback(
    ({ people }: Roster) => {
      const [one, other] = (pair ?? []).map((id) => people.get(id));
      return one === undefined || other === undefined || one.id === other.id ? null : firstCaptured(one, other);
    },
    [pair],
  );
  const found = useRoster(find);
  if (pair === null || found === null) return null;
  return (
    <CompareDialog key={pair.join(' ')} first={found[0]} second={found[1]} open={open} onClose={closeComparison} />
  );
}
