import { useCallback } from 'react';
import { duplicatesOf, type DuplicatePair } from '../../shared/domain/suggest-duplicates.js';
import type { PersonId } from '../../shared/records/primitives.js';
import { duplicatesIn } from './roster/duplicates.js';
import type { PersonRow, Roster } from './roster/rows.js';
import { useHasRight } from './use-rights.js';
import { useRoster } from './use-session.js';

const NONE: readonly DuplicatePair<PersonRow>[] = [];

const nobody = () => NONE;

/** G-13: who may have been captured twice; nobody for those who may not say so. */
export function useDuplicates(): readonly DuplicatePair<PersonRow>[] {
  return useRoster(useHasRight('add-candidates') ? duplicatesIn : nobody);
}

/** The same of one person. */
export function useDuplicatesOf(id: PersonId): readonly DuplicatePair<PersonRow>[] {
  const mayMerge = useHasRight('add-candidates');
  const find = useCallback(
    ({ people }: Roster) => {
      const person = mayMerge ? people.get(id) : undefined;
      return person === undefined ? NONE : duplicatesOf(person, people.values());
    },
    [id, mayMerge],
  );
  return useRoster(find);
}
