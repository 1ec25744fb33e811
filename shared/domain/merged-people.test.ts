import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, ChangeSet } from '../changes/change-set.js';
import { applyChange } from '../changes/merge.js';
import { EMPTY_STATE, eventsOf, type RecordState } from '../changes/record-state.js';
import { PersonEvent } from '../records/person.js';
import type { PersonId } from '../records/primitives.js';
import { personCreate, testId } from '../testing/change-builders.js';
import { joinEvents, mergedInto, resolveMerges } from './merged-people.js';

const id = (n: number) => testId<PersonId>(n);
const PEOPLE = [1, 2, 3, 4, 5, 6, 7].map(id);
const links = (...pairs: readonly (readonly [number, number])[]) =>
  new Map(pairs.map(([from, into]) => [id(from), id(into)]));
const everybody = () => true;

const anyLinks = fc
  .array(fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE)), { maxLength: 12 })
  .map((pairs) => new Map(pairs));

describe('G-13: who stands for whom', () => {
  it.each([
    ['nobody is merged', links(), []],
    ['one into another', links([1, 2]), [[1, 2]]],
    [
      'a chain leads to its end',
      links([1, 2], [2, 3]),
      [
        [1, 3],
        [2, 3],
      ],
    ],
    [
      'two into one',
      links([1, 3], [2, 3]),
      [
        [1, 3],
        [2, 3],
      ],
    ],
    ['two laptops merged the same two, each the other way round', links([1, 2], [2, 1]), [[2, 1]]],
    [
      'three laptops closed a ring',
      links([2, 3], [3, 1], [1, 2]),
      [
        [2, 1],
        [3, 1],
      ],
    ],
    [
      'whoever hangs on a ring',
      links([5, 3], [3, 2], [2, 3]),
      [
        [5, 2],
        [3, 2],
      ],
    ],
    ['into oneself', links([1, 1]), []],
  ] as const)('%s', (_, known, expected) => {
    const found = resolveMerges(known, everybody);
    expect(new Map(found)).toEqual(links(...expected));
  });

  it('a link to somebody who is gone does not count: whoever was merged stands alone again', () => {
    expect([...resolveMerges(links([1, 2], [3, 1]), (one) => one !== id(2))]).toEqual([[id(3), id(1)]]);
  });

  it('whoever stands for others stands for themselves, everybody ends somewhere, and the order of the links is nothing', () => {
    fc.assert(
      fc.property(anyLinks, fc.subarray(PEOPLE), fc.infiniteStream(fc.nat()), (known, there, order) => {
        const isThere = (one: PersonId) => there.includes(one);
        const found = resolveMerges(known, isThere);
        for (const [merged, survivor] of found) {
          expect(found.has(survivor)).toBe(false);
          expect([merged, survivor].every(isThere)).toBe(true);
        }
        // Linked means one: nobody falls out of the group they were put into.
        for (const [from, into] of known) {
          if (isThere(from) && isThere(into)) expect(found.get(from) ?? from).toBe(found.get(into) ?? into);
        }
        const shuffled = [...known].map((link) => [order.next().value ?? 0, link] as const).sort(([a], [b]) => a - b);
        const again = resolveMerges(new Map(shuffled.map(([, link]) => link)), isThere);
        expect(new Map([...again].sort())).toEqual(new Map([...found].sort()));
      }),
    );
  });
});

describe('G-13: merged on several laptops', () => {
  const act = fc.record({
    from: fc.constantFrom(...PEOPLE.slice(0, 4)),
    into: fc.option(fc.constantFrom(...PEOPLE.slice(0, 4))),
    device: fc.constantFrom('a', 'b', 'c'),
  });

  it('comes to the same, whatever order what each wrote arrives in and however often, and no record is lost', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 10 }), fc.infiniteStream(fc.nat()), (acts, order) => {
        const written = [
          ...PEOPLE.map((one, n) => setOf(n, 'a', personCreate(one))),
          ...acts.map(({ from, into, device }, n) =>
            setOf(20 + n, device, {
              kind: 'event',
              table: 'person',
              id: from,
              dossier: from,
              event: { id: testId<string>(500 + n), type: 'merge', at: n, by: null, into },
            }),
          ),
        ];
        const arrived = [...written, ...written]
          .map((one) => [order.next().value ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        const here = standing(written);
        expect(standing(arrived)).toEqual(here);
        expect(new Set(here.map(([person]) => person)).size).toBe(PEOPLE.length);
      }),
    );
  });

  function setOf(n: number, device: string, change: Change): Pick<ChangeSet, 'stamp' | 'changes'> {
    return { stamp: `${n.toString(16).padStart(12, '0')}-0000-${device.repeat(16)}`, changes: [change] };
  }

  function standing(sets: readonly Pick<ChangeSet, 'stamp' | 'changes'>[]): readonly (readonly [string, string])[] {
    const states = new Map<PersonId, RecordState>();
    for (const { stamp, changes } of sets) {
      for (const change of changes) {
        const one = change.id as PersonId;
        states.set(one, applyChange(states.get(one) ?? EMPTY_STATE, change, stamp));
      }
    }
    const known = [...states].flatMap(([one, state]) => {
      const into = mergedInto(eventsOf(state).map((event) => PersonEvent.parse(event)));
      return into === null ? [] : [[one, into] as const];
    });
    const found = resolveMerges(new Map(known), (one) => states.get(one)?.created !== null);
    return PEOPLE.map((one) => [one, found.get(one) ?? one] as const);
  }
});

describe('G-13: what was noted in several dossiers', () => {
  const consent = (n: number, at: number, given: boolean) =>
    PersonEvent.parse({
      ...{ id: testId<string>(n), type: 'consent', at, by: null, purpose: 'this-fair', given },
      ...{ noticeVersion: '2026-11', language: 'en', until: null },
    });

  it('stands in the order of time, and of one moment a withdrawal is the later word', () => {
    const joined = joinEvents([
      [consent(1, 5, true), consent(2, 9, false)],
      [consent(3, 7, true), consent(4, 9, true)],
    ]);
    expect(joined.map((event) => event.id)).toEqual([1, 3, 4, 2].map((n) => testId(n)));
  });
});
