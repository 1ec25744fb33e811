import { useCallback } from 'react';
import type { PersonId } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';

/** What people are called, as it stands when it is asked for. */
export function useNamesIn(): (ids: readonly PersonId[]) => readonly string[] {
  const session = useSession();
  return useCallback(
    (ids) =>
      ids.flatMap((id) => {
        const person = session.roster.current().people.get(id);
        return person === undefined ? [] : [`${person.givenName} ${person.familyName}`.trim()];
      }),
    [session],
  );
}
