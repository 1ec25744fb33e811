import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES } from '../../../shared/records/application.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { LIST_COLUMNS, NO_FILTER, type ListFilter, type ListSort } from '../../state/application-lists.js';
import { filterApplications, isFiltering } from './filter-applications.js';
import { applicationIds, lineOf, listItems } from './list-items.js';
import { moveCursor, rangeOf } from './move-cursor.js';
import { sortApplications, type ListedApplication } from './sort-applications.js';
import { names, rows } from './testing/list-rows.js';

const sorted = (listed: readonly ListedApplication[], sort: ListSort, language = 'sv'): readonly string[] =>
  names(sortApplications(listed, sort, new Intl.Collator(language, { numeric: true })));
const filtered = (listed: readonly ListedApplication[], filter: Partial<ListFilter>): readonly string[] =>
  names(
    filterApplications(
      listed,
      'overview',
      { ...NO_FILTER, ...filter },
      { zone: 'Europe/Stockholm', today: '2026-11-18' },
    ),
  );

describe('the filter of consent', () => {
  it('lets through who agreed to be kept, or who has not yet', () => {
    const people = rows(
      { name: 'Anna Ek' },
      { name: 'Bo Ek', consent: null },
      { name: 'Cia Ek', consent: { until: '2026-11-17' } },
      { name: 'Dan Ek', consent: { until: '2026-11-18' } },
    );
    expect([...filtered(people, { consented: false })].sort()).toEqual(['Bo Ek', 'Cia Ek']);
    expect([...filtered(people, { consented: true })].sort()).toEqual(['Anna Ek', 'Dan Ek']);
    expect(isFiltering({ ...NO_FILTER, consented: false })).toBe(true);
    expect(isFiltering(NO_FILTER)).toBe(false);
  });
});

describe('the filter of the stage', () => {
  it('T2, R57: lets through who was invited to it or rejected at it', () => {
    const [anna, bo, cia, dan] = rows({ name: 'Anna' }, { name: 'Bo' }, { name: 'Cia' }, { name: 'Dan' });
    const at = (listed: ListedApplication | undefined, standing: Partial<ListedApplication['application']>) =>
      listed === undefined ? [] : [{ ...listed, application: { ...listed.application, ...standing } }];
    const people = [
      ...at(anna, { status: 'invited', interviewType: 'first' }),
      ...at(bo, { status: 'rejected', rejectionStage: 'first' }),
      ...at(cia, { status: 'rejected', rejectionStage: 'review' }),
      ...at(dan, { status: 'new' }),
    ];
    expect(filtered(people, { stages: ['first'] })).toEqual(['Anna', 'Bo']);
    expect(filtered(people, { stages: ['first', 'review'], statuses: ['rejected'] })).toEqual(['Bo', 'Cia']);
    expect(filtered(people, { stages: [] })).toHaveLength(4);
    expect(isFiltering({ ...NO_FILTER, stages: ['review'] })).toBe(true);
  });
});

describe('the filters of classification', () => {
  it('G-7 let through the rankings and the reference checks that were chosen, and those without', () => {
    const people = rows(
      { name: 'A', ranking: 1, referenceCheck: 'positive' },
      { name: 'B', ranking: 2 },
      { name: 'C', referenceCheck: 'none-implemented' },
    );
    expect(filtered(people, { rankings: ['1', 'none'] })).toEqual(['A', 'C']);
    expect(filtered(people, { referenceChecks: ['none-implemented'] })).toEqual(['C']);
    expect(filtered(people, { rankings: ['2'], referenceChecks: ['none'] })).toEqual(['B']);
    expect(isFiltering({ ...NO_FILTER, rankings: ['3'] })).toBe(true);
    expect(isFiltering({ ...NO_FILTER, referenceChecks: ['none'] })).toBe(true);
  });
});

