import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncStanding } from '../../shared/host/sync-standing.js';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/lib/time.js';
import type { Message } from '../../shared/records/message.js';
import type { InterviewId, MessageId } from '../../shared/records/primitives.js';
import { doubtBeforeLeaving } from './doubt-before-leaving.js';
import { OutboxRun } from './testing/outbox-run.js';
import { DEVICE } from './testing/outbox-world.js';

const SERVER = 'c'.repeat(16);
const INTERVIEW = '7'.repeat(32) as InterviewId;
const WORDS = { channel: 'sms', text: 'Soon' } as const;

let run: OutboxRun;

beforeEach(() => {
  vi.useFakeTimers();
  run = new OutboxRun();
});
afterEach(async () => {
  await run.outbox.stop();
  vi.useRealTimers();
});

function known(change: Partial<NonNullable<SyncStanding>> = {}): SyncStanding {
  return {
    ...{ server: 'https://sync.example.com', organisation: { id: 'o', name: 'Fjordkraft' }, recruiterId: null },
    ...{ laptop: 'Stand 1', unsent: 0, contactAt: run.world.now, skew: 0, problem: null, loading: null, toRenew: [] },
    ...{ brings: false, resend: null, sends: { device: SERVER, channels: ['email'] } },
    ...change,
  };
}

/** A reminder that is due so much later. */
function remind(to: string, inMs: number, change: Partial<Message> = {}): MessageId {
  const { world } = run;
  const startsAt = world.now + inMs + DAY;
  world.interviews.set(INTERVIEW, { cancelled: false, sequence: 0, startsAt });
  return world.add(to, {
    ...{ purpose: 'reminder', interviewId: INTERVIEW, holdUntil: world.now + inMs },
    reminder: { daysBefore: 1, sequence: 0, startsAt, words: WORDS },
    ...change,
  });
}

const by = (id: MessageId): string => run.world.row(id).deliverBy;

/** Taken in from the server: it refused what this laptop wrote under this place of its journal. */
function refuse(id: MessageId, action: string): void {
  const { world } = run;
  world.assign(id, DEVICE, false);
  const change = { kind: 'set', table: 'message', id, dossier: null, field: 'deliverBy', value: SERVER } as const;
  const changeSet = { v: 1, device: DEVICE, n: 1, stamp: '', at: 1, by: null, actionId: 'a', action } as const;
  world.refused.set('r', {
    row: { id: 'r', device: DEVICE, n: 1, code: 'sync/not-handed-over', at: 1, dossiers: [], place: 1 },
    changeSet: { ...changeSet, changes: [{ ...change, before: DEVICE, replaces: [] }] },
  });
}

