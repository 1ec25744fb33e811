import type { Language } from '../../../shared/records/primitives.js';
import type { DemoPerson } from './demo-people.js';
import { cvWords } from './demo-source.js';
import type { SeededRandom } from './seeded-random.js';

/** What stands in one generated CV; how it looks is `draw-cv.ts`. */
export interface CvContent {
  readonly language: Language;
  readonly name: string;
  readonly contact: string;
  readonly sections: readonly CvSection[];
  readonly footer: string;
  /** Which of the looks it has. */
  readonly look: number;
}

export interface CvSection {
  readonly heading: string;
  /** A paragraph, or rows of two columns. */
  readonly text?: string;
  readonly rows?: readonly CvRow[];
}

export interface CvRow {
  readonly when: string;
  readonly title: string;
  readonly place: string;
  readonly text: string;
}

const SOFTWARE = [
  'PowerFactory',
  'PSS/E',
  'Python',
  'MATLAB',
  'Simulink',
  'Git',
  'SQL',
  'Excel',
  'R',
  'QGIS',
  'AutoCAD',
];
const LEVELS = ['C1', 'B2', 'B1'];

/** An invented CV that fits an invented person, as of a year. */
export function makeCv(random: SeededRandom, person: DemoPerson, year: number): CvContent {
  const words = cvWords[person.language];
  const { headings } = words;
  return {
    language: person.language,
    name: `${person.givenName} ${person.familyName}`,
    contact: [person.city, spaced(person.phone), person.email].filter((part) => part !== '').join('  ·  '),
    sections: [
      { heading: headings.profile, text: `${random.pick(words.openings)} ${random.pick(words.closings)}` },
      { heading: headings.education, rows: education(random, person, year) },
      { heading: headings.experience, rows: experience(random, person.language, year) },
      { heading: headings.skills, rows: skills(random, person.language) },
    ],
    footer: words.footer,
    look: random.below(3),
  };
}

function education(random: SeededRandom, { language, school }: DemoPerson, year: number): readonly CvRow[] {
  const words = cvWords[language];
  const left = year + 1 - random.below(2);
  return [
    {
      when: `${left - 2} – ${left}`,
      title: random.pick(words.masters),
      place: school,
      text: random.pick(words.thesis),
    },
    {
      when: `${left - 5} – ${left - 2}`,
      title: random.pick(words.bachelors),
      place: school,
      text: random.pick(words.minor),
    },
  ];
}

function experience(random: SeededRandom, language: Language, year: number): readonly CvRow[] {
  const { roles, now } = cvWords[language];
  let until = year;
  return random.sample(roles, 2 + random.below(2)).map(({ title, employer, text }, index) => {
    const from = until - 1 - random.below(2);
    const when = index === 0 && random.chance(0.4) ? `${from} – ${now}` : `${from} – ${until}`;
    until = from;
    return { when, title, place: employer, text };
  });
}

function skills(random: SeededRandom, language: Language): readonly CvRow[] {
  const { headings, languageNames, native, interests } = cvWords[language];
  const second = language === 'en' ? random.pick(['sv', 'da', 'nb'] as const) : 'en';
  const third = random.pick(
    (['sv', 'da', 'nl', 'nb'] as const).filter((other) => other !== language && other !== second),
  );
  const spoken = [
    `${languageNames[language]} (${native})`,
    `${languageNames[second]} (${random.pick(LEVELS)})`,
    ...(random.chance(0.5) ? [`${languageNames[third]} (A2)`] : []),
  ];
  const row = (when: string, text: string): CvRow => ({ when, title: '', place: '', text });
  return [
    row(headings.software, random.sample(SOFTWARE, 3 + random.below(3)).join(', ')),
    row(headings.languages, spoken.join(', ')),
    row(headings.interests, random.pick(interests)),
  ];
}

/** `+46701740605` as people write it. */
function spaced(phone: string): string {
  return phone.replace(/^(\+46)(70|31|40)(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4 $5');
}