describe('the order of the list', () => {
  it('follows the alphabet of the screen: å stands last in Swedish and first in Dutch', () => {
    const people = rows({ name: 'Åsa Ek' }, { name: 'Anna Ek' }, { name: 'Zara Ek' }, { name: 'Örjan Ek' });
    const byName = { column: 'name', descending: false } as const;
    expect(sorted(people, byName, 'sv')).toEqual(['Anna Ek', 'Zara Ek', 'Åsa Ek', 'Örjan Ek']);
    expect(sorted(people, byName, 'nl')).toEqual(['Anna Ek', 'Åsa Ek', 'Örjan Ek', 'Zara Ek']);
  });

  it('G-7 puts ranking 1 first and who has none last in both directions', () => {
    const people = rows({ name: 'A' }, { name: 'B', ranking: 3 }, { name: 'C', ranking: 1 });
    expect(sorted(people, { column: 'ranking', descending: false })).toEqual(['C', 'B', 'A']);
    expect(sorted(people, { column: 'ranking', descending: true })).toEqual(['B', 'C', 'A']);
  });

  it('keeps a missing rating last in both directions', () => {
    const people = rows({ name: 'A', rating: 5 }, { name: 'B' }, { name: 'C', rating: 6.5 });
    expect(sorted(people, { column: 'rating', descending: true })).toEqual(['C', 'A', 'B']);
    expect(sorted(people, { column: 'rating', descending: false })).toEqual(['A', 'C', 'B']);
  });

  it('puts the newest first among equals', () => {
    const people = rows(
      { name: 'old', receivedAt: 1 },
      { name: 'newest', receivedAt: 3 },
      { name: 'other', receivedAt: 2, status: 'hired' },
    );
    expect(sorted(people, { column: 'status', descending: false })).toEqual(['newest', 'old', 'other']);
  });

  it('loses nobody and invents nobody, whatever the column', () => {
    const samples = fc.array(
      fc.record({
        name: fc.string({ maxLength: 6 }),
        status: fc.constantFrom(...APPLICATION_STATUSES),
        receivedAt: fc.nat(9),
        rating: fc.option(fc.integer({ min: 1, max: 7 })),
        hasCv: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(samples, fc.constantFrom(...LIST_COLUMNS), fc.boolean(), (people, column, descending) => {
        const listed = rows(...people);
        const result = sortApplications(listed, { column, descending }, new Intl.Collator('da'));
        expect(new Set(result)).toEqual(new Set(listed));
        expect(result).toHaveLength(listed.length);
      }),
    );
  });
});

describe('the filter', () => {
  it('finds every word, without regard to diacritics, case or order', () => {
    const people = rows({ name: 'Linnéa Åkerström' }, { name: 'Linnea Berg' }, { name: 'Søren Åkerlund' });
    expect(filtered(people, { query: 'aker LINNEA ' })).toEqual(['Linnéa Åkerström']);
    expect(filtered(people, { query: 'soren' })).toEqual(['Søren Åkerlund']);
    expect(filtered(people, { query: '  ' })).toHaveLength(3);
  });

  it('takes whole days of the organisation’s zone, both ends included', () => {
    const people = rows(
      { name: 'before', receivedAt: Date.parse('2026-11-15T22:59:59Z') },
      { name: 'first minute', receivedAt: Date.parse('2026-11-15T23:00:00Z') },
      { name: 'last minute', receivedAt: Date.parse('2026-11-18T22:59:59Z') },
      { name: 'after', receivedAt: Date.parse('2026-11-18T23:00:00Z') },
    );
    expect(filtered(people, { received: { from: '2026-11-16', to: '2026-11-18' } })).toEqual([
      'first minute',
      'last minute',
    ]);
    expect(filtered(people, { received: { from: null, to: '2026-11-15' } })).toEqual(['before']);
  });

  it('takes several statuses and languages, and those with or without CV', () => {
    const people = rows(
      { name: 'A', status: 'new', language: 'sv', hasCv: true },
      { name: 'B', status: 'hired', language: 'nl', hasCv: true },
      { name: 'C', status: 'saved', language: 'nl' },
    );
    expect(filtered(people, { statuses: ['new', 'saved'] })).toEqual(['A', 'C']);
    expect(filtered(people, { languages: ['nl'], hasCv: true })).toEqual(['B']);
    expect(filtered(people, { hasCv: false })).toEqual(['C']);
  });
});

describe('the lines of the list', () => {
  const people = rows({ name: 'A', status: 'hired' }, { name: 'B' }, { name: 'C', status: 'hired' });

  it('stand under their statuses when grouped, each group with its count', () => {
    const lines = listItems(people, 'status').map((item) =>
      item.kind === 'group' ? `${item.group.value} ${item.count.toString()}` : item.row.name,
    );
    expect(lines).toEqual(['new 1', 'B', 'hired 2', 'A', 'C']);
  });

  it('G-7 stand under their rankings, those without one last', () => {
    const ranked = rows({ name: 'A' }, { name: 'B', ranking: 2 }, { name: 'C', ranking: 1 }, { name: 'D', ranking: 2 });
    const lines = listItems(ranked, 'ranking').map((item) =>
      item.kind === 'group' ? `${item.group.value} ${item.count.toString()}` : item.row.name,
    );
    expect(lines).toEqual(['1 1', 'C', '2 2', 'B', 'D', 'none 1', 'A']);
  });

  it('say where somebody stands, heads of groups counted', () => {
    expect(lineOf(listItems(people, 'status'), testId<ApplicationId>(2))).toBe(4);
    expect(lineOf(listItems(people, null), testId<ApplicationId>(2))).toBe(2);
    expect(lineOf(listItems(people, null), testId<ApplicationId>(9))).toBe(-1);
  });
});

describe('the cursor', () => {
  const ids = applicationIds(listItems(rows({ name: 'A' }, { name: 'B' }, { name: 'C' }), null));
  const [a = null, b = null, c = null] = ids;

  it('begins at the first row and stops at both ends', () => {
    expect(moveCursor(ids, null, 1)).toBe(a);
    expect(moveCursor(ids, a, 1)).toBe(b);
    expect(moveCursor(ids, b, 40)).toBe(c);
    expect(moveCursor(ids, b, -40)).toBe(a);
    expect(moveCursor(ids, testId<ApplicationId>(99), 1)).toBe(a); // filtered away meanwhile
    expect(moveCursor([], a, 1)).toBeNull();
  });

  it('draws the same range from either end', () => {
    expect(rangeOf(ids, a, c!)).toEqual([a, b, c]);
    expect(rangeOf(ids, c, a!)).toEqual([a, b, c]);
    expect(rangeOf(ids, null, b!)).toEqual([b]);
    expect(rangeOf(ids, a, testId<ApplicationId>(99))).toEqual([]);
  });
});