describe('C27 R79 what is due later', () => {
  it('goes to a server that sends, each in a change set of its own, and nothing of it leaves from here', async () => {
    const { world } = run;
    world.server = known();
    const ids = [remind('ebba@example.com', 2 * HOUR), remind('jonas@example.com', DAY)];
    const soon = remind('maja@example.com', 10 * MINUTE);
    await run.start();
    expect(ids.map(by)).toEqual([SERVER, SERVER]);
    expect(world.commits.map((changes) => changes.length)).toEqual([1, 1]);
    expect(by(soon)).toBe(DEVICE);
    for (let days = 0; days < 3; days += 1) {
      world.server = known();
      await run.pass(DAY);
    }
    expect(world.arrived).toEqual(['maja@example.com']);
  });

  it.each([
    ['without a server', null],
    ['where the server sends nothing', { sends: null }],
    ['on a channel that it does not send on', { sends: { device: SERVER, channels: ['sms' as const] } }],
    ['before the server has everything', { unsent: 1 }],
    ['where it did not answer lately', { contactAt: 1 }],
    ['where something is wrong between the two', { problem: { code: 'sync/unreachable' as const, at: 1 } }],
    ['before its newest answer is taken in', { place: 7 }],
    ['while everything is loaded', { loading: { done: 0, total: null } }],
  ])('stays with this laptop %s, which sends it at its time', async (_words, change) => {
    run.world.now += HOUR;
    run.world.server = change === null ? null : known(change);
    const id = remind('ebba@example.com', HOUR);
    await run.start();
    expect(by(id)).toBe(DEVICE);
    await run.pass(HOUR);
    expect(run.world.arrived).toEqual(['ebba@example.com']);
  });

  it('stays with this laptop where somebody works offline, or a server is to have the page behind its link', async () => {
    const { world } = run;
    world.server = known();
    world.workOffline = true;
    const id = remind('ebba@example.com', HOUR);
    await run.start();
    expect(by(id)).toBe(DEVICE);
    world.workOffline = false;
    const panel = world.add('ida@example.com', { purpose: 'panel-review', holdUntil: world.now + HOUR });
    await run.pass(30 * SECOND);
    expect([by(id), by(panel)]).toEqual([SERVER, DEVICE]);
  });

  it('goes with its link to the page where candidates answer, to a server that knows where its pages are', async () => {
    const { world } = run;
    world.server = known();
    const id = remind('ebba@example.com', HOUR, { replyTokenHash: 'ab'.repeat(32) });
    await run.start();
    expect(by(id)).toBe(DEVICE);
    world.server = known({ pages: 'https://pages.example.com' });
    await run.pass(30 * SECOND);
    expect(by(id)).toBe(SERVER);
  });

  it('stays with this laptop for good once the server did not take it, and nobody has to decide', async () => {
    const { world } = run;
    world.server = known();
    const id = remind('ebba@example.com', HOUR);
    await run.start();
    refuse(id, 'hand-over');
    await run.pass(MINUTE);
    expect([by(id), world.row(id).reassigned, world.refused.size]).toEqual([DEVICE, true, 0]);
    world.server = known();
    await run.pass(HOUR);
    expect(world.arrived).toEqual(['ebba@example.com']);
  });

  it('waits for somebody where they took it back and the server did not give it', async () => {
    run.world.server = known();
    const id = remind('ebba@example.com', HOUR, { deliverBy: SERVER });
    refuse(id, 'message-from-here');
    run.world.assign(id, SERVER);
    await run.start();
    await run.pass(2 * HOUR);
    expect([by(id), run.world.refused.size, run.world.arrived.length]).toEqual([SERVER, 1, 0]);
  });
});

describe('C34 what was taken back from the server', () => {
  it.each([
    ['unsent', { unsent: 1 }],
    ['answered, and the answer not taken in', { place: 7 }],
  ])('does not leave while it is %s', async (_words, change) => {
    const { world } = run;
    world.server = known(change);
    const id = remind('ebba@example.com', 0);
    world.assign(id, DEVICE);
    await run.start();
    await run.pass(MINUTE);
    expect(world.arrived).toEqual([]);
    world.server = known();
    await run.pass(MINUTE);
    expect([world.arrived, by(id)]).toEqual([['ebba@example.com'], DEVICE]);
  });

  it('does not leave while somebody takes it back just when the server is asked', async () => {
    const { world } = run;
    world.server = known();
    const other = remind('jonas@example.com', HOUR, { channel: 'sms' });
    const id = remind('ebba@example.com', 0, { deliverBy: SERVER });
    run.change(({ standing }) => ({
      standing: async () => {
        const said = await standing();
        world.assign(id, DEVICE);
        return said;
      },
    }));
    await run.start();
    expect([world.arrived, by(other)]).toEqual([[], DEVICE]);
  });

  it('stays here, and is not handed over again', async () => {
    const { world } = run;
    world.server = known();
    const id = remind('ebba@example.com', HOUR);
    world.assign(id, DEVICE);
    await run.start();
    await run.pass(HOUR);
    expect([by(id), world.arrived]).toEqual([DEVICE, ['ebba@example.com']]);
  });

  it('is one with what stands in its place: that waits for the same answer', async () => {
    const { world } = run;
    const before = remind('ebba@example.com', HOUR, { deliverBy: SERVER });
    world.addEvent(before, deliveryEvent({ id: 'e'.repeat(32), at: world.now, by: null, state: 'cancelled' }));
    remind('ebba@example.com', 0);
    world.server = known({ unsent: 1 });
    await run.start();
    await run.pass(MINUTE);
    expect(world.arrived).toEqual([]);
    world.server = known();
    await run.pass(MINUTE);
    expect(world.arrived).toEqual(['ebba@example.com']);
  });
});

