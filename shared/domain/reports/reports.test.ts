import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES, REJECTION_STAGES } from '../../records/application.js';
import type { FairId } from '../../records/primitives.js';
import { testId } from '../../testing/change-builders.js';
import { countGroups } from '../application-status.js';
import { fairReport, type MetPerson } from './fair-report.js';
import { rejectionReport } from './rejection-report.js';
import { outcomeOf, sourceReport, type Outcome } from './source-report.js';

const FAIR = testId<FairId>(1);
const HOUR = 3_600_000;

describe('C21 Rejection reasons', () => {
  it('stand by reason and stage, the most frequent first; nobody else is counted', () => {
    const rejected = (rejectionReasonId: string | null, rejectionStage: 'review' | 'first' | null) => {
      return { rejectionReasonId, rejectionStage };
    };
    expect(
      rejectionReport([rejected('a', 'first'), rejected('b', 'review'), rejected('b', 'first'), rejected(null, null)]),
    ).toEqual([
      { reasonId: 'b', stages: { review: 1, initial: 0, first: 1, second: 0, third: 0 }, total: 2 },
      { reasonId: 'a', stages: { review: 0, initial: 0, first: 1, second: 0, third: 0 }, total: 1 },
    ]);
  });

  it('hold every rejection once', () => {
    const rejection = fc.record({
      rejectionStage: fc.constantFrom(null, ...REJECTION_STAGES),
      rejectionReasonId: fc.constantFrom(null, 'a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(rejection), (all) => {
        const rows = rejectionReport(all);
        const given = all.filter(({ rejectionStage }) => rejectionStage !== null).length;
        expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(given);
        expect(new Set(rows.map(({ reasonId }) => reasonId)).size).toBe(rows.length);
      }),
    );
  });
});

describe('G-15 Source', () => {
  it('C20 counts every application once, as Application handling does', () => {
    const application = fc.record({
      status: fc.constantFrom(...APPLICATION_STATUSES),
      fairId: fc.constantFrom(null, FAIR, testId<FairId>(2)),
    });
    fc.assert(
      fc.property(fc.array(application), (all) => {
        const rows = sourceReport(all);
        const sum = (...outcomes: readonly Outcome[]): number =>
          rows.reduce((total, row) => total + outcomes.reduce((part, one) => part + row.outcomes[one], 0), 0);
        const counts = countGroups(all);
        expect(rows.reduce((total, row) => total + row.total, 0)).toBe(counts.all);
        expect(sum('active', 'pending')).toBe(counts.active);
        expect(sum('pending')).toBe(counts.pending);
        expect(sum('hired', 'rejected', 'withdrawn', 'saved')).toBe(counts.processed);
      }),
    );
  });

  it('has a place for every status that a list knows, and none for the others', () => {
    expect(APPLICATION_STATUSES.filter((status) => outcomeOf(status) === null)).toEqual(['deleted', 'moved']);
  });
});

describe('the report of a fair', () => {
  const person = (fields: Partial<MetPerson> = {}): MetPerson => ({
    ...{ fairId: FAIR, capturedAt: 0, contactedAt: null },
    ...{ applied: false, invited: false, offered: false, hired: false },
    ...fields,
  });

  it('counts people at every step that they came to', () => {
    const people = [
      person({ applied: true, invited: true, offered: true, hired: true }),
      person({ applied: true }),
      person({ fairId: null }),
      person(),
    ];
    expect(fairReport(people).map(({ fairId, steps }) => [fairId, Object.values(steps)])).toEqual([
      [FAIR, [3, 2, 1, 1, 1]],
      [null, [1, 0, 0, 0, 0]],
    ]);
  });

  it.each([
    ['nobody', [], null],
    ['an odd number', [1, 9, 2], 2],
    ['an even number', [1, 2, 4, 9], 3],
    ['somebody written to before being recorded', [-5], 0],
  ] as const)('says how long the middle one of %s waited', (_, hours, median) => {
    const people = [person(), ...hours.map((wait) => person({ contactedAt: wait * HOUR }))];
    const [row] = fairReport(people);
    expect(row?.medianToContact).toBe(median === null ? null : median * HOUR);
    expect(row?.contacted).toBe(hours.length);
  });
});
