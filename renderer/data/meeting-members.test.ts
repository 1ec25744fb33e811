import { describe, expect, it } from 'vitest';
import { HOUR } from '../../shared/lib/time.js';
import { movableInterview } from '../../shared/testing/meeting-builders.js';
import { isEverybody, membersNow } from './meeting-members.js';
import type { InterviewRow } from './roster/rows.js';

const row = (n: number, more: Partial<InterviewRow> = {}): InterviewRow => {
  const { id, fields } = movableInterview(n);
  return { ...fields, id, kind: 'group', accTime: 'awaiting', answers: [], cancelled: false, ...more };
};
const rosterOf = (rows: readonly InterviewRow[]) => ({ interviews: new Map(rows.map((one) => [one.id, one])) });
const idsOf = (rows: readonly InterviewRow[]) => rows.map(({ id }) => id);

describe('who a dialog about a meeting is for', () => {
  const three = [1, 2, 3].map((n) => row(n));
  const [one, two] = three;

  it('R60 opened for everybody, it is for whoever is in the meeting by now: who withdrew and is back is moved along', () => {
    const withdrawn = rosterOf([...three, row(4, { cancelled: true })]);
    expect(isEverybody(withdrawn, idsOf(three))).toBe(true);
    const back = rosterOf([...three, row(4)]);
    const meant = { ids: idsOf(three), everybody: true };
    expect(idsOf(membersNow(withdrawn, meant))).toEqual(idsOf(three));
    expect(idsOf(membersNow(back, meant))).toEqual(idsOf([...three, row(4)]));
  });

  it('R60 opened for one of several, it stays with that one', () => {
    const roster = rosterOf(three);
    const ids = idsOf(three.slice(0, 1));
    expect(isEverybody(roster, ids)).toBe(false);
    expect(idsOf(membersNow(roster, { ids, everybody: false }))).toEqual(ids);
  });

  it('who was moved to another time by somebody else is not in it any more; nobody is where all of it is cancelled', () => {
    if (one === undefined || two === undefined) throw new Error('there are three');
    const moved = rosterOf([one, { ...two, startsAt: two.startsAt + HOUR }]);
    expect(idsOf(membersNow(moved, { ids: idsOf([one, two]), everybody: true }))).toEqual([one.id]);
    const cancelled = rosterOf([{ ...one, cancelled: true }]);
    expect(membersNow(cancelled, { ids: [one.id], everybody: true })).toEqual([]);
  });
});
