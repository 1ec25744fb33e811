import { z } from 'zod';
import cvDa from '../../../resources/demo/cv-da.json' with { type: 'json' };
import cvEn from '../../../resources/demo/cv-en.json' with { type: 'json' };
import cvNb from '../../../resources/demo/cv-nb.json' with { type: 'json' };
import cvNl from '../../../resources/demo/cv-nl.json' with { type: 'json' };
import cvSv from '../../../resources/demo/cv-sv.json' with { type: 'json' };
import fairJson from '../../../resources/demo/fair.json' with { type: 'json' };
import peopleJson from '../../../resources/demo/people.json' with { type: 'json' };
import vacanciesJson from '../../../resources/demo/vacancies.json' with { type: 'json' };
import { ClockTimeSchema, LanguageSchema, type Language } from '../../../shared/records/primitives.js';

export const DEMO_COUNTRIES = ['se', 'dk', 'nl', 'no'] as const;
export type DemoCountry = (typeof DEMO_COUNTRIES)[number];

const Words = z.array(z.string().min(1)).min(1);

const Names = z.object({ given: Words, family: Words });
const People = z.record(z.enum(DEMO_COUNTRIES), Names.extend({ cities: Words, schools: Words })).and(
  z.object({
    /** Of those who came from further away to study. */
    abroad: Names,
  }),
);

const DemoVacancy = z.object({
  /** May hold `{summer}`: the year of the next summer. */
  title: z.string(),
  number: z.string(),
  department: z.string(),
  location: z.string(),
  language: LanguageSchema,
  languages: z.array(LanguageSchema),
  countries: z.array(z.enum(DEMO_COUNTRIES)),
  /** How often it is applied for, against the others. */
  weight: z.number(),
  /** How likely somebody who applied for another one applies for this one too. */
  alsoWanted: z.number().min(0).max(1),
  question: z.string(),
  answers: Words,
});
export type DemoVacancy = z.infer<typeof DemoVacancy>;

const DemoFair = z.object({
  name: z.string(),
  place: z.string(),
  stand: z.string(),
  opensAt: ClockTimeSchema,
  closesAt: ClockTimeSchema,
  rooms: Words,
  /** Who works at the stand besides. */
  colleague: z.object({ name: z.string(), email: z.string() }),
});

const Role = z.object({ title: z.string(), employer: z.string(), text: z.string() });

/** What people of one language write into their CVs, and what is written about them. */
const CvWords = z.object({
  headings: z.object({
    profile: z.string(),
    education: z.string(),
    experience: z.string(),
    skills: z.string(),
    software: z.string(),
    languages: z.string(),
    interests: z.string(),
  }),
  now: z.string(),
  openings: Words,
  closings: Words,
  masters: Words,
  bachelors: Words,
  thesis: Words,
  minor: Words,
  roles: z.array(Role).min(1),
  interests: Words,
  letters: Words,
  notes: Words,
  languageNames: z.record(LanguageSchema, z.string()),
  native: z.string(),
  footer: z.string(),
});
export type CvWords = z.infer<typeof CvWords>;

export const demoPeople = People.parse(peopleJson);
export const demoVacancies: readonly DemoVacancy[] = z.array(DemoVacancy).parse(vacanciesJson);
export const demoFair = DemoFair.parse(fairJson);
export const cvWords: Readonly<Record<Language, CvWords>> = z
  .record(LanguageSchema, CvWords)
  .parse({ sv: cvSv, da: cvDa, nl: cvNl, nb: cvNb, en: cvEn });
