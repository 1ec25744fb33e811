import { beforeEach, describe, expect, it } from 'vitest';
import { createPageRenewal } from './renew-page.js';

let now = 0;
let wanted = true;
let done: string[] = [];
let gone: () => Promise<void>;

beforeEach(() => {
  now = 5_000;
  wanted = true;
  done = [];
  gone = createPageRenewal({
    now: () => now,
    reload: () => void done.push('reload'),
    ask: () => {
      done.push('ask');
      return Promise.resolve(wanted);
    },
  });
});

describe('a page whose process died', () => {
  it('is loaded again unasked when it lived for a minute, however early the first time', async () => {
    await gone();
    now += 60_000;
    await gone();
    expect(done).toEqual(['reload', 'reload']);
  });

  it('waits for a person when it dies again within a minute', async () => {
    await gone();
    now += 59_999;
    await gone();
    now += 1_000;
    await gone();
    expect(done).toEqual(['reload', 'ask', 'reload', 'ask', 'reload']);
  });

  it('stays away when the person does not want it back', async () => {
    await gone();
    wanted = false;
    await gone();
    expect(done).toEqual(['reload', 'ask']);
  });
});
