import type { ApplicationStatus } from '../../records/application.js';
import type { FairId } from '../../records/primitives.js';
import { STATUS_RULES } from '../application-status.js';

/** Where an application stands now: each stands in exactly one of them (C20). */
export const OUTCOMES = ['active', 'pending', 'hired', 'rejected', 'withdrawn', 'saved'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface SourceRow {
  /** Null: met at no fair. */
  readonly fairId: FairId | null;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly total: number;
}

/** Null where it stands in no list (deleted, or transferred away). `active` are those that nothing is pending of. */
export function outcomeOf(status: ApplicationStatus): Outcome | null {
  const { group } = STATUS_RULES[status];
  if (group === 'gone') return null;
  if (group !== 'processed') return group;
  return OUTCOMES.find((outcome) => outcome === status) ?? null;
}

/** G-15: applications by the fair at which the applicant was met, the one with most first. */
export function sourceReport(
  applications: Iterable<{ readonly status: ApplicationStatus; readonly fairId: FairId | null }>,
): readonly SourceRow[] {
  const rows = new Map<FairId | null, Record<Outcome, number>>();
  for (const { status, fairId } of applications) {
    const outcome = outcomeOf(status);
    if (outcome === null) continue;
    const outcomes = rows.get(fairId) ?? { active: 0, pending: 0, hired: 0, rejected: 0, withdrawn: 0, saved: 0 };
    outcomes[outcome] += 1;
    rows.set(fairId, outcomes);
  }
  return [...rows]
    .map(([fairId, outcomes]) => ({ fairId, outcomes, total: OUTCOMES.reduce((sum, one) => sum + outcomes[one], 0) }))
    .sort((a, b) => b.total - a.total);
}
