import type { ApplicationStatus } from '../../records/application.js';

/** G-15: more candidates than these are a second report. */
export const CANDIDATES_PER_REPORT = 25;

/** Who goes into which report, in their order: as many in each as there may be, the rest in the next. */
export function candidateBatches<Candidate>(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const count = Math.ceil(candidates.length / CANDIDATES_PER_REPORT);
  return Array.from({ length: count }, (_, at) =>
    candidates.slice(at * CANDIDATES_PER_REPORT, (at + 1) * CANDIDATES_PER_REPORT),
  );
}

/** G-15 *hide withdrawn*: those who withdrew are left out. */
export function withoutWithdrawn<Row extends { readonly application: { readonly status: ApplicationStatus } }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.filter(({ application }) => application.status !== 'withdrawn');
}
