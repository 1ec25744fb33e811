import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { DAY, HOUR, MINUTE } from '../../shared/lib/time.js';
import type { MessageId } from '../../shared/records/primitives.js';
import { TICK } from './outbox.js';
import { MAX_ATTEMPTS } from '../../shared/delivery/retry-schedule.js';
import { OutboxRun } from './testing/outbox-run.js';
import { BUSY, LATER, POLICY, REFUSED_LOGIN, UNKNOWN, type ServerAnswer } from './testing/outbox-world.js';

let run: OutboxRun;

beforeEach(() => {
  vi.useFakeTimers();
  run = new OutboxRun();
});
afterEach(async () => {
  await run.outbox.stop();
  vi.useRealTimers();
});

describe('a commit whose answer is lost', () => {
  it('delivers nothing before it is known, then goes on by itself: every mail leaves once', async () => {
    const ids = ['a', 'b'].map((name) => run.world.add(`${name}@example.com`));
    run.world.losesAnswer = true;
    await run.start();
    expect(run.calls('mail.deliver')).toBe(0);
    expect(run.outbox.status.current()).toEqual({ kind: 'stuck', code: 'commit/unknown' });
    await run.pass(TICK);
    expect(run.states(...ids)).toEqual(['sent', 'sent']);
    expect(run.world.arrived).toEqual(['a@example.com', 'b@example.com']);
    expect(run.outbox.status.current()).toEqual({ kind: 'idle' });
  });
});

describe('an account in trouble', () => {
  it('stops everything at the first refused login, counts it against no message, and waits for a person', async () => {
    const ids = ['a', 'b', 'c'].map((name) => run.world.add(`${name}@example.com`));
    run.world.answers.set('a@example.com', [REFUSED_LOGIN]);
    await run.start();
    await run.pass(DAY);
    expect(run.calls('mail.deliver')).toBe(1);
    expect(run.states(...ids)).toEqual(['due', 'due', 'due']);
    expect(ids.map((id) => run.world.row(id).attempt)).toEqual([0, 0, 0]);
    expect(run.outbox.status.current()).toEqual({ kind: 'paused', reason: 'mail/login-refused', reply: '535' });
    run.outbox.resume();
    await run.settle();
    expect(run.states(...ids)).toEqual(['sent', 'sent', 'sent']);
  });

  it('is tried again after 1, 5, then 15 minutes, and goes on as soon as it works', async () => {
    const id = run.world.add('a@example.com');
    run.world.answers.set('a@example.com', [BUSY, BUSY, BUSY, BUSY]);
    await run.start();
    const begun = [run.calls('mail.deliver') - 1];
    for (let minute = 1; minute < 60; minute++) {
      const before = run.calls('mail.deliver');
      await run.pass(MINUTE);
      if (run.calls('mail.deliver') > before) begun.push(minute);
    }
    expect(begun).toEqual([0, 1, 6, 21, 36]);
    expect(run.states(id)).toEqual(['sent']);
    expect(run.world.row(id).attempt).toBe(1);
  });

  it('that does not exist yet pauses with that reason', async () => {
    const id = run.world.add('a@example.com');
    run.world.answers.set('a@example.com', ['mail/no-account']);
    await run.start();
    expect(run.outbox.status.current()).toMatchObject({ kind: 'paused', reason: 'mail/no-account' });
    expect(run.world.row(id)).toMatchObject({ state: 'due', reason: 'mail/no-account', attempt: 0 });
  });

  it('whose mails are refused by policy three times running is paused before everybody is written to in vain', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'].map((name) => run.world.add(`${name}@example.com`));
    for (const name of ['a', 'b', 'c']) run.world.answers.set(`${name}@example.com`, [POLICY]);
    await run.start();
    expect(run.states(...ids)).toEqual(['failed', 'failed', 'failed', 'due', 'due']);
    expect(run.outbox.status.current()).toMatchObject({ kind: 'paused', reason: 'mail/refused-by-policy' });
  });
});

describe('a server that takes messages and never answers', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];

  it('pauses the account at the third running, and not before a person says so does the next one leave', async () => {
    const ids = names.map((name) => run.world.add(`${name}@example.com`));
    for (const name of names) run.world.answers.set(`${name}@example.com`, ['cut-before-storing']);
    await run.start();
    await run.pass(DAY);
    expect(run.states(...ids)).toEqual(['uncertain', 'uncertain', 'uncertain', 'due', 'due']);
    expect(run.outbox.status.current()).toEqual({ kind: 'paused', reason: 'mail/answers-missing', reply: '' });
    run.world.answers.clear();
    run.outbox.resume();
    await run.settle();
    expect(run.states(...ids)).toEqual(['uncertain', 'uncertain', 'uncertain', 'sent', 'sent']);
  });

  it('is trusted again as soon as it answers one', async () => {
    const ids = names.map((name) => run.world.add(`${name}@example.com`));
    for (const name of ['a', 'b', 'd', 'e']) run.world.answers.set(`${name}@example.com`, ['cut-before-storing']);
    await run.start();
    expect(run.states(...ids)).toEqual(['uncertain', 'uncertain', 'sent', 'uncertain', 'uncertain']);
    expect(run.outbox.status.current()).toEqual({ kind: 'idle' });
  });
});

