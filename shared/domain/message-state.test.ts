import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CreateChange } from '../changes/change-set.js';
import { MESSAGE_STATES, type MessageEvent, type MessageState } from '../records/message.js';
import type { RecruiterId } from '../records/primitives.js';
import {
  cancelMessage,
  deliveryEvent,
  dueFrom,
  foldDeliveries,
  isCalledOff,
  isWaiting,
  mayBeCancelled,
  mayBecome,
  MESSAGE_TRANSITIONS,
  stateAt,
} from './message-state.js';

let count = 0;
function event(state: MessageState, more: Partial<MessageEvent> = {}): MessageEvent {
  count += 1;
  return deliveryEvent({ id: count.toString(16).padStart(32, '0'), at: count, by: null, state, ...more });
}

/** A way of allowed steps from a new message to a state. */
const WAY: Record<MessageState, readonly MessageState[]> = {
  held: [],
  due: ['due'],
  sending: ['sending'],
  sent: ['sending', 'sent'],
  deferred: ['sending', 'deferred'],
  failed: ['sending', 'failed'],
  uncertain: ['sending', 'uncertain'],
  refused: ['refused'],
  cancelled: ['cancelled'],
};
const PAIRS = MESSAGE_STATES.flatMap((from) => MESSAGE_STATES.map((to) => [from, to] as const));

describe('state of a message', () => {
  it('begins held', () => {
    expect(foldDeliveries(7, [])).toEqual({
      state: 'held',
      reason: null,
      reply: null,
      retryAt: null,
      attempt: 0,
      since: 7,
      again: false,
    });
  });

  it.each(PAIRS)('from %s to %s follows the table', (from, to) => {
    const events = WAY[from].map((state) => event(state));
    expect(foldDeliveries(0, events).state).toBe(from);
    expect(foldDeliveries(0, [...events, event(to)]).state).toBe(mayBecome(from, to) ? to : from);
  });

  it('an SMS that left says what became of it, and left when it left', () => {
    const sent = [event('sending'), event('sent', { reply: '200' })];
    const { since } = foldDeliveries(0, sent);
    const told = foldDeliveries(0, [...sent, event('sent', { reason: 'sms/undeliverable' })]);
    expect(told).toMatchObject({ state: 'sent', reason: 'sms/undeliverable', reply: '200', since });
    expect(foldDeliveries(0, [...sent, event('sent', { reason: 'mail/gave-up' })]).reason).toBeNull();
    expect(foldDeliveries(0, [event('sending'), event('sent', { reason: 'sms/delivered' })]).state).toBe('sent');
  });

  it('C22 says sent after the mail server accepted and in no other way', () => {
    const before = MESSAGE_STATES.filter((state) => mayBecome(state, 'sent'));
    expect(before).toEqual(['sending', 'uncertain', 'refused', 'cancelled']);
    expect(MESSAGE_TRANSITIONS.sent).toEqual([]);
  });

  it('may be taken back unless it is on its way, has left or may have left', () => {
    expect(MESSAGE_STATES.filter((state) => mayBeCancelled(state))).toEqual([
      'held',
      'due',
      'deferred',
      'failed',
      'refused',
    ]);
  });

  it('stays taken back when it was taken back while being sent and came back', () => {
    const events = [event('sending'), event('cancelled'), event('deferred', { retryAt: 5 })];
    expect(foldDeliveries(0, events).state).toBe('cancelled');
    expect(foldDeliveries(0, [...events, event('sending')]).state).toBe('sending');
    expect(foldDeliveries(0, [event('sending'), event('cancelled'), event('due')]).state).toBe('cancelled');
    expect(foldDeliveries(0, [event('cancelled'), event('sending'), event('due')]).state).toBe('cancelled');
    expect(foldDeliveries(0, [event('refused'), event('due'), event('sending'), event('due')]).state).toBe('due');
    expect(foldDeliveries(0, [event('sending'), event('cancelled'), event('sent')]).state).toBe('sent');
    expect(foldDeliveries(0, [event('sending'), event('cancelled'), event('failed')]).state).toBe('failed');
  });

  it('is called off when it was taken back since it is being sent, and nothing came of it yet', () => {
    const begun = [event('sending'), event('cancelled')];
    expect(isCalledOff(begun)).toBe(true);
    expect(isCalledOff([event('cancelled'), event('sending')])).toBe(true); // taken back on a laptop of which nobody had heard
    expect(isCalledOff([event('cancelled')])).toBe(false);
    expect(isCalledOff([...begun, event('due')])).toBe(false);
    expect(isCalledOff([event('refused'), event('due'), event('sending')])).toBe(false); // somebody said: send it
    expect(isCalledOff([...begun, event('deferred')])).toBe(false);
    expect(isCalledOff([...begun, event('deferred'), event('sending')])).toBe(true);
  });

  it('sends an uncertain message again only after a person decided, once for each decision', () => {
    const decided = [event('sending'), event('uncertain'), event('due')];
    expect(foldDeliveries(0, decided)).toMatchObject({ state: 'due', again: true });
    const inAccountPause = [...decided, event('sending'), event('due')];
    expect(foldDeliveries(0, inAccountPause).again).toBe(true);
    const oncemore = [...decided, event('sending'), event('uncertain')];
    expect(foldDeliveries(0, oncemore)).toMatchObject({ state: 'uncertain', again: false });
  });

  it('counts the attempts that the events say', () => {
    const events = [
      event('sending', { attempt: 1 }),
      event('deferred', { attempt: 1, retryAt: 9 }),
      event('sending', { attempt: 2 }),
      event('failed', { attempt: 2 }),
    ];
    expect(foldDeliveries(0, events)).toMatchObject({ state: 'failed', attempt: 2 });
  });

  it('begins to count anew when a person says try again, and not when the outbox does', () => {
    const failed = [event('sending', { attempt: 29 }), event('failed', { attempt: 29 })];
    const by = 'e'.repeat(32) as RecruiterId;
    expect(foldDeliveries(0, [...failed, event('due', { attempt: 29, by })])).toMatchObject({ attempt: 0 });
    expect(foldDeliveries(0, [...failed, event('due', { attempt: 28 })])).toMatchObject({ attempt: 28 });
  });

  it('never leaves the table, whatever the events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MESSAGE_STATES)), (states) => {
        const events = states.map((state) => event(state));
        const all = events.map((_, index) => foldDeliveries(0, events.slice(0, index + 1)).state);
        for (const [index, state] of all.entries()) {
          const from = index === 0 ? 'held' : (all[index - 1] ?? 'held');
          const cameBack = from === 'sending' && (state === 'cancelled' || state === 'refused');
          expect(state === from || mayBecome(from, state) || cameBack).toBe(true);
        }
        const left = all.indexOf('sent');
        if (left >= 0) expect(all.slice(left).every((state) => state === 'sent')).toBe(true);
      }),
    );
  });
});

