import type { Person } from '../../../shared/records/person.js';

/** First name and surname, of which one may be missing. */
export function nameOf({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`.trim();
}
