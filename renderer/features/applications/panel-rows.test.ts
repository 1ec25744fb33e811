import { describe, expect, it } from 'vitest';
import type { PanelReviewId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import type { PanelMark, Roster, StoredReview } from '../../data/roster/rows.js';
import { countPanelApplicants, panelRequests, panelRows } from './panel-rows.js';
import { rows } from './testing/list-rows.js';

const VACANCY = testId<VacancyId>(1);
const REVIEW = testId<PanelReviewId>(500);
const [IDA, BO] = [testId(601), testId(602)];
const people = rows({ name: 'Ebba Ek' }, { name: 'Oskar Alm', status: 'hired' }, { name: 'Nora Dal', status: 'moved' });
const [EBBA, OSKAR, NORA] = people.map(({ application }) => application.id);

function mark(reviewerId: string, value: number | null): PanelMark {
  return { reviewId: REVIEW, reviewerId, value };
}

function rosterWith(
  marks: readonly (readonly PanelMark[])[],
): Pick<Roster, 'panelReviews' | 'applications' | 'people'> {
  const review: StoredReview = {
    id: REVIEW,
    vacancyId: VACANCY,
    requestedBy: testId<RecruiterId>(3),
    requestedAt: 5,
    applicationIds: [...people.map(({ application }) => application.id), testId(999)],
    ...{ noRating: false, noComments: false, notifies: false },
    reviewers: [IDA, BO].map((id, n) => {
      return {
        id,
        name: n === 0 ? 'Ida' : '',
        address: 'bo@example.com',
        recruiterId: null,
        tokenHash: '0'.repeat(64),
      };
    }),
  };
  return {
    panelReviews: new Map([[REVIEW, review]]),
    people: new Map(people.map(({ person }) => [person.id, person])),
    applications: new Map(
      people.map(({ application }, n) => [application.id, { ...application, panelRatings: marks[n] ?? [] }]),
    ),
  };
}

describe('Collaborative rating', () => {
  it('G-5 lists the candidates of the requests by their average, those without stars last', () => {
    const roster = rosterWith([[mark(IDA, 2)], [mark(IDA, 7), mark(BO, 6)], [mark(BO, null)]]);
    const found = panelRows(roster, VACANCY).map(({ applicationId, average, given, asked }) => {
      return [applicationId, average, given, asked];
    });
    expect(found).toEqual([
      [OSKAR, 6.5, 2, 2],
      [EBBA, 2, 1, 2],
      [testId(999), null, 0, 2],
      [NORA, null, 1, 2],
    ]);
    expect(panelRows(roster, testId<VacancyId>(2))).toEqual([]);
  });

  it('C34 whoever was hired or moved since stays with status and ratings; the erased one is nobody any more', () => {
    const roster = rosterWith([[], [mark(IDA, 7)], [mark(IDA, 4)]]);
    const statuses = panelRows(roster, VACANCY).map(({ applicant, average }) => {
      return [applicant?.application.status ?? null, average];
    });
    expect(statuses).toEqual([
      ['hired', 7],
      ['moved', 4],
      [null, null],
      ['new', null],
    ]);
    expect(countPanelApplicants(roster, VACANCY)).toBe(4);
  });

  it('G-5 says of each reviewer how many are reviewed, of those who are still there', () => {
    const roster = rosterWith([[mark(IDA, 1)], [mark(IDA, 2), mark(BO, 2)], [mark(IDA, 3)]]);
    expect(panelRequests(roster, VACANCY)).toMatchObject([
      {
        applicants: 4,
        reviewers: [
          { name: 'Ida', given: 3, asked: 3 },
          { name: 'bo@example.com', given: 1, asked: 3 },
        ],
      },
    ]);
  });
});
