import { useMemo } from 'react';
import type { Dossier } from '../../data/dossier-repository.js';
import type { Roster, StoredReview } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';

/** The requests to panels about any application of this person, newest first: also of one that has moved away (C34). */
export function usePanelReviews({ applications }: Dossier): readonly StoredReview[] {
  const select = useMemo(() => {
    const mine = new Set<string>(applications.map(({ id }) => id));
    return ({ panelReviews }: Roster) =>
      [...panelReviews.values()]
        .filter(({ applicationIds }) => applicationIds.some((id) => mine.has(id)))
        .sort((a, b) => b.requestedAt - a.requestedAt);
  }, [applications]);
  return useRoster(select);
}
