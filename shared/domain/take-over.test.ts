import { expect, it } from 'vitest';
import { MESSAGE_STATES } from '../records/message.js';
import { deliveryEvent, foldDeliveries } from './message-state.js';
import { mayHaveLeft, SENDER_GONE } from './take-over.js';

const WAITS = { state: 'held', reason: null, holdUntil: 100, retryAt: null } as const;

it('C27 what waits for a time to come cannot have left, whoever was to send it; everything else that waits may have', () => {
  expect([99, 100, 101].map((now) => mayHaveLeft(WAITS, now))).toEqual([false, true, true]);
  expect(mayHaveLeft({ ...WAITS, state: 'deferred', retryAt: 200 }, 150)).toBe(false);
  expect(mayHaveLeft({ ...WAITS, reason: 'mail/status-changed' }, 0)).toBe(true);
  const may = MESSAGE_STATES.filter((state) => mayHaveLeft({ ...WAITS, state }, 500));
  expect(may).toEqual(['held', 'due', 'sending', 'deferred']);
});

it('what was in doubt waits for its time again once somebody decided, and counts as a second time', () => {
  const event = (n: number, state: 'uncertain' | 'held', reason: string | null = null) =>
    deliveryEvent({ id: n.toString().padStart(32, '0'), at: n, by: null, state, reason });
  const doubt = event(1, 'uncertain', SENDER_GONE);
  expect(foldDeliveries(0, [doubt])).toMatchObject({ state: 'uncertain', reason: SENDER_GONE });
  expect(foldDeliveries(0, [doubt, event(2, 'held')])).toMatchObject({ state: 'held', reason: null, again: true });
});
