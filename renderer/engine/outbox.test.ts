import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/lib/time.js';
import type { ApplicationId, MessageId } from '../../shared/records/primitives.js';
import { TICK } from './outbox.js';
import { OutboxRun } from './testing/outbox-run.js';

let run: OutboxRun;

beforeEach(() => {
  vi.useFakeTimers();
  run = new OutboxRun();
});
afterEach(async () => {
  await run.outbox.stop();
  vi.useRealTimers();
});

describe('delivery', () => {
  it('sends each due message once, oldest first, and says so only after the server accepted it (C22)', async () => {
    const ids = ['b@example.com', 'a@example.com'].map((to, n) => run.world.add(to, { holdUntil: run.world.now - n }));
    await run.start();
    expect(run.world.arrived).toEqual(['a@example.com', 'b@example.com']);
    expect(run.states(...ids)).toEqual(['sent', 'sent']);
    expect(ids.map((id) => run.world.row(id).attempt)).toEqual([1, 1]);
    expect(run.outbox.status.current()).toEqual({ kind: 'idle' });
  });

  it('commits sending for at most twenty at a time, before the first of them is handed over', async () => {
    for (let n = 0; n < 45; n++) run.world.add(`p${String(n)}@example.com`);
    await run.start();
    expect(run.world.commits.map((changes) => changes.length)).toEqual([20, 20, 20, 20, 5, 5]);
    expect(run.world.arrived).toHaveLength(45);
  });

  it('waits until the time for undo is over', async () => {
    const id = run.world.add('a@example.com', { holdUntil: run.world.now + 30 * SECOND });
    await run.start();
    expect(run.world.arrived).toEqual([]);
    await run.pass(30 * SECOND);
    expect(run.states(id)).toEqual(['sent']);
  });

  it('never sends what another device is to send, nor what was taken back', async () => {
    run.world.add('other@example.com', { deliverBy: 'b'.repeat(16) });
    const id = run.world.add('undone@example.com');
    run.world.addEvent(id, deliveryEvent({ id: 'e'.repeat(32), at: 1, by: null, state: 'cancelled' }));
    await run.start();
    await run.pass(DAY / 24);
    expect(run.world.arrived).toEqual([]);
    expect(run.calls('mail.deliver')).toBe(0);
  });

  it('does not send what is taken back while it waits for its turn to write', async () => {
    const id = run.world.add('undone@example.com');
    const stays = run.world.add('b@example.com');
    run.world.beforePlanning = () => {
      run.world.addEvent(id, deliveryEvent({ id: 'e'.repeat(32), at: 1, by: null, state: 'cancelled' }));
    };
    await run.start();
    expect(run.world.arrived).toEqual(['b@example.com']);
    expect(run.states(id, stays)).toEqual(['cancelled', 'sent']);
  });

  it('checks at the moment of sending that the application is still there', async () => {
    run.world.applications.add('c'.repeat(32));
    const there = run.world.add('a@example.com', { applicationId: 'c'.repeat(32) as ApplicationId });
    const gone = run.world.add('b@example.com', { applicationId: 'd'.repeat(32) as ApplicationId });
    await run.start();
    expect(run.states(there, gone)).toEqual(['sent', 'refused']);
    expect(run.world.row(gone).reason).toBe('mail/application-ended');
    expect(run.world.arrived).toEqual(['a@example.com']);
  });

  it('passes over a message that was erased while its batch was being sent', async () => {
    const ids = ['a', 'b', 'c'].map((name) => run.world.add(`${name}@example.com`));
    run.change((original) => ({
      message: async (id) => {
        if (id === ids[0]) run.world.erase(ids[1] as MessageId);
        return await original.message(id);
      },
    }));
    await run.start();
    expect(run.world.arrived).toEqual(['a@example.com', 'c@example.com']);
  });

  it('says how many wait, when that changes', async () => {
    run.world.up = false;
    run.world.add('a@example.com');
    run.world.add('b@example.com', { holdUntil: run.world.now + HOUR });
    await run.start();
    await run.pass(2 * MINUTE);
    run.world.up = true;
    await run.pass(TICK);
    expect(run.world.calls.filter(({ channel }) => channel === 'app.set-waiting').map(({ input }) => input)).toEqual([
      { messages: 2 },
      { messages: 1 },
    ]);
  });
});

describe('without a network', () => {
  it('tries nothing at all, however long, and goes on by itself when it is back', async () => {
    run.world.up = false;
    const id = run.world.add('a@example.com');
    await run.start();
    await run.pass(3 * HOUR);
    expect(run.calls('mail.deliver')).toBe(0);
    expect(run.outbox.status.current()).toEqual({ kind: 'no-network' });
    expect(run.world.row(id)).toMatchObject({ state: 'held', attempt: 0 });
    run.world.up = true;
    await run.pass(TICK);
    expect(run.world.arrived).toEqual(['a@example.com']);
  });

  it('does not even ask about it while nothing is due or the recruiter works offline', async () => {
    run.world.add('a@example.com', { holdUntil: run.world.now + DAY });
    await run.start();
    await run.pass(HOUR);
    expect(run.calls('network.state')).toBe(0);
    run.world.workOffline = true;
    run.world.add('b@example.com');
    await run.pass(HOUR);
    expect([run.calls('network.state'), run.calls('mail.deliver')]).toEqual([0, 0]);
    expect(run.outbox.status.current()).toEqual({ kind: 'working-offline' });
  });

  it('stops within a batch when the recruiter chooses to work offline', async () => {
    const ids = ['a', 'b', 'c'].map((name) => run.world.add(`${name}@example.com`));
    run.change((original) => ({
      message: async (id) => {
        if (id === ids[1]) run.world.workOffline = true;
        return await original.message(id);
      },
    }));
    await run.start();
    expect(run.states(...ids)).toEqual(['sent', 'sent', 'due']);
    expect(run.world.row(ids[2] as MessageId).attempt).toBe(0);
  });
});
