import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES } from '../../../shared/records/application.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { NO_FILTER } from '../../state/application-lists.js';
import { countProgress, countSteps } from './count-progress.js';
import { filterApplications } from './filter-applications.js';
import { countSections, readSectionSearch } from './sections.js';
import { names, rows } from './testing/list-rows.js';

describe('the sections of Application handling', () => {
  const everybody = rows(...APPLICATION_STATUSES.map((status) => ({ name: status, status })));

  it('C20: counts every application once in the overview, and pending and processed apart', () => {
    expect(countSections(everybody.map(({ application }) => application))).toEqual({
      overview: 9,
      pending: 2,
      ranking: 0,
      processed: 4,
      saved: 1,
    });
  });

  it('G-6, C20: Ranking holds who was ranked and about whom nothing is decided, whatever the ranking', () => {
    const ranked = APPLICATION_STATUSES.map((status) => ({ name: status, status, ranking: 3 as const }));
    const inRanking = filterApplications(rows(...ranked, { name: 'not ranked' }), 'ranking', NO_FILTER, {
      zone: 'Europe/Oslo',
      today: '2026-11-18',
    });
    expect(names(inRanking)).toEqual(['new', 'invited', 'offered', 'transferred', 'restored']);
    expect(countSections(inRanking.map(({ application }) => application)).ranking).toBe(5);
  });

  it('R7, C20: counts every status once, the rejected and the invited also by their stage', () => {
    const people = rows(
      { name: 'A', status: 'rejected', stage: 'first' },
      { name: 'B', status: 'rejected', stage: 'review' },
      { name: 'C', status: 'rejected', stage: 'first' },
      { name: 'D' },
      { name: 'E', status: 'deleted' },
    );
    expect(countProgress(people, 'overview')).toEqual([
      { status: 'new', count: 1, stages: [] },
      {
        status: 'rejected',
        count: 3,
        stages: [
          { stage: 'review', count: 1 },
          { stage: 'first', count: 2 },
        ],
      },
    ]);
    expect(countProgress(people, 'pending')).toEqual([]);
  });

  it('C20: pending is invited and received job offer; processed is saved, rejected, withdrawn and hired', () => {
    const inSection = (section: 'pending' | 'processed') =>
      names(filterApplications(everybody, section, NO_FILTER, { zone: 'Europe/Oslo', today: '2026-11-18' }));
    expect(inSection('pending')).toEqual(['invited', 'offered']);
    expect(inSection('processed')).toEqual(['saved', 'rejected', 'withdrawn', 'hired']);
  });

  it('G-8, C20: counts who stands at which own step, in the order of the organisation', () => {
    const step = (n: number) => ({ id: testId(n), names: { en: `Step ${n.toString()}` }, retired: n === 3 });
    const people = rows(
      { name: 'A', step: step(2) },
      { name: 'B', step: step(3), status: 'rejected' },
      { name: 'C', step: step(1) },
      { name: 'D', step: step(2), status: 'invited' },
      { name: 'E' },
    );
    const counted = (section: 'overview' | 'processed') =>
      countSteps(people, section, [step(1), step(2)]).map((one) => [one.step.names.en, one.count]);
    expect(counted('overview')).toEqual([
      ['Step 1', 1],
      ['Step 2', 2],
      ['Step 3', 1],
    ]);
    expect(counted('processed')).toEqual([['Step 3', 1]]);
    const filter = { ...NO_FILTER, stepIds: [testId(2)] };
    const day = { zone: 'Europe/Oslo', today: '2026-11-18' };
    expect(names(filterApplications(people, 'overview', filter, day))).toEqual(['A', 'D']);
  });

  it('reads the section of an address and nothing else from it', () => {
    expect(readSectionSearch({ section: 'pending', more: 1 })).toEqual({ section: 'pending' });
    expect(readSectionSearch({ section: 'overview' })).toEqual({});
    expect(readSectionSearch({ section: 'toString' })).toEqual({});
    expect(readSectionSearch({})).toEqual({});
  });
});
