import { DAY, type Instant } from '../lib/time.js';
import type { Application } from '../records/application.js';
import type { PanelReview } from '../records/panel-review.js';
import type { Person } from '../records/person.js';
import type { Vacancy } from '../records/vacancy.js';
import { anonymise, type AnonymiseContext, type PersonalDetails } from './anonymise.js';
import type { ForwardWords } from './forward-words.js';
import type { Profile } from './forwarded-profile.js';

/** How long reviewers may answer, and change what they answered (docs/adr/0053). */
export const PANEL_OPEN_FOR = 60 * DAY;
/** Of a comment that a reviewer types. */
export const LONGEST_COMMENT = 4000;

/** Whether the page behind a reviewer's link still answers: the vacancy is not closed, and the request not old. */
export function isPanelOpen(
  { requestedAt }: Pick<PanelReview, 'requestedAt'>,
  vacancy: Pick<Vacancy, 'state'>,
  now: Instant,
): boolean {
  return vacancy.state !== 'closed' && now < requestedAt + PANEL_OPEN_FOR;
}

/** An applicant of a request, and where among them. */
export interface ReviewedApplicant {
  readonly person: Person;
  readonly application: Pick<Application, 'text' | 'answers'>;
  readonly vacancy: Pick<Vacancy, 'questions'>;
  /** From 1. */
  readonly place: number;
  readonly of: number;
  /** G-13: what the person is called in other dossiers: withheld like the rest, and never shown. */
  readonly otherDetails: readonly PersonalDetails[];
}

/** R30: withheld, a reviewer reads only what the applicant wrote; whether there is any of it. */
export function hasOwnWords({ application, vacancy }: Pick<ReviewedApplicant, 'application' | 'vacancy'>): boolean {
  const answers = vacancy.questions.map(({ id }) => application.answers[id] ?? '');
  return [application.text, ...answers].some((text) => text.trim() !== '');
}

/**
 * G-5: what a reviewer is shown of an applicant, and nothing else, whatever is added to the records later. No email and no
 * telephone number: reviewers judge, they write to nobody. Withheld (R30), also nothing that says who it is.
 */
export function panelProfile(
  { person, application, vacancy, place, of, otherDetails }: ReviewedApplicant,
  withholds: boolean,
  { words, year }: { readonly words: ForwardWords; readonly year: number },
): Profile {
  const how: AnonymiseContext = { year, words: words.withheld };
  const own = (text: string): string =>
    withholds ? [person, ...otherDetails].reduce((rest, one) => anonymise(rest, one, how), text) : text;
  const { labels } = words;
  const answers = vacancy.questions.map(({ id, text }) => ({ label: text, text: own(application.answers[id] ?? '') }));
  return {
    title: withholds ? words.candidate(place, of) : `${person.givenName} ${person.familyName}`.trim(),
    rows: withholds
      ? []
      : [
          { label: labels.school, value: person.school },
          { label: labels.city, value: person.city },
          { label: labels.language, value: words.languages[person.language] },
        ],
    sections: [
      { heading: labels.applicationText, parts: [{ label: '', text: own(application.text) }] },
      { heading: labels.answers, parts: answers.filter(({ text }) => text.trim() !== '') },
    ],
  };
}
