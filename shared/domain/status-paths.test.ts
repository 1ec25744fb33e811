import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { APPLICATION_STATUSES } from '../records/application.js';
import { INTERVIEW_ANSWERS } from '../records/interview.js';
import { ACTION_TABLE, LEGAL_STEPS } from '../testing/action-table.js';
import { learn, mergeAll, statusesIn, stepsIn, TestLaptop } from '../testing/test-laptop.js';
import type { ProgressActionId } from './progress-action.js';
import { VALID_INPUTS } from '../testing/valid-inputs.js';
import { mayBecome } from './application-status.js';

const anyAction = fc.constantFrom(...(Object.keys(VALID_INPUTS) as ProgressActionId[]));
const who = fc.nat(1);
const which = fc.nat(3);
/** What two people do on two laptops, in any order; now and then one of them learns what the other has done. */
const anyDeed = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('act' as const), who, which, action: anyAction, tickedIn: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end-employment' as const), who, which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      who,
      which,
      answer: fc.constantFrom(...INTERVIEW_ANSWERS),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('learn' as const), who }) },
);
type Deed = typeof anyDeed extends fc.Arbitrary<infer One> ? One : never;

function expectLegal(laptop: TestLaptop): void {
  for (const steps of stepsIn(laptop)) {
    expect(steps[0]).toBe('new');
    for (const [at, to] of steps.entries()) {
      const from = steps[at - 1];
      if (from !== undefined) expect(LEGAL_STEPS[from], `${from} to ${to}`).toContain(to);
    }
  }
}

/** Does it, and checks that it did what its table says: nothing is planned that the status machine would pass over. */
function perform(deed: Deed, laptops: readonly [TestLaptop, TestLaptop]): void {
  const laptop = laptops[deed.who === 0 ? 0 : 1];
  const before = statusesIn(laptop);
  switch (deed.kind) {
    case 'act': {
      const done = laptop.act(deed.action, deed.which, deed.tickedIn);
      const after = statusesIn(laptop);
      const { to } = ACTION_TABLE[deed.action];
      for (const [id, status] of before) expect(after.get(id)).toBe(done.includes(id) ? (to ?? status) : status);
      return;
    }
    case 'answer': {
      const answered = laptop.answer(deed.which, deed.answer);
      const after = statusesIn(laptop);
      for (const [id, status] of before) {
        // R90, C18: only who has not ended yet can withdraw by an answer.
        const withdraws = id === answered && deed.answer === 'withdrawn' && status !== 'rejected';
        expect(after.get(id)).toBe(withdraws && mayBecome(status, 'withdrawn') ? 'withdrawn' : status);
      }
      return;
    }
    case 'restore':
      laptop.restore(deed.which);
      return;
    case 'end-employment':
      laptop.endEmployment(deed.which);
      return;
    case 'undo': {
      const earlier = laptop.undo();
      if (earlier !== null) expect(statusesIn(laptop)).toEqual(earlier);
      return;
    }
    case 'learn':
      learn(laptop, laptops[deed.who === 0 ? 1 : 0]);
  }
}

it('T2, C26 no action, undo, restore, answer or merge of two laptops leads to a status that no step of the table allows', () => {
  fc.assert(
    fc.property(fc.array(anyDeed, { maxLength: 25 }), fc.nat(), (deeds, seed) => {
      const laptops = [new TestLaptop('aaaaaaaaaaaaaaaa', 0), new TestLaptop('bbbbbbbbbbbbbbbb', 5)] as const;
      for (const deed of deeds) {
        perform(deed, laptops);
        for (const laptop of laptops) expectLegal(laptop);
      }
      const [one, other] = [mergeAll(laptops, 0), mergeAll(laptops, seed)];
      expectLegal(one);
      expect(statusesIn(one)).toEqual(statusesIn(other));
    }),
    { numRuns: 150 },
  );
});

it('T2 the status machine is the table, cell by cell', () => {
  const found = Object.fromEntries(
    APPLICATION_STATUSES.map((from) => [from, APPLICATION_STATUSES.filter((to) => mayBecome(from, to))]),
  );
  const inOrder = Object.fromEntries(
    APPLICATION_STATUSES.map((from) => [from, APPLICATION_STATUSES.filter((to) => LEGAL_STEPS[from].includes(to))]),
  );
  expect(found).toEqual(inOrder);
});
