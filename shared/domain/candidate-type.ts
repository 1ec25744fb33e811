import type { ApplicationStatus } from '../records/application.js';
import type { Person } from '../records/person.js';
import { STATUS_RULES } from './application-status.js';

/** G-12, by EasyCruit's names. */
export const CANDIDATE_TYPES = ['candidate', 'cv-candidate', 'employee', 'prospect', 'saved'] as const;
export type CandidateType = (typeof CANDIDATE_TYPES)[number];

/** What the type is told from. */
export interface KnownOfPerson {
  readonly kind: Person['kind'];
  /** Of all the person's applications, those that are deleted or moved away too. */
  readonly statuses: readonly ApplicationStatus[];
  readonly hasCv: boolean;
}

/**
 * G-12: what somebody is, told from what is known and stored nowhere. Whoever is hired is an employee (C24); an application
 * under way makes a candidate, and a saved one without any under way makes *Saved*. Without an application in any list
 * whoever was met as a prospect is one, or a CV candidate once there is a CV to look at.
 */
export function candidateType({ kind, statuses, hasCv }: KnownOfPerson): CandidateType {
  const groups = new Set(statuses.map((status) => STATUS_RULES[status].group));
  if (statuses.includes('hired')) return 'employee';
  if (groups.has('active') || groups.has('pending')) return 'candidate';
  if (statuses.includes('saved')) return 'saved';
  if (kind === 'candidate' || groups.has('processed')) return 'candidate';
  return hasCv ? 'cv-candidate' : 'prospect';
}