describe('state at a moment', () => {
  const held = { state: 'held', reason: null, holdUntil: 30, retryAt: null } as const;

  it('is due when the time for undo is over', () => {
    expect([29, 30, 31].map((now) => stateAt(held, now))).toEqual(['held', 'due', 'due']);
  });

  it('C34 stays held for a reason until a person lets it go', () => {
    expect(stateAt({ ...held, reason: 'mail/application-ended' }, 1_000)).toBe('held');
  });

  it('is due again when the next attempt may begin', () => {
    const deferred = { ...held, state: 'deferred', retryAt: 60 } as const;
    expect([59, 60].map((now) => stateAt(deferred, now))).toEqual(['deferred', 'due']);
    expect(stateAt({ ...deferred, retryAt: null }, 0)).toBe('due');
  });

  it.each(MESSAGE_STATES.filter((state) => !['held', 'due', 'deferred'].includes(state)))(
    'never makes %s due by itself',
    (state) => {
      expect(dueFrom({ ...held, state })).toBeNull();
      expect(stateAt({ ...held, state }, Number.MAX_SAFE_INTEGER)).toBe(state);
    },
  );

  it('waits for something until it left or ended', () => {
    expect(MESSAGE_STATES.filter(isWaiting)).toEqual(['held', 'due', 'sending', 'deferred']);
  });
});

describe('undo of a message', () => {
  const create: CreateChange = { kind: 'create', table: 'message', id: 'm', dossier: 'p', fields: { subject: 'Hi' } };
  it.each(MESSAGE_STATES)('of one that is %s', (state) => {
    const inverse = cancelMessage(
      create,
      WAY[state].map((to) => event(to)),
      { id: 'f'.repeat(32), at: 99, by: null },
    );
    if (['sending', 'sent', 'uncertain', 'cancelled'].includes(state)) expect(inverse).toBeNull();
    else {
      expect(inverse).toMatchObject({ kind: 'event', table: 'message', id: 'm', dossier: 'p' });
      expect(inverse).toMatchObject({ event: { type: 'delivery', state: 'cancelled', at: 99 } });
    }
  });
});
