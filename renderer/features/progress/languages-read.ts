import type { Selection } from '../../../shared/domain/progress-action.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { MailAction } from './mail-action.js';
import { countByLanguage } from './selection-of.js';

/** How many read each language of what these fields write, about these people; languages that nobody reads are not in it. */
export function languagesRead<Fields extends object>(
  { audience, medium }: Pick<MailAction<Fields>, 'audience' | 'medium'>,
  fields: Fields,
  people: Selection,
): ReadonlyMap<Language, number> {
  if (audience === undefined) return countByLanguage(people, medium);
  if (audience.of === 'all') return audience.languages(fields);
  // About each of them, with an address or without.
  return people.length === 0 ? new Map() : new Map([[audience.language(fields), people.length]]);
}
