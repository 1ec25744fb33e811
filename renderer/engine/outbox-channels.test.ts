import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import type { DeliveryOutcome } from '../../shared/host/contract.js';
import { DAY, HOUR, MINUTE } from '../../shared/lib/time.js';
import type { MessageId } from '../../shared/records/primitives.js';
import { OutboxRun } from './testing/outbox-run.js';
import { BUSY, REFUSED_LOGIN } from './testing/outbox-world.js';

const NO_CREDIT: DeliveryOutcome = { state: 'paused', reason: 'sms/no-credit', reply: '403 Insufficient credit' };
const REHEARSED: DeliveryOutcome = { state: 'sent', reply: '', reason: 'sms/dry-run' };
const PHONE = '+46701740605';

let run: OutboxRun;
beforeEach(() => {
  vi.useFakeTimers();
  run = new OutboxRun();
});
afterEach(async () => {
  await run.outbox.stop();
  vi.useRealTimers();
});

function addSms(to = PHONE): MessageId {
  return run.world.add(to, { channel: 'sms', purpose: 'reminder', subject: '', html: '', text: 'Soon' });
}

describe('R76 email and SMS', () => {
  it('leave by their own ways, the gateway being told number and text and nothing else', async () => {
    const ids = [run.world.add('a@example.com'), addSms()];
    await run.start();
    expect(run.states(...ids)).toEqual(['sent', 'sent']);
    expect([run.calls('mail.deliver'), run.calls('sms.deliver')]).toEqual([1, 1]);
    const asked = run.world.calls.find(({ channel }) => channel === 'sms.deliver')?.input;
    expect(asked).toEqual({ messageId: run.world.row(addedSms(ids)).messageId, to: PHONE, text: 'Soon', again: false });
  });

  it('do not wait for each other: a refused login keeps no SMS here', async () => {
    run.world.answers.set('a@example.com', [REFUSED_LOGIN]);
    const ids = [run.world.add('a@example.com'), addSms(), run.world.add('b@example.com'), addSms('+46701740606')];
    await run.start();
    await run.pass(DAY);
    expect(run.states(...ids)).toEqual(['due', 'sent', 'due', 'sent']);
    expect(run.outbox.status.current()).toMatchObject({ kind: 'paused', reason: 'mail/login-refused' });
    expect(run.outbox.smsStatus.current()).toEqual({ kind: 'idle' });
  });

  it('do not wait for each other: an SMS account without credit keeps no email here', async () => {
    run.world.answers.set(PHONE, [NO_CREDIT]);
    const ids = [addSms(), run.world.add('a@example.com'), addSms('+46701740606')];
    await run.start();
    await run.pass(DAY);
    expect(run.states(...ids)).toEqual(['due', 'sent', 'due']);
    expect(run.calls('sms.deliver')).toBe(1);
    expect(run.outbox.smsStatus.current()).toMatchObject({ kind: 'paused', reason: 'sms/no-credit' });
    expect(run.outbox.status.current()).toEqual({ kind: 'idle' });
    run.outbox.resume();
    await run.settle();
    expect(run.states(...ids)).toEqual(['sent', 'sent', 'sent']);
  });

  it('are both told of their own trouble when both have some', async () => {
    run.world.answers.set(PHONE, ['sms/no-account']);
    run.world.answers.set('a@example.com', [BUSY]);
    const ids = [addSms(), run.world.add('a@example.com')];
    await run.start();
    expect(run.states(...ids)).toEqual(['due', 'due']);
    expect(run.outbox.smsStatus.current()).toMatchObject({ kind: 'paused', reason: 'sms/no-account' });
    expect(run.outbox.status.current()).toMatchObject({ kind: 'backing-off', reason: 'mail/server-busy' });
  });

  it('leave once after a crash at whichever step, or are uncertain', async () => {
    for (let step = 0; step < 40; step++) {
      run = new OutboxRun();
      const ids = [run.world.add('a@example.com'), addSms()];
      run.world.crashAt = step;
      await run.start();
      run.world.crashAt = null;
      run.change(() => ({}));
      await run.start();
      for (const [at, to] of ['a@example.com', PHONE].entries()) {
        const times = run.world.arrived.filter((one) => one === to).length;
        const state = run.states(...ids)[at];
        expect([step, to, state === 'sent' || state === 'uncertain', times <= 1]).toEqual([step, to, true, true]);
        if (state === 'sent') expect(times).toBe(1);
      }
      await run.outbox.stop();
    }
  });
});

