import type { Person, PersonEvent } from '../records/person.js';

export type ConsentPurpose = Extract<PersonEvent, { type: 'consent' }>['purpose'];

/** The purposes a person may agree to at the stand, each for itself (beyond.md no. 10). */
export const CONSENT_PURPOSES = ['this-fair', 'cv-database'] as const satisfies readonly ConsentPurpose[];

/**
 * Names the words of the consent notice that were shown; it stands in every consent. Whoever changes a word of
 * `capture.notice` in any language gives it a new one (a test holds the two together).
 */
export const NOTICE_VERSION = '2026-11-23';

/** What a person agreed to: to be kept until a date, which is the last day it counts, or without an end (null). */
export interface Consent {
  readonly until: string | null;
}

/** Until when a person is kept who agreed to several: what lasts longest counts. Null without any consent. */
export function longestConsent(consents: readonly (Consent | null)[]): Consent | null {
  let longest: Consent | null = null;
  for (const given of consents) {
    if (given !== null && (longest === null || lastsLonger(given, longest))) longest = { until: given.until };
  }
  return longest;
}

/** Until when a person has agreed to be kept, for any purpose. */
export function consentOf(events: readonly PersonEvent[]): Consent | null {
  return longestConsent(CONSENT_PURPOSES.map((purpose) => consentTo(purpose, events)));
}

function lastsLonger(one: Consent, other: Consent): boolean {
  return other.until !== null && (one.until === null || one.until > other.until);
}

/** Whether a consent counts on a day (a calendar date): what has expired is none. */
export function isConsentValid(consent: Consent | null, today: string): boolean {
  return consent !== null && (consent.until === null || consent.until >= today);
}

type ConsentEvent = Extract<PersonEvent, { type: 'consent' }>;

/** What a person said last about one purpose, given or withdrawn; null where nothing was ever said. */
export function newestConsent(purpose: ConsentPurpose, events: readonly PersonEvent[]): ConsentEvent | null {
  const newest = events.findLast((event) => event.type === 'consent' && event.purpose === purpose);
  return newest?.type === 'consent' ? newest : null;
}

/** Where a person stands with one purpose: the newest word counts. */
export function consentTo(
  purpose: ConsentPurpose,
  events: readonly PersonEvent[],
): { readonly until: string | null; readonly language: Person['language'] } | null {
  const newest = newestConsent(purpose, events);
  return newest?.given === true ? { until: newest.until, language: newest.language } : null;
}
