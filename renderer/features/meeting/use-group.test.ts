import { expect, it } from 'vitest';
import { leavesSomebodyOut } from '../../../shared/domain/group-places.js';
import type { InterviewAnswer } from '../../../shared/records/interview.js';
import { movableInterview } from '../../../shared/testing/meeting-builders.js';
import type { InterviewRow } from '../../data/roster/rows.js';
import { placesNow } from './use-group.js';

const row = (n: number, accTime: InterviewAnswer): InterviewRow => {
  const { id, fields } = movableInterview(n);
  return { ...fields, id, kind: 'group', places: 2, accTime, answers: [], cancelled: false };
};
/** As the form was opened on the first two of them. */
const MEETING = [1, 2].map((n) => {
  const { id, fields } = movableInterview(n);
  return { table: 'interview' as const, id, dossier: fields.personId, fields, events: [], stamps: new Map() };
});

function fits(rows: readonly InterviewRow[], places?: number): boolean {
  const roster = { interviews: new Map(rows.map((one) => [one.id, one])), applications: new Map() };
  const now = placesNow(roster, MEETING, { answers: new Map(), places });
  if (now === null) throw new Error('it is a group');
  return !leavesSomebodyOut(now.before, now.after);
}

it('R60 places are counted as the group stands where it is saved, not as the form was opened on it', () => {
  expect(fits([row(1, 'accepted'), row(2, 'not-accepted')], 1)).toBe(true);
  // An answer that was read from a mail while the form was open.
  expect(fits([row(1, 'accepted'), row(2, 'accepted')], 1)).toBe(false);
  // Somebody else was invited to it meanwhile.
  expect(
    fits(
      [1, 2, 3].map((n) => row(n, 'awaiting')),
      2,
    ),
  ).toBe(true);
  expect(
    fits(
      [1, 2, 3].map((n) => row(n, 'awaiting')),
      1,
    ),
  ).toBe(false);
  expect(fits([1, 2].map((n) => row(n, 'awaiting')))).toBe(true);
});
