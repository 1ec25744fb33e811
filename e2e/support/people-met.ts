import type { Language } from '../../shared/records/primitives.js';
import type { Met } from './work.js';

export interface PersonMet extends Met {
  readonly email: string;
  readonly language: Language;
  /** 2 June 2099, 1 February 2099 and half an hour, as this person writes them; with what browsers disagree about. */
  readonly interviewDate: string | RegExp;
  readonly startDate: string;
  readonly halfHour: string;
  /** Between hours and minutes. */
  readonly clock: ':' | '.';
  /** What the contract that comes with the program is called. */
  readonly contract: string;
}

export const INTERVIEW_DATE = '2099-06-02';
export const START_DATE = '2099-02-01';

/** Somebody of each language, with letters that a font, a mail or a file name may lose. */
export const PEOPLE_MET: Readonly<Record<Language, PersonMet>> = {
  sv: {
    givenName: 'Märta',
    familyName: 'Sjöberg-Åkerlund',
    email: 'marta@example.com',
    language: 'sv',
    interviewDate: 'tisdag 2 juni 2099',
    startDate: '1 februari 2099',
    halfHour: '30 minuter',
    clock: ':',
    contract: 'Anställningsavtal',
  },
  da: {
    givenName: 'Søren',
    familyName: 'Kjærgård',
    email: 'soren@example.com',
    language: 'da',
    interviewDate: 'tirsdag den 2. juni 2099',
    startDate: '1. februar 2099',
    halfHour: '30 minutter',
    clock: '.',
    contract: 'Ansættelseskontrakt',
  },
  nl: {
    givenName: 'Łukasz',
    familyName: 'van IJsselmuijden',
    email: 'lukasz@example.com',
    language: 'nl',
    interviewDate: 'dinsdag 2 juni 2099',
    startDate: '1 februari 2099',
    halfHour: '30 minuten',
    clock: ':',
    contract: 'Arbeidsovereenkomst',
  },
  nb: {
    givenName: 'Bjørg',
    familyName: 'Hæreid',
    email: 'bjorg@example.com',
    language: 'nb',
    interviewDate: 'tirsdag 2. juni 2099',
    startDate: '1. februar 2099',
    halfHour: '30 minutter',
    clock: ':',
    contract: 'Arbeidsavtale',
  },
  en: {
    givenName: 'Réka',
    familyName: 'Erdős-Łaska',
    email: 'reka@example.com',
    language: 'en',
    interviewDate: /Tuesday,? 2 June 2099/,
    startDate: '1 February 2099',
    halfHour: '30 minutes',
    clock: ':',
    contract: 'Employment contract',
  },
};

/** A time of day such as `14:00` as people of a language write it. */
export function clockIn(language: Language, time: string): string {
  return time.replace(':', PEOPLE_MET[language].clock);
}

export function fullName({ givenName, familyName }: Pick<Met, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`;
}
