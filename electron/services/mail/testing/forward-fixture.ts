import type { ForwardedDossier } from '../../../../shared/domain/forwarded-profile.js';
import type { Applicant } from '../../../../shared/domain/progress-action.js';
import type { FileId, Language } from '../../../../shared/records/primitives.js';
import { applicant } from '../../../../shared/testing/plan-builders.js';

/** Somebody invented, with every detail that an application may hold, and where it stands in it. */
export interface FixtureCandidate {
  readonly applicant: Applicant;
  readonly dossier: ForwardedDossier;
  /** What no anonymised mail may hold, each as a reader would look for it. */
  readonly details: FixtureDetails;
}

export interface FixtureDetails {
  /** Names, places and links, letter by letter. */
  readonly words: readonly string[];
  /** Telephone numbers: the digits that stand in every way of writing them. */
  readonly digits: readonly string[];
}

const GIVEN =
  `Åsa|Bo|Li|Linnéa|Søren|Ægir|Łukasz|Fenna|Jan-Willem|Xiu Ying|Zoë|Öyvind|Siobhán|Mårten|Ørjan|Kjell-Åke|Noor|Tjeerd|Ingebjørg|Wiebe|Esmée|Gül|Thảo|Björn|Marijn`.split(
    '|',
  );
const FAMILY =
  `Åkerström|van der Heijden|O'Connell|de Vries|Bjørnstad|Ek|Ng|Sørlie|Müller-Öst|Ĳsbrandt|Nordqvist|d’Hondt|Æbelø|Þórsdóttir|Żółkiewski|von Döbeln|Skjælstrøm|Åa|Wójcik|ter Braak|Lønborg|Quist|Fjellheim|Yılmaz|Österby`.split(
    '|',
  );
const PHONES = [
  ['+46701740605', '070-174 06 05', '+46 (0)70 174 06 05'],
  ['+4520304050', '20 30 40 50', '0045 2030 4050'],
  ['+31612345678', '06-12345678', '+31 6 12 34 56 78'],
  ['+4741234567', '412 34 567', '+47.412.34.567'],
  ['+447700900123', '07700 900123', '+44 (0) 7700-900123'],
] as const;
const SCHOOLS = ['KTH, Energiteknik', 'NTNU', 'TU Delft', 'Syddansk Universitet', 'Uppsala universitet; Fysik'];
const CITIES = ['Växjö', 'Ålesund', "'s-Hertogenbosch", 'Næstved', 'Örebro'];
const LANGUAGES: readonly Language[] = ['sv', 'da', 'nl', 'nb', 'en'];
const SURROUNDINGS: Readonly<Record<Language, readonly [string, string]>> = {
  sv: ['Jag heter', 'Mina projekt rörde vindkraft och C++. Annat kan jag berätta.'],
  da: ['Jeg hedder', 'Mine projekter handlede om vindkraft og C++.'],
  nl: ['Mijn naam is', 'Mijn projecten gingen over windenergie en C++.'],
  nb: ['Jeg heter', 'Prosjektene mine handlet om vindkraft og C++.'],
  en: ['My name is', 'My projects were about wind power and C++.'],
};

/** Fifty people whose names, numbers and texts differ; the same ones each time. */
export function fixtureCandidates(): readonly FixtureCandidate[] {
  return Array.from({ length: 50 }, (_, n) => candidate(n));
}

function candidate(n: number): FixtureCandidate {
  const givenName = GIVEN[n % GIVEN.length] ?? '';
  const familyName = FAMILY[(n * 7 + (n < 25 ? 0 : 3)) % FAMILY.length] ?? '';
  const [phone, ...written] = PHONES[n % PHONES.length] ?? ['', ''];
  const user = `${ascii(givenName)}.${ascii(familyName)}${n.toString()}`.toLowerCase();
  const email = `${user}@mail.example.com`;
  const links = [
    `https://www.linkedin.com/in/${user}`,
    `github.com/${user.replace('.', '-')}`,
    `${user.replace('.', '')}.example.dev`,
  ];
  const school = SCHOOLS[n % SCHOOLS.length] ?? '';
  const city = CITIES[(n + 2) % CITIES.length] ?? '';
  const born = `${(1 + (n % 28)).toString().padStart(2, '0')}.0${(1 + (n % 9)).toString()}.199${(n % 10).toString()}`;
  const language = LANGUAGES[n % LANGUAGES.length] ?? 'en';
  const [before, after] = SURROUNDINGS[language];
  const text = [
    `${before} ${givenName} ${familyName} (${born}), ${email}, ${written.join(' / ')}.`,
    `${after} ${familyName.toUpperCase()}, ${givenName.toLowerCase()}: ${links.join(' , ')}`,
    `${school} – ${city}. ${givenName}s ${familyName}s CV. ${user.replace('.', ' (dot) ')} (at) mail (dot) example (dot) com`,
    `<b>${givenName}</b> &amp; {given-name} ${givenName.slice(0, 1)}. ${familyName}`,
  ].join('\n\n');
  const person = { givenName, familyName, email, phone, language };
  const documents = [
    { name: `CV ${givenName} ${familyName}.pdf`, mediaType: 'application/pdf' as const, size: 1 },
    { name: `Betyg ${familyName}.pdf`, mediaType: 'application/pdf' as const, size: 1 },
  ].map((one, at) => ({ ...one, fileId: (n * 2 + at + 1).toString(16).padStart(32, 'd') as FileId }));
  return {
    applicant: applicant(n + 1, person),
    dossier: {
      school,
      city,
      text,
      answers: { ['e'.repeat(32)]: `Fråga ${givenName} på ${written[0]}` },
      documents,
      otherDetails: [],
    },
    details: {
      words: [
        givenName,
        familyName,
        ...partsOf(givenName),
        ...partsOf(familyName),
        email,
        user,
        ...links,
        school,
        city,
        born,
      ],
      digits: [phone.slice(-7)],
    },
  };
}

/** `van` and `O` name nobody. */
function partsOf(name: string): readonly string[] {
  return name.split(/[\s'’-]+/).filter((part) => !/^(?:van|der|de|d|O|von|ter)$/.test(part));
}

function ascii(name: string): string {
  return name.normalize('NFKD').replace(/[^A-Za-z]/g, '');
}
