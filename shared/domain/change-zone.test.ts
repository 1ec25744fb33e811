import { describe, expect, it } from 'vitest';
import { DAY, HOUR, instantAt, type Instant } from '../lib/time.js';
import type { MessageId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { movableInterview } from '../testing/meeting-builders.js';
import { planZoneChange, type OtherZone, type WaitingMessage } from './change-zone.js';
import type { PlannedMessage } from './progress-action.js';

const OSLO = 'Europe/Oslo';
const STARTS = instantAt(OSLO, '2026-06-10', '10:00');
const NOW = STARTS - 5 * DAY;
const ABROAD: OtherZone = { from: OSLO, to: 'America/New_York' };
const SAME_CLOCK: OtherZone = { from: 'Europe/Stockholm', to: 'Europe/Copenhagen' };

function message(n: number, more: Partial<WaitingMessage> = {}): WaitingMessage {
  return {
    id: testId<MessageId>(500 + n),
    personId: testId(1),
    channel: 'email',
    purpose: 'invitation',
    state: 'held',
    sequence: 3,
    attempt: 0,
    reason: null,
    holdUntil: NOW,
    retryAt: null,
    ...more,
  };
}

/** What became of each message, by its number; what is written is named after what it replaces. */
function changed(messages: readonly WaitingMessage[], zone: OtherZone, { now = NOW, writes = true } = {}) {
  const { id, fields } = movableInterview(1);
  const interview = { id, fields: { ...fields, startsAt: STARTS }, messages };
  const write = (_: unknown, earlier: { readonly id: MessageId }): PlannedMessage | null =>
    writes ? ({ id: earlier.id, message: { personId: testId(1) }, merged: [] } as never) : null;
  const plan = planZoneChange([interview], { zone, write }, { now, by: null, newId: () => 'event' });
  const ids = (all: readonly PlannedMessage[]) => all.map((one) => one.id);
  const { unreminded, unwritten } = plan;
  return {
    mails: ids(plan.mails),
    reminders: ids(plan.reminders),
    unreminded,
    unwritten,
    changes: plan.changes.length,
  };
}

const NOTHING = { mails: [], reminders: [], unreminded: [], unwritten: [], changes: 0 };
const reminder = (n: number, holdUntil: Instant) => message(n, { purpose: 'reminder', holdUntil });

describe('planZoneChange', () => {
  it('C3 an invitation and a mail about a change that wait tell the time as it is there, each in the place of the earlier', () => {
    const waiting = [message(1), message(2, { purpose: 'interview-change', state: 'deferred', retryAt: NOW + HOUR })];
    const others = [
      message(3, { state: 'sent' }),
      message(4, { state: 'sending' }),
      message(5, { state: 'cancelled' }),
      message(6, { sequence: 2 }), // an earlier time
      message(7, { purpose: 'interview-cancellation' }),
    ];
    const ids = waiting.map(({ id }) => id);
    expect(changed([...waiting, ...others], ABROAD)).toEqual({ ...NOTHING, mails: ids, changes: 4 });
  });

  it('what failed or is held for a reason is not sent by it, and is named; so is what cannot be written', () => {
    const stuck = [message(1, { state: 'failed' }), message(2, { reason: 'mail/interrupted' })];
    expect(changed(stuck, ABROAD)).toEqual({ ...NOTHING, unwritten: [testId(1)] });
    expect(changed([message(1)], ABROAD, { writes: false })).toEqual({ ...NOTHING, unwritten: [testId(1)] });
  });

  it('where the clocks are the same nothing is written, due or not', () => {
    const all = [message(1), reminder(2, NOW - HOUR), reminder(3, STARTS - DAY)];
    expect(changed(all, SAME_CLOCK)).toEqual(NOTHING);
  });

  it('C5, C27 a reminder to come for which there is no day is dropped; one that is due is never', () => {
    const one = [reminder(1, STARTS - DAY)];
    expect(changed(one, ABROAD, { writes: false })).toEqual({ ...NOTHING, unreminded: [testId(1)], changes: 1 });
    const due = { now: STARTS - 4 * HOUR, writes: false };
    expect(changed(one, ABROAD, due)).toEqual({ ...NOTHING, unwritten: [testId(1)] });
  });
});
