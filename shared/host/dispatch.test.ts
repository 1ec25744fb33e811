import { describe, expect, it } from 'vitest';
import { success } from '../lib/result.js';
import { CHANNELS } from './contract.js';
import { dispatch, type Handlers } from './dispatch.js';

const reported: string[] = [];
const report = (channel: string): void => void reported.push(channel);

function handlers(some: Partial<Handlers>): Handlers {
  const missing = Object.fromEntries(CHANNELS.map((channel) => [channel, () => Promise.reject(new Error('not here'))]));
  return { ...missing, ...some } as Handlers;
}

describe('dispatch', () => {
  it('answers a call of the contract', async () => {
    const served = handlers({ 'network.state': () => Promise.resolve(success({ up: true })) });
    expect(await dispatch(served, 'network.state', null, report)).toEqual({ ok: true, value: { up: true } });
  });

  it('refuses a call that is not in the contract, an inherited name included', async () => {
    for (const channel of ['nothing', 'toString', '__proto__', 'constructor']) {
      expect(await dispatch(handlers({}), channel, null, report)).toMatchObject({
        ok: false,
        code: 'host/invalid-input',
      });
    }
  });

  it('refuses input of another shape, and names where without repeating it', async () => {
    const answer = await dispatch(handlers({}), 'journal.read', { after: -1, limit: 'Ebba' }, report);
    expect(answer).toEqual({ ok: false, code: 'host/invalid-input', detail: 'after, limit' });
  });

  it('turns a throw into host/fault and tells the log nothing but the channel', async () => {
    reported.length = 0;
    expect(await dispatch(handlers({}), 'network.state', null, report)).toEqual({ ok: false, code: 'host/fault' });
    expect(reported).toEqual(['network.state']);
  });

  it('lets no answer out that is not of the contract', async () => {
    const wrong = handlers({ 'network.state': () => Promise.resolve(success({ up: 'yes' as unknown as boolean })) });
    expect(await dispatch(wrong, 'network.state', null, report)).toEqual({ ok: false, code: 'host/fault' });
  });
});
