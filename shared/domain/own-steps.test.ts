import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnStep } from '../records/own-step.js';
import { testId } from '../testing/change-builders.js';
import { offeredSteps, OWN_STEP_LIMIT, stepName, withoutStep, withStep, withStepMoved } from './own-steps.js';

function steps(count: number): OwnStep[] {
  return Array.from({ length: count }, (_, n) => ({
    id: testId(n),
    names: { en: `Step ${n.toString()}` },
    retired: false,
  }));
}
const ids = (list: readonly OwnStep[]) => offeredSteps(list).map(({ id }) => parseInt(id, 16));

describe('the own progress steps of an organisation', () => {
  it('G-8 are twenty at most: the next one is refused, and a retired one makes room', () => {
    const full = steps(OWN_STEP_LIMIT);
    expect(OWN_STEP_LIMIT).toBe(20);
    expect(withStep(full, testId(50), { en: 'One more' })).toMatchObject({ ok: false, code: 'steps/full' });
    const added = withStep(withoutStep(full, testId(3)), testId(50), { en: 'One more' });
    expect(added.ok && ids(added.value)).toEqual([...ids(full).filter((id) => id !== 3), 50]);
    expect(withStep(full, testId(3), { en: 'Renamed' }).ok).toBe(true); // that adds none
  });

  it('G-8 have a name in one language at least, as it was typed there for every other', () => {
    expect(withStep([], testId(1), { en: ' ', sv: '' })).toMatchObject({ ok: false, code: 'steps/unnamed' });
    const made = withStep([], testId(1), { nl: ' Proefdag ', en: '' });
    const [step] = made.ok ? made.value : [];
    expect(step?.names).toEqual({ nl: 'Proefdag' });
    expect(step && [stepName(step, 'nl'), stepName(step, 'sv')]).toEqual(['Proefdag', 'Proefdag']);
    expect(stepName({ names: { nl: 'Proefdag', en: 'Trial day' } }, 'en')).toBe('Trial day');
  });

  it('G-8 are put in order among those that are offered, whatever was retired between them', () => {
    const list = withoutStep(steps(4), testId(1));
    expect(ids(withStepMoved(list, testId(2), -1))).toEqual([2, 0, 3]);
    expect(ids(withStepMoved(list, testId(0), -1))).toEqual([0, 2, 3]);
    expect(ids(withStepMoved(list, testId(3), 1))).toEqual([0, 2, 3]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(19), fc.constantFrom(-1, 1), (count, at, by) => {
        const before = steps(count);
        const after = withStepMoved(before, testId(at), by);
        expect(new Set(after)).toEqual(new Set(before)); // none is lost
        expect(after).toHaveLength(count);
      }),
    );
  });

  it('G-8 stay readable once they are retired', () => {
    const [step] = withoutStep(steps(1), testId(0));
    expect(step && stepName(step, 'da')).toBe('Step 0');
    expect(offeredSteps(withoutStep(steps(1), testId(0)))).toEqual([]);
  });
});
