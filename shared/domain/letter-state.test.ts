import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterEvent } from '../records/letter.js';
import { foldLetter, waitsForPost } from './letter-state.js';

function events(states: readonly LetterEvent['state'][]): readonly LetterEvent[] {
  return states.map((state, n) => ({
    id: n.toString(16).padStart(32, '0'),
    type: 'post',
    at: 10 + n,
    by: null,
    state,
  }));
}

describe('where a letter stands', () => {
  it('R44 waits for post until somebody says that it is posted', () => {
    expect(foldLetter(1, [])).toEqual({ state: 'written', since: 1 });
    expect(foldLetter(1, events(['printed', 'printed']))).toEqual({ state: 'printed', since: 11 });
    expect(foldLetter(1, events(['printed', 'posted']))).toEqual({ state: 'posted', since: 11 });
    expect(['written', 'printed', 'posted', 'discarded'].filter((state) => waitsForPost(state as 'written'))).toEqual([
      'written',
      'printed',
    ]);
  });

  it('R44 a posted letter stays posted whatever is noted of it', () => {
    const state = fc.constantFrom<LetterEvent['state']>('printed', 'posted', 'discarded');
    fc.assert(
      fc.property(fc.array(state), fc.array(state), (before, after) => {
        expect(foldLetter(1, events([...before, 'posted', ...after])).state).toBe('posted');
      }),
    );
  });

  it('one that is not to be posted is done with; printing it brings it back to nobody', () => {
    expect(foldLetter(1, events(['discarded', 'printed'])).state).toBe('discarded');
  });
});
