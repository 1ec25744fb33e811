import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, PackedState } from '../../shared/changes/change-set.js';
import { applyChange } from '../../shared/changes/merge.js';
import { EMPTY_STATE, packState, type RecordState } from '../../shared/changes/record-state.js';
import { anyHistory, type StampedChange } from '../../shared/testing/change-arbitraries.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import { testOrganisation } from '../testing/test-organisation.js';

const LAPTOPS = 3;
const anyTurn = fc.record({
  laptop: fc.nat({ max: LAPTOPS - 1 }),
  /** Numbers that are sent again: their answer was lost. */
  again: fc.nat({ max: 2 }),
  count: fc.integer({ min: 1, max: 4 }),
});
const anyCourse = fc.record({
  histories: fc.array(anyHistory, { minLength: 1, maxLength: 4 }),
  owners: fc.array(fc.nat({ max: LAPTOPS - 1 }), { minLength: 1, maxLength: 12 }),
  turns: fc.array(anyTurn, { maxLength: 12 }),
});

describe.each(ENGINES)(
  'whatever is pushed by several laptops, in whatever batches and how often, on $name',
  ({ shared }) => {
    it('joins to what all changes say, in places and numbers without a gap', async () => {
      const database = await shared();
      await fc.assert(
        fc.asyncProperty(anyCourse, async ({ histories, owners, turns }) => {
          const there = await testOrganisation(database);
          const ids = histories.map(() => newId());
          const all = histories.flatMap((history, index) =>
            history.map(({ change, stamp }): StampedChange => {
              const id = ids[index] ?? '';
              return { stamp, change: { ...change, id, dossier: id } satisfies Change };
            }),
          );
          const laptops = await Promise.all(
            Array.from({ length: LAPTOPS }, async (_, index) => {
              const laptop = await there.laptop();
              const own = all.filter((_change, position) => owners[position % owners.length] === index);
              const sets = own.map(({ change, stamp }) => laptop.changeSet([change], { stamp }));
              return { laptop, sets, sent: 0 };
            }),
          );
          const flush = laptops.map((_, laptop) => ({ laptop, again: 0, count: 500 }));
          for (const { laptop, again, count } of [...turns, ...flush]) {
            const one = laptops[laptop];
            if (one === undefined) continue;
            const batch = one.sets.slice(Math.max(0, one.sent - again), one.sent + count);
            if (batch.length === 0) continue;
            const { json } = await one.laptop.push(...batch);
            expect(json.refused).toEqual([]);
            one.sent = json.lastN ?? one.sent;
          }
          const expected = new Map<string, RecordState>();
          for (const { change, stamp } of [...all].reverse()) {
            expected.set(change.id, applyChange(expected.get(change.id) ?? EMPTY_STATE, change, stamp));
          }
          const rows = await database.query<{ id: string; state: string }>(
            'SELECT id, state FROM record WHERE organisation = $1',
            [there.id],
          );
          const found = rows.map(({ id, state }): [string, PackedState] => [id, JSON.parse(state) as PackedState]);
          expect(new Map(found)).toEqual(new Map([...expected].map(([id, state]) => [id, packState(state)])));
          const log = await database.query<{ place: number; device: string; n: number }>(
            'SELECT place, device, n FROM change_set WHERE organisation = $1 ORDER BY place',
            [there.id],
          );
          expect(log.map(({ place }) => place)).toEqual(all.map((_, index) => index + 1));
          for (const { laptop, sets } of laptops) {
            const numbers = log.filter(({ device }) => device === laptop.device).map(({ n }) => n);
            expect(numbers).toEqual(sets.map(({ n }) => n));
          }
          await there.app.close();
        }),
        { numRuns: 25 },
      );
    });
  },
);
