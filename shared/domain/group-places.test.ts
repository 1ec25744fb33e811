import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Interview, INTERVIEW_ANSWERS } from '../records/interview.js';
import { movableInterview } from '../testing/meeting-builders.js';
import { STATUSES } from './application-status.js';
import {
  groupPlaces,
  holdsPlace,
  isOverfull,
  leavesSomebodyOut,
  placesLeft,
  type GroupMember,
} from './group-places.js';

const member = (change: Partial<GroupMember> = {}): GroupMember => ({
  kind: 'group',
  places: 3,
  accTime: 'awaiting',
  cancelled: false,
  status: 'invited',
  ...change,
});

const anybody = fc.record({
  kind: fc.constantFrom('group' as const, null),
  places: fc.option(fc.integer({ min: 1, max: 8 })),
  accTime: fc.option(fc.constantFrom(...INTERVIEW_ANSWERS)),
  cancelled: fc.boolean(),
  status: fc.constantFrom(...STATUSES),
});

describe('places in a group interview', () => {
  it('R60, C29 whoever is invited has one, before the answer too, and also without an invitation', () => {
    for (const accTime of ['awaiting', 'accepted', 'new-time', null] as const) {
      expect(holdsPlace(member({ accTime }))).toBe(true);
    }
  });

  it('R88, R90, C34 a no, a withdrawal, a cancellation and the end of the application free it', () => {
    expect(holdsPlace(member({ accTime: 'not-accepted' }))).toBe(false);
    expect(holdsPlace(member({ accTime: 'withdrawn' }))).toBe(false);
    expect(holdsPlace(member({ cancelled: true }))).toBe(false);
    const ended = STATUSES.filter((status) => !holdsPlace(member({ status })));
    expect(ended).toEqual(['rejected', 'withdrawn', 'hired', 'deleted', 'moved']);
  });

  it('a meeting is a group by its kind, by its places, or by more than one in it', () => {
    const alone = member({ kind: null, places: null });
    expect(groupPlaces([alone])).toBeNull();
    expect(groupPlaces([{ ...alone, kind: 'group' }])).toEqual({ places: null, taken: 1 });
    expect(groupPlaces([{ ...alone, places: 4 }])).toEqual({ places: 4, taken: 1 });
    expect(groupPlaces([alone, alone])).toEqual({ places: null, taken: 2 });
    expect(groupPlaces([alone, { ...alone, cancelled: true }])).toBeNull();
  });

  it('of two numbers of two laptops the smaller one counts, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 8 }), (members) => {
        const group = groupPlaces(members);
        expect(groupPlaces([...members].reverse())).toEqual(group);
        const limits = members.flatMap(({ cancelled, places }) => (cancelled ? [] : (places ?? [])));
        if (group !== null) expect(group.places).toBe(limits.length === 0 ? null : Math.min(...limits));
      }),
    );
  });

  it('what is left is never below none; without a number there is no end of them', () => {
    expect(placesLeft({ places: 5, taken: 3 })).toBe(2);
    expect(placesLeft({ places: 5, taken: 7 })).toBe(0);
    expect(placesLeft({ places: null, taken: 7 })).toBeNull();
    expect([isOverfull({ places: 5, taken: 5 }), isOverfull({ places: 5, taken: 6 })]).toEqual([false, true]);
    expect(isOverfull({ places: null, taken: 600 })).toBe(false);
  });

  it('nobody is left without a place by a smaller number or a new yes; an overfull group may come nearer to what fits', () => {
    const before = { places: 5, taken: 4 };
    expect(leavesSomebodyOut(before, { places: 4, taken: 4 })).toBe(false);
    expect(leavesSomebodyOut(before, { places: 3, taken: 4 })).toBe(true);
    expect(leavesSomebodyOut({ places: null, taken: 4 }, { places: 3, taken: 4 })).toBe(true);
    expect(leavesSomebodyOut({ places: 4, taken: 4 }, { places: 4, taken: 5 })).toBe(true);
    expect(leavesSomebodyOut({ places: 4, taken: 7 }, { places: 6, taken: 7 })).toBe(false);
    expect(leavesSomebodyOut({ places: 4, taken: 7 }, { places: 4, taken: 6 })).toBe(false);
  });

  it('an interview from before there were places has none, and reads as it did', () => {
    const { places, ...before } = movableInterview(1).fields;
    expect(places).toBeNull();
    expect(Interview.parse(before)).toEqual({ ...before, places: null });
    expect(Interview.safeParse({ ...before, places: 0 }).success).toBe(false);
  });
});