it('a rehearsal is sent with the reason that nothing left', async () => {
  run.world.answers.set(PHONE, [REHEARSED]);
  const id = addSms();
  await run.start();
  expect(run.world.row(id)).toMatchObject({ state: 'sent', reason: 'sms/dry-run' });
});

it('a rehearsal needs no network, whatever waits before it, but whoever works offline keeps it here', async () => {
  run.world.answers.set(PHONE, [REHEARSED]);
  run.world.up = false;
  run.world.workOffline = true;
  run.world.rehearses = true;
  const ids = [run.world.add('a@example.com'), addSms()];
  await run.start();
  expect(run.states(...ids)).toEqual(['held', 'held']);
  run.world.workOffline = false;
  await run.pass(MINUTE);
  expect(run.states(...ids)).toEqual(['held', 'sent']);
  expect([run.calls('mail.deliver'), run.outbox.status.current().kind]).toEqual([0, 'no-network']);
  expect(run.outbox.smsStatus.current()).toEqual({ kind: 'idle' });
});

it('an SMS that is to leave in earnest waits for the network', async () => {
  run.world.up = false;
  const id = addSms();
  await run.start();
  expect([run.world.row(id).state, run.calls('sms.deliver')]).toEqual(['held', 0]);
  expect(run.outbox.smsStatus.current()).toEqual({ kind: 'no-network' });
});

describe('what became of an SMS', () => {
  const messageIdOf = (id: MessageId): string => run.world.row(id).messageId;

  it('is asked for after a while, kept beside sent, and asked for no more', async () => {
    const id = addSms();
    await run.start();
    const { since } = run.world.row(id);
    expect(run.calls('sms.arrivals')).toBe(0);
    await run.pass(MINUTE);
    expect(run.calls('sms.arrivals')).toBe(1);
    expect(run.world.row(id)).toMatchObject({ state: 'sent', reason: null });
    run.world.arrivals.set(messageIdOf(id), 'sms/delivered');
    await run.pass(DAY);
    expect(run.world.row(id)).toMatchObject({ state: 'sent', reason: 'sms/delivered', since });
    expect(run.calls('sms.arrivals')).toBe(2);
  });

  it('is asked for a dozen times in a week, and then given up', async () => {
    addSms();
    await run.start();
    await run.pass(9 * DAY);
    expect(run.calls('sms.arrivals')).toBe(11);
  });

  it('is not asked for without a network, of a rehearsal, nor of what another laptop or an email server took', async () => {
    run.world.answers.set(PHONE, [REHEARSED]);
    addSms();
    run.world.add('a@example.com');
    const elsewhere = run.world.add(PHONE, { channel: 'sms', deliverBy: 'b'.repeat(16) });
    for (const state of ['sending', 'sent'] as const) {
      run.world.addEvent(elsewhere, deliveryEvent({ id: state, at: run.world.now, by: null, state }));
    }
    const mine = addSms('+46701740606');
    await run.start();
    run.world.up = false;
    await run.pass(HOUR);
    expect(run.calls('sms.arrivals')).toBe(0);
    run.world.up = true;
    await run.pass(MINUTE);
    const asked = run.world.calls.filter(({ channel }) => channel === 'sms.arrivals').map(({ input }) => input);
    expect(asked).toEqual([{ messageIds: [messageIdOf(mine)] }]);
  });

  it('holds up nothing while the gateway thinks, and is not kept for somebody erased meanwhile', async () => {
    const id = addSms();
    await run.start();
    run.world.arrivals.set(messageIdOf(id), 'sms/expired');
    let think = (): void => undefined;
    run.world.gatewayThinks = new Promise((resolve) => (think = resolve));
    await run.pass(MINUTE);
    const mail = run.world.add('a@example.com');
    await run.pass(MINUTE);
    expect(run.states(mail)).toEqual(['sent']);
    expect(run.calls('sms.arrivals')).toBe(1);
    const commits = run.world.commits.length;
    run.world.erase(id);
    think();
    await run.settle();
    expect([run.world.commits.length, run.world.faults]).toEqual([commits, []]);
  });
});

function addedSms(ids: readonly MessageId[]): MessageId {
  const id = ids.find((one) => run.world.row(one).channel === 'sms');
  if (id === undefined) throw new Error('no SMS');
  return id;
}
