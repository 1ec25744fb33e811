import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES, ApplicationEvent, RANKINGS, REFERENCE_CHECKS } from '../records/application.js';
import { testId } from '../testing/change-builders.js';
import { isListed } from './application-status.js';
import { classify, foldClassification, type Classification } from './classification.js';

const value = fc.record<Partial<Classification>>(
  {
    ranking: fc.constantFrom(...RANKINGS, null),
    referenceCheck: fc.constantFrom(...REFERENCE_CHECKS, null),
  },
  { requiredKeys: [] },
);
const before = fc.record<Classification>({
  ranking: fc.constantFrom(...RANKINGS, null),
  referenceCheck: fc.constantFrom(...REFERENCE_CHECKS, null),
});

function stamp() {
  let made = 0;
  return { at: 1, by: null, newId: () => testId(500 + made++) };
}

describe('ranking and reference check', () => {
  it('G-7 stand as they were set, each by itself, and only what is different is written', () => {
    fc.assert(
      fc.property(before, value, fc.constantFrom(...APPLICATION_STATUSES), (now, to, status) => {
        const application = { id: testId<never>(1), personId: testId<never>(2), status, ...now };
        const changes = classify([application], to, stamp());
        const events = changes.flatMap((change) =>
          change.kind === 'event' ? [ApplicationEvent.parse(change.event)] : [],
        );
        const earlier = classify(
          [{ ...application, status: 'new', ranking: null, referenceCheck: null }],
          now,
          stamp(),
        );
        const all = earlier.flatMap((change) =>
          change.kind === 'event' ? [ApplicationEvent.parse(change.event)] : [],
        );
        expect(foldClassification([...all, ...events])).toEqual(isListed(status) ? { ...now, ...to } : now);
        if (!isListed(status)) expect(changes).toEqual([]); // C20: it stands in no list
        expect(classify([{ ...application, ...now }], now, stamp())).toEqual([]);
      }),
    );
  });

  it('G-7, R2: takes a whole selection at once, whatever its statuses, and no status changes by it', () => {
    const applications = [1, 2, 3].map((n) => ({
      id: testId<never>(n),
      personId: testId<never>(10 + n),
      status: n === 3 ? ('hired' as const) : ('new' as const),
      ranking: n === 2 ? (1 as const) : null,
      referenceCheck: null,
    }));
    const changes = classify(applications, { ranking: 1 }, stamp());
    expect(changes.map(({ id, dossier }) => [id, dossier])).toEqual([
      [testId(1), testId(11)],
      [testId(3), testId(13)],
    ]);
    expect(changes.every((change) => change.kind === 'event' && change.event['type'] === 'ranking')).toBe(true);
  });
});
