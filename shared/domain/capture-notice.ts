import type { Person, PersonEvent } from '../records/person.js';

export type ConsentPurpose = Extract<PersonEvent, { type: 'consent' }>['purpose'];

/** The purposes a person may agree to at the stand, each for itself (beyond.md no. 10). */
export const CONSENT_PURPOSES = ['this-fair', 'cv-database'] as const satisfies readonly ConsentPurpose[];

/**
 * Names the words of the consent notice that were shown; it stands in every consent. Whoever changes a word of
 * `capture.notice` in any language gives it a new one (a test holds the two together).
 */
export const NOTICE_VERSION = '2026-11';

/** Date until which a person has agreed to be kept: for the fair, else for the CV database; null without any consent. */
export function consentUntil(events: readonly PersonEvent[]): string | null {
  return (consentTo('this-fair', events) ?? consentTo('cv-database', events))?.until ?? null;
}

/** Where a person stands with one purpose: the newest word counts. */
export function consentTo(
  purpose: ConsentPurpose,
  events: readonly PersonEvent[],
): { readonly until: string | null; readonly language: Person['language'] } | null {
  const newest = events.findLast((event) => event.type === 'consent' && event.purpose === purpose);
  if (newest?.type !== 'consent' || !newest.given) return null;
  return { until: newest.until, language: newest.language };
}
