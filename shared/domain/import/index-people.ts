import { digitsOf, type KnownPerson } from '../duplicates.js';
import { nameKey } from '../name-key.js';

/** What of two people can be told to be the same. */
export type Contact = Pick<KnownPerson, 'givenName' | 'familyName' | 'email' | 'phone'>;

/** By what somebody is known; a number alone, with another name, may be a family's or a switchboard's. */
export type KnownBy = 'email' | 'phone' | 'phone-only';

export interface Known<Person> {
  readonly person: Person;
  readonly by: KnownBy;
}

/** Finds who has an e-mail address or a number, without asking everybody. */
export interface PeopleIndex<Person extends Contact> {
  add(person: Person): void;
  /** `phone` in E.164 where it can be read. */
  find(contact: Contact): Known<Person> | null;
}

/** Looked through once, however many are then asked for: rows × people would never end. */
export function indexPeople<Person extends Contact>(people: Iterable<Person> = []): PeopleIndex<Person> {
  const byEmail = new Map<string, Person>();
  const byPhone = new Map<string, Person[]>();
  const add = (person: Person): void => {
    const email = person.email.toLowerCase();
    const phone = digitsOf(person.phone);
    // Whoever was there first is named.
    if (email !== '' && !byEmail.has(email)) byEmail.set(email, person);
    if (phone === '') return;
    const sharing = byPhone.get(phone);
    if (sharing === undefined) byPhone.set(phone, [person]);
    else sharing.push(person);
  };
  for (const person of people) add(person);
  return {
    add,
    find(contact) {
      const email = contact.email.toLowerCase();
      const sameEmail = email === '' ? undefined : byEmail.get(email);
      if (sameEmail !== undefined) return { person: sameEmail, by: 'email' };
      const phone = digitsOf(contact.phone);
      const sharing = phone === '' ? [] : (byPhone.get(phone) ?? []);
      const named = sharing.find((person) => sameName(person, contact));
      const person = named ?? sharing[0];
      return person === undefined ? null : { person, by: named === undefined ? 'phone-only' : 'phone' };
    },
  };
}

function sameName(one: Contact, other: Contact): boolean {
  return nameKey(`${one.givenName} ${one.familyName}`) === nameKey(`${other.givenName} ${other.familyName}`);
}