describe('a message in trouble', () => {
  it('waits alone while the others go, and is tried again by the schedule', async () => {
    const ids = ['a', 'b'].map((name) => run.world.add(`${name}@example.com`));
    run.world.answers.set('a@example.com', [LATER, LATER]);
    await run.start();
    expect(run.states(...ids)).toEqual(['deferred', 'sent']);
    expect(run.world.row(ids[0] as MessageId)).toMatchObject({ retryAt: run.world.now + MINUTE, attempt: 1 });
    await run.pass(MINUTE);
    expect(run.world.row(ids[0] as MessageId)).toMatchObject({ retryAt: run.world.now + 5 * MINUTE, attempt: 2 });
    await run.pass(5 * MINUTE);
    expect(run.states(...ids)).toEqual(['sent', 'sent']);
  });

  it('is given up after two days of trying', async () => {
    const id = run.world.add('a@example.com');
    run.world.answers.set('a@example.com', Array<ServerAnswer>(100).fill(LATER));
    await run.start();
    await run.pass(47 * HOUR);
    expect(run.states(id)).toEqual(['deferred']);
    await run.pass(3 * HOUR);
    expect(run.world.row(id)).toMatchObject({ state: 'failed', reason: 'mail/gave-up', attempt: MAX_ATTEMPTS });
    expect(run.calls('mail.deliver')).toBe(MAX_ATTEMPTS);
  });

  it('that fails for good is not tried again', async () => {
    const id = run.world.add('a@example.com');
    run.world.answers.set('a@example.com', [UNKNOWN]);
    await run.start();
    await run.pass(DAY);
    expect(run.world.row(id)).toMatchObject({ state: 'failed', reason: 'mail/mailbox-unknown', reply: '550' });
    expect(run.calls('mail.deliver')).toBe(1);
  });

  it('that may have arrived is sent again only when a person says so', async () => {
    const id = run.world.add('a@example.com');
    run.world.answers.set('a@example.com', ['cut-after-storing']);
    await run.start();
    await run.pass(DAY);
    expect([run.states(id), run.world.arrived.length]).toEqual([['uncertain'], 1]);
    run.world.addEvent(id, deliveryEvent({ id: 'e'.repeat(32), at: run.world.now, by: null, state: 'due' }));
    await run.pass(TICK);
    expect([run.states(id), run.world.arrived.length]).toEqual([['sent'], 2]);
    const asked = run.world.calls.flatMap(({ input }) =>
      typeof input === 'object' && input !== null && 'again' in input ? [input.again] : [],
    );
    expect(asked).toEqual([false, true]);
  });
});

describe('trouble on this laptop', () => {
  it('sends nothing while sending cannot be committed', async () => {
    run.world.add('a@example.com');
    run.world.commitFails = true;
    await run.start();
    await run.pass(HOUR);
    expect(run.calls('mail.deliver')).toBe(0);
    expect(run.outbox.status.current()).toEqual({ kind: 'stuck', code: 'journal/disk-full' });
    run.world.commitFails = false;
    await run.pass(TICK);
    expect(run.world.arrived).toHaveLength(1);
  });

  it('asks the ledger when the host failed in the middle, and sends what was never begun', async () => {
    const ids = ['a', 'b'].map((name) => run.world.add(`${name}@example.com`));
    run.world.answers.set('a@example.com', ['host/fault']);
    await run.start();
    expect(run.states(...ids)).toEqual(['sending', 'due']);
    await run.pass(TICK);
    expect(run.states(...ids)).toEqual(['sent', 'sent']);
    expect(run.world.arrived).toHaveLength(2);
  });

  it('keeps ticking after a fault in the program, and reports it', async () => {
    let broken = true;
    const fault = new Error('a fault');
    run.change((original) => ({
      message: async (id) => {
        if (broken) throw fault;
        return await original.message(id);
      },
    }));
    const id = run.world.add('a@example.com');
    await run.start();
    expect([run.world.faults, run.outbox.status.current()]).toEqual([[fault], { kind: 'stuck', code: 'host/fault' }]);
    broken = false;
    await run.pass(TICK);
    expect(run.states(id)).toEqual(['sent']);
  });

  it('stops without leaving a message begun: what was not handed over is due again', async () => {
    const ids = ['a', 'b', 'c'].map((name) => run.world.add(`${name}@example.com`));
    run.change((original) => ({
      message: async (id) => {
        if (id === ids[0]) void run.outbox.stop();
        return await original.message(id);
      },
    }));
    await run.start();
    expect(run.states(...ids)).toEqual(['sent', 'due', 'due']);
  });
});
