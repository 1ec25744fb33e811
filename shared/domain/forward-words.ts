import type { Language } from '../records/primitives.js';
import type { WithheldWords } from './anonymise.js';

/** What plans of forwarding may know besides. */
export interface ForwardContext {
  /** In which the person who works here reads. */
  readonly screenLanguage: Language;
  words(language: Language): ForwardWords;
}

/** What a mail about an applicant says by itself, in the language of who reads it. */
export interface ForwardWords {
  /** The neutral name: *Candidate 2 of 3*; of a single one *Candidate*. */
  candidate(place: number, of: number): string;
  readonly withheld: WithheldWords;
  readonly labels: Readonly<Record<ProfileLabel, string>>;
  readonly languages: Readonly<Record<Language, string>>;
}

export const PROFILE_LABELS = [
  'vacancy',
  'vacancyRef',
  'department',
  'email',
  'phone',
  'school',
  'city',
  'language',
  'applicationText',
  'answers',
] as const;
export type ProfileLabel = (typeof PROFILE_LABELS)[number];
