import { describe, expect, it } from 'vitest';
import { RIGHTS } from '../records/recruiter.js';
import { addedLists, identify, rightsOfNewcomer } from './join-colleagues.js';

const known = (id: string, email: string, active = true) => ({ id, email, active });
const lists = { departments: ['Grid'], positions: [], rejectionReasons: [], ownSteps: [] };
const reason = (id: string, en: string, retired = false) => ({
  id,
  names: { en, sv: '', da: '', nl: '', nb: '' },
  retired,
});

describe('who is who when a laptop joins', () => {
  it('whoever works on it is the one it was invited for, whatever they are called', () => {
    const own = [known('a', 'a@example.com'), known('b', 'B@Example.com ')];
    const there = [known('x', 'x@example.com'), known('y', 'b@example.com'), known('z', 'a@example.com')];
    const found = identify(own, there, { working: 'a', invited: 'x' });
    expect([...found]).toEqual([
      ['a', 'x'],
      ['b', 'y'],
    ]);
  });

  it('without such an invitation, or where nobody is there by its id, it is the same email; nobody has an empty one', () => {
    const own = [known('a', 'a@example.com'), known('b', ''), known('c', 'c@example.com')];
    const there = [known('x', 'a@example.com'), known('y', '')];
    for (const invited of [null, 'gone']) {
      expect([...identify(own, there, { working: 'a', invited })]).toEqual([['a', 'x']]);
    }
  });

  it('somebody who works there goes before somebody who once did, and who is there already is no other', () => {
    const there = [known('x', 'a@example.com'), known('y', 'a@example.com', false), known('c', 'c@example.com')];
    const own = [known('a', 'a@example.com'), known('c', 'c@example.com')];
    expect([...identify(own, there, { working: 'c', invited: null })]).toEqual([['a', 'x']]);
  });

  it('who is added administers nothing', () => {
    expect(rightsOfNewcomer([...RIGHTS])).toEqual(RIGHTS.filter((right) => right !== 'administer'));
  });
});

describe("the organisation's lists", () => {
  it('get what they lack, behind what they have, and nothing twice', () => {
    const own = { ...lists, departments: ['Heat ', 'Grid', 'IT'], positions: ['Trainee'] };
    expect(addedLists(own, { ...lists, departments: ['Grid', 'Heat'] })).toEqual({
      departments: ['Grid', 'Heat', 'IT'],
      positions: ['Trainee'],
    });
    expect(addedLists(lists, lists)).toEqual({});
  });

  it('C21, G-8: a reason by a name that is there stays readable where it was given, and is not offered twice', () => {
    const there = { ...lists, rejectionReasons: [reason('1', 'Too late'), reason('2', 'Too dear', true)] };
    const own = { ...lists, rejectionReasons: [reason('3', 'Too late'), reason('4', 'Too dear'), reason('1', 'Late')] };
    expect(addedLists(own, there).rejectionReasons).toEqual([
      ...there.rejectionReasons,
      reason('3', 'Too late', true),
      reason('4', 'Too dear'),
    ]);
  });
});
