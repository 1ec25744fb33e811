import { candidateType, type CandidateType, type KnownOfPerson } from './candidate-type.js';

/**
 * How somebody in the CV database stands to being kept for other vacancies: agreed to it, agreed to this fair only, to nothing
 * that still counts, or (`ended`) is saved there and has withdrawn or outlived the consent that this took.
 */
export const DATABASE_CONSENTS = ['given', 'fair-only', 'none', 'ended'] as const;
export type DatabaseConsent = (typeof DATABASE_CONSENTS)[number];

/** Which consents count on the day it is looked at. */
export interface ConsentsThatCount {
  readonly database: boolean;
  readonly fair: boolean;
}

export interface DatabaseEntry {
  readonly type: CandidateType;
  readonly consent: DatabaseConsent;
}

/**
 * R24, R25: who is kept for other vacancies, which is whoever has a saved application or was met without applying for one
 * (G-12). Null for all others; those who were hired leave it (C24). Whoever has withdrawn: docs/adr/0020.
 */
export function databaseEntry(known: KnownOfPerson, { database, fair }: ConsentsThatCount): DatabaseEntry | null {
  const type = candidateType(known);
  if (type === 'employee') return null;
  if (known.statuses.includes('saved')) return { type, consent: database ? 'given' : 'ended' };
  if (type === 'candidate') return null;
  return { type, consent: database ? 'given' : fair ? 'fair-only' : 'none' };
}
