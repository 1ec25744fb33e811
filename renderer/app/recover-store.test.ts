import { beforeEach, describe, expect, it } from 'vitest';
import { hasJustRecovered, recoverStore, type RecoveryPage } from './recover-store.js';

const MINUTE = 60_000;
let time: number;
let steps: string[];
let kept: Map<string, string>;
let discards: () => Promise<void>;

const session = {
  discardStore: () => {
    steps.push('discard');
    return discards();
  },
  drafts: {
    flush: () => {
      steps.push('flush');
      return Promise.resolve();
    },
  },
};

const page: RecoveryPage = {
  memory: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
  now: () => time,
  tell: () => steps.push('tell'),
  giveUp: () => steps.push('give up'),
  reload: () => steps.push('reload'),
};

async function recover(): Promise<readonly string[]> {
  steps = [];
  await recoverStore(session, page);
  return steps;
}

beforeEach(() => {
  time = 1_000_000;
  kept = new Map();
  discards = () => Promise.resolve();
});

describe('a store that breaks while somebody works', () => {
  it('is thrown away after everything was said and kept, and the page starts afresh', async () => {
    expect(hasJustRecovered(page.memory, time)).toBe(false);
    expect(await recover()).toEqual(['tell', 'discard', 'flush', 'reload']);
    expect(hasJustRecovered(page.memory, time + 5_000)).toBe(true);
  });

  it('that breaks again within a minute ends in a page that says so, and what was typed is kept', async () => {
    await recover();
    time += MINUTE - 1;
    expect(await recover()).toEqual(['discard', 'flush', 'give up']);
  });

  it('that breaks again after a minute is made once more', async () => {
    await recover();
    time += MINUTE;
    expect(await recover()).toContain('reload');
  });

  it('that cannot even be deleted does not keep the page from starting afresh', async () => {
    discards = () => Promise.reject(new Error('blocked'));
    await expect(recover()).rejects.toThrow('blocked');
    expect(steps).toEqual(['tell', 'discard', 'flush', 'reload']);
  });
});
