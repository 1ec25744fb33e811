import type { Right } from '../records/recruiter.js';
import { hasRight, rightsOf, type KnownRecruiters } from './rights.js';

/** What is read out of Fairdesk in one piece, and the right it needs (C19, G-9). */
const READS = {
  // It tells of every application of the person, in whose vacancy it may be.
  'export-person': 'all-other-applications',
  'export-everything': 'administer',
  // An extract of applications, or their CVs as one PDF (G-15).
  report: 'reports',
} as const satisfies Readonly<Record<string, Right>>;

export type ReadAction = keyof typeof READS;
export type ReadRefusal = 'right/missing' | 'right/not-working-here';

/** The one place that lets an export or a report through or refuses it, whatever the screens offered. Null: it may be read. */
export function refuseRead(action: ReadAction, by: string | null, recruiters: KnownRecruiters): ReadRefusal | null {
  if (recruiters.size > 0 && (by === null || recruiters.get(by)?.active !== true)) return 'right/not-working-here';
  return hasRight(rightsOf(by, recruiters), READS[action]) ? null : 'right/missing';
}

/** Whether it is offered. */
export function mayRead(action: ReadAction, rights: readonly Right[]): boolean {
  return hasRight(rights, READS[action]);
}