it('C18 R46 does not leave with a link that the server has refused, in the moment before that is known here', async () => {
  const { world } = run;
  const mail = { purpose: 'panel-review', personId: null } as const;
  world.add('ida@example.com', { ...mail, holdUntil: world.now });
  world.server = known({ place: 7 });
  world.takenTo = 6;
  await run.start();
  await run.pass(MINUTE);
  expect(world.arrived).toEqual([]);
  world.takenTo = 7;
  await run.pass(MINUTE);
  expect(world.arrived).toEqual(['ida@example.com']);
});

describe('C27 what another was to send', () => {
  it('does not leave before a server has agreed, also where that server sends nothing itself', async () => {
    const { world } = run;
    world.server = known({ sends: null, unsent: 1 });
    const id = world.add('ebba@example.com');
    world.assign(id, DEVICE);
    await run.start();
    await run.pass(MINUTE);
    expect(world.arrived).toEqual([]);
    world.server = known({ sends: null });
    await run.pass(MINUTE);
    expect(world.arrived).toEqual(['ebba@example.com']);
  });

  it('leaves nothing on a laptop that was revoked: others may have taken over what it had', async () => {
    const { world } = run;
    world.server = known({ problem: { code: 'sync/revoked', at: 1 } });
    world.add('ebba@example.com');
    await run.start();
    await run.pass(HOUR);
    expect(world.arrived).toEqual([]);
  });
});

describe('C27 before a laptop leaves its server', () => {
  it('what waits for the server’s answer is in doubt, and is not sent by itself afterwards', async () => {
    const { world } = run;
    world.server = known({ unsent: 1 });
    const later = world.add('jonas@example.com', { holdUntil: world.now + HOUR });
    const due = remind('ebba@example.com', 0);
    for (const id of [due, later]) world.assign(id, DEVICE);
    const [own, page] = [world.add('maja@example.com', { holdUntil: world.now + MINUTE }), panelMail()];
    await run.start();
    expect(await doubtBeforeLeaving(world.deps())).toBe(true);
    world.server = null;
    await run.pass(2 * HOUR);
    expect(run.states(due, later, own, page)).toEqual(['uncertain', 'uncertain', 'sent', 'held']);
    expect(world.row(due).reason).toBe('mail/sender-untold');
    expect(world.arrived).toEqual(['maja@example.com']);
  });

  it('nothing is where the server has answered, and everything where it shut the laptop out', async () => {
    const { world } = run;
    world.server = known();
    const id = remind('ebba@example.com', HOUR);
    world.assign(id, DEVICE);
    expect([await doubtBeforeLeaving(world.deps()), ...run.states(id)]).toEqual([true, 'held']);
    world.server = known({ problem: { code: 'sync/revoked', at: 1 } });
    expect([await doubtBeforeLeaving(world.deps()), ...run.states(id)]).toEqual([true, 'uncertain']);
  });

  it('it is told where the doubt could not be written', async () => {
    const { world } = run;
    world.server = known({ unsent: 1 });
    world.assign(remind('ebba@example.com', HOUR), DEVICE);
    world.commitFails = true;
    expect(await doubtBeforeLeaving(world.deps())).toBe(false);
  });
});

function panelMail(): MessageId {
  return run.world.add('ida@example.com', { purpose: 'panel-review', personId: null });
}
