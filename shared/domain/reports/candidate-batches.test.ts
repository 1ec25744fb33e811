import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ApplicationStatus } from '../../records/application.js';
import { candidateBatches, CANDIDATES_PER_REPORT, withoutWithdrawn } from './candidate-batches.js';

it('G-15 a candidate report holds at most 25, the rest goes into the next, and nobody is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 120 }), (candidates) => {
      const batches = candidateBatches(candidates);
      expect(batches.flat()).toEqual(candidates);
      for (const batch of batches.slice(0, -1)) expect(batch).toHaveLength(CANDIDATES_PER_REPORT);
      for (const { length } of batches) expect(length > 0 && length <= CANDIDATES_PER_REPORT).toBe(true);
    }),
  );
});

it('G-15 who withdrew can be left out', () => {
  const rows = (['new', 'withdrawn', 'rejected'] as const satisfies readonly ApplicationStatus[]).map((status) => {
    return { application: { status } };
  });
  expect(withoutWithdrawn(rows).map(({ application }) => application.status)).toEqual(['new', 'rejected']);
});
