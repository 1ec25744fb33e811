import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApplicationEvent } from '../records/application.js';
import { PanelScore } from '../records/panel-review.js';
import type { ApplicationId, PanelReviewId, PersonId, RecruiterId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import {
  averageRating,
  enterPanelRating,
  standingRatings,
  takeBackPanelRating,
  type RatedApplication,
} from './panel-rating.js';

const IDA = testId(1);
const BO = testId(2);
const RATED: RatedApplication = {
  reviewId: testId<PanelReviewId>(10),
  review: {
    applicationIds: [testId<ApplicationId>(20)],
    reviewers: [IDA, BO].map((id) => {
      return { id, name: '', address: 'x@example.com', recruiterId: null, tokenHash: '0'.repeat(64) };
    }),
    noRating: false,
    noComments: false,
  },
  reviewerId: IDA,
  applicationId: testId<ApplicationId>(20),
  personId: testId<PersonId>(30),
};
let made = 100;
const STAMP = { at: 5, by: testId<RecruiterId>(3), newId: () => testId((made += 1)) };

function eventIn(result: ReturnType<typeof enterPanelRating>): ApplicationEvent {
  if (!result.ok || result.value.kind !== 'event') throw new Error('refused');
  return ApplicationEvent.parse(result.value.event);
}
const enter = (score: PanelScore, of: Partial<RatedApplication> = {}) =>
  enterPanelRating({ ...RATED, ...of }, score, STAMP);
const given = (value: number | null, reviewerId = IDA) => eventIn(enter({ value, comment: 'Bra' }, { reviewerId }));
const takenBack = (reviewerId = IDA) => eventIn(takeBackPanelRating({ ...RATED, reviewerId }, STAMP));

describe('a review', () => {
  it('R47 R48 C18 is an event of the application, in its dossier, with who entered it', () => {
    expect(enter({ value: 6, comment: ' Klok ' })).toMatchObject({
      ok: true,
      value: {
        kind: 'event',
        table: 'application',
        id: RATED.applicationId,
        dossier: RATED.personId,
        event: { type: 'panel-rating', value: 6, comment: 'Klok', by: STAMP.by, reviewerId: IDA },
      },
    });
  });

  it('R47 has one to seven stars: everything else is refused by the schema and by the rules', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double()), (value) => {
        const whole = Number.isInteger(value) && value >= 1 && value <= 7;
        expect(PanelScore.safeParse({ value, comment: '' }).success).toBe(whole);
        expect(enter({ value, comment: 'x' })).toMatchObject(whole ? { ok: true } : { code: 'panel/rating-invalid' });
      }),
    );
  });

  it('R48 the comment is optional, and so are the stars, but not both', () => {
    expect(enter({ value: 3, comment: '' }).ok).toBe(true);
    expect(enter({ value: null, comment: 'x' }).ok).toBe(true);
    expect(enter({ value: null, comment: ' ' })).toMatchObject({ code: 'panel/nothing-said' });
  });

  it('G-5 no rating and no comments hold for what a recruiter enters too', () => {
    const no = (boxes: Partial<RatedApplication['review']>) => ({ review: { ...RATED.review, ...boxes } });
    expect(enter({ value: 3, comment: '' }, no({ noRating: true }))).toMatchObject({
      code: 'panel/rating-not-allowed',
    });
    expect(enter({ value: 3, comment: 'x' }, no({ noComments: true }))).toMatchObject({
      code: 'panel/comments-not-allowed',
    });
    expect(enter({ value: null, comment: '' }, no({ noRating: true, noComments: true })).ok).toBe(true);
  });

  it('R46 of a foreign candidate or by a reviewer who was not asked is refused', () => {
    const foreign = [{ applicationId: testId<ApplicationId>(99) }, { reviewerId: testId(99) }];
    for (const of of foreign) {
      expect(enter({ value: 3, comment: '' }, of)).toMatchObject({ code: 'panel/foreign' });
      expect(takeBackPanelRating({ ...RATED, ...of }, STAMP)).toMatchObject({ code: 'panel/foreign' });
    }
  });
});

describe('what stands', () => {
  it('G-5 is the newest of each reviewer; corrected, the new one counts; taken back, none does', () => {
    const values = (events: readonly ApplicationEvent[]) => standingRatings(events).map(({ value }) => value);
    expect(values([given(2), given(5, BO), given(7)])).toEqual([5, 7]);
    expect(values([given(2), given(5, BO), takenBack()])).toEqual([5]);
    expect(values([given(2), takenBack(), given(4)])).toEqual([4]);
  });

  it('G-5 the average counts stars alone, and is none where nobody gave any', () => {
    expect(averageRating(standingRatings([given(2), given(5, BO)]))).toBe(3.5);
    expect(averageRating(standingRatings([given(null), given(5, BO)]))).toBe(5);
    expect(averageRating([])).toBeNull();
  });

  it('G-5 a first impression of one’s own is another thing', () => {
    const impression = ApplicationEvent.parse({ id: testId(9), at: 1, by: null, type: 'rating', value: 1 });
    expect(standingRatings([impression])).toEqual([]);
  });
});
