import { foldText } from '../../../shared/lib/fold-text.js';
import type { Person } from '../../../shared/records/person.js';
import type { Language } from '../../../shared/records/primitives.js';
import { demoPeople, type DemoCountry } from './demo-source.js';
import { SeededRandom } from './seeded-random.js';

/** Somebody invented, before there is a fair to meet at. */
export interface DemoPerson extends Pick<Person, 'givenName' | 'familyName' | 'email' | 'phone' | 'language'> {
  readonly country: DemoCountry;
  readonly school: string;
  readonly city: string;
}

const LANGUAGE_OF = { se: 'sv', dk: 'da', nl: 'nl', no: 'nb' } as const satisfies Record<DemoCountry, Language>;
const SHARES = [
  { country: 'se', weight: 44 },
  { country: 'no', weight: 20 },
  { country: 'dk', weight: 20 },
  { country: 'nl', weight: 16 },
] as const;
const FROM_ABROAD = 0.11;
const READS_ENGLISH = 0.04;
const WITHOUT_EMAIL = 0.035;

/** The invented people, each with a name of their own; the same ones for the same seed. */
export function makeDemoPeople(count: number, seed: number): readonly DemoPerson[] {
  const random = new SeededRandom(seed);
  const names = new Set<string>();
  const addresses = new Set<string>();
  const phones = fictitiousPhones();
  const people: DemoPerson[] = [];
  while (people.length < count) {
    const { country } = random.pickWeighted(SHARES);
    const fromAbroad = random.chance(FROM_ABROAD);
    const { given, family } = fromAbroad ? demoPeople.abroad : demoPeople[country];
    const givenName = random.pick(given);
    const familyName = random.pick(family);
    const name = `${givenName} ${familyName}`;
    if (names.has(name)) continue;
    names.add(name);
    const { schools, cities } = demoPeople[country];
    const language = fromAbroad || random.chance(READS_ENGLISH) ? 'en' : LANGUAGE_OF[country];
    const withoutEmail = random.chance(WITHOUT_EMAIL);
    const email = withoutEmail ? '' : addressOf(givenName, familyName, addresses);
    const phone = withoutEmail || (country === 'se' && random.chance(0.9)) ? (phones.next().value ?? '') : '';
    const school = random.pick(schools);
    people.push({ country, givenName, familyName, email, phone, language, school, city: random.pick(cities) });
  }
  return people;
}

/** RFC 2606: nothing under example.com reaches anybody. */
function addressOf(givenName: string, familyName: string, taken: Set<string>): string {
  const local = [givenName, familyName].map((name) => foldText(name).replace(/[^a-z]/g, '')).join('.');
  let address = `${local}@example.com`;
  for (let n = 2; taken.has(address); n++) address = `${local}${n.toString()}@example.com`;
  taken.add(address);
  return address;
}

/**
 * The numbers that the Swedish Post and Telecom Authority keeps free for fiction, mobile first. Denmark, the Netherlands
 * and Norway keep none, so their people give only an address: an invented number there would be somebody's.
 */
function* fictitiousPhones(): Generator<string, undefined> {
  const series = [
    { prefix: '+46701740', from: 605, to: 699 },
    { prefix: '+46313900', from: 600, to: 699 },
    { prefix: '+46406280', from: 400, to: 499 },
  ];
  for (const { prefix, from, to } of series) {
    for (let last = from; last <= to; last++) yield `${prefix}${last.toString()}`;
  }
}
