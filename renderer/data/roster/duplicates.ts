import { suggestDuplicates, type DuplicatePair } from '../../../shared/domain/suggest-duplicates.js';
import type { PersonRow, Roster } from './rows.js';
import { selectWhenChanged } from './select-when-changed.js';

/** What people are told apart by, and what the rows of a pair show. */
const pairsIn = selectWhenChanged(['person', 'document'], ({ people }) => suggestDuplicates(people.values()));

/** G-13: who may have been captured twice; looked for again only after a person changed. */
export function duplicatesIn(roster: Roster): readonly DuplicatePair<PersonRow>[] {
  return pairsIn(roster);
}
