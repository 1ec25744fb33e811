import { describe, expect, it } from 'vitest';
import { MESSAGE_STATES, MessageEvent, type MessageChannel, type MessageState } from '../records/message.js';
import { testId } from '../testing/change-builders.js';
import { interviewMessage, movableInterview } from '../testing/meeting-builders.js';
import type { DeliveryReason } from './delivery-reason.js';
import { mayBeCancelled } from './message-state.js';
import type { InterviewMessage, PlannedReminder } from './movable-interview.js';
import { moveReminders } from './move-reminders.js';
import type { PlannedMessage } from './progress-action.js';

const TO = { startsAt: 9_000_000, minutes: 30, place: 'Vinga', sequence: 4 };

interface Reminded {
  readonly state?: MessageState;
  readonly reason?: DeliveryReason | null;
  readonly sequence?: number;
  readonly channel?: MessageChannel;
}

function reminder(n: number, { sequence = 3, ...change }: Reminded = {}): InterviewMessage {
  return { ...interviewMessage(n, change.state ?? 'held', 'reminder', sequence), ...change };
}

/** Moves an interview of sequence 3 with these reminders; null: there is no day for them any more. */
function move(messages: readonly InterviewMessage[], leaves: 'later' | 'at-once' | null = 'later', to = TO) {
  const asked: string[] = [];
  let ids = 1000;
  const moved = moveReminders(movableInterview(1, messages), to, {
    now: 5,
    by: null,
    newId: () => testId((ids += 1)),
    write: {
      mail: () => null,
      inZone: null,
      reminder(_, __, { id }): PlannedReminder | null {
        asked.push(id);
        const planned = { id: `new ${id}`, message: { personId: null }, merged: [] } as unknown as PlannedMessage;
        return leaves === null ? null : { planned, atOnce: leaves === 'at-once' };
      },
    },
  });
  const takenBack = moved.changes.flatMap((change) => {
    if (change.kind !== 'event') return [];
    const { state, reason } = MessageEvent.parse(change.event);
    return [[change.id, state, reason]];
  });
  return { ...moved, asked, takenBack, written: moved.written.map(({ id }) => id) };
}

describe('C5 the reminder of an interview that moves', () => {
  it.each(MESSAGE_STATES)('is written again for the new day, the earlier one taken back if it can be: %s', (state) => {
    const one = reminder(1, { state, reason: state === 'cancelled' ? 'mail/reminder-dropped' : null, sequence: 2 });
    const { written, takenBack, dropped } = move([one]);
    expect([written, dropped]).toEqual([[`new ${one.id}`], false]);
    expect(takenBack).toEqual(mayBeCancelled(state) ? [[one.id, 'cancelled', 'mail/interview-moved']] : []);
  });

  it.each(MESSAGE_STATES)('is dropped where no day is left, and the recruiter told if it waited: %s', (state) => {
    const one = reminder(1, { state });
    const { written, takenBack, dropped } = move([one], null);
    expect(written).toEqual([]);
    expect(takenBack).toEqual(
      mayBeCancelled(state) && state !== 'cancelled' ? [[one.id, 'cancelled', 'mail/reminder-dropped']] : [],
    );
    expect(dropped).toBe(['held', 'due', 'deferred', 'failed'].includes(state));
  });

  it.each(MESSAGE_STATES)(
    'goes at once where its time is past, but to nobody who was reminded already: %s',
    (state) => {
      const hasLeft = ['sending', 'sent', 'uncertain'].includes(state);
      const isOver = state === 'cancelled'; // somebody took it back
      expect(move([reminder(1, { state })], 'at-once').written).toHaveLength(hasLeft || isOver ? 0 : 1);
    },
  );

  it('stays away where somebody took it back, after any number of moves', () => {
    const earlier = reminder(1, { state: 'cancelled', reason: 'mail/interview-moved', sequence: 2 });
    const stopped = reminder(2, { state: 'cancelled' });
    expect(move([stopped]).written).toEqual([]);
    expect(move([earlier, stopped]).written).toEqual([]);
    expect(move([earlier, { ...stopped, sequence: 1 }]).written).toEqual([]);
  });

  it('comes back with a later move after one that left no day for it', () => {
    const dropped = reminder(1, { state: 'cancelled', reason: 'mail/reminder-dropped', sequence: 2 });
    expect(move([dropped]).written).toEqual([`new ${dropped.id}`]);
  });

  it('after an undo is the one that holds again, and not the one that the undo took back', () => {
    const again = reminder(1);
    const undone = reminder(2, { state: 'cancelled', sequence: 4 });
    expect(move([again, undone], 'later', { ...TO, sequence: 5 }).asked).toEqual([again.id]);
  });

  it.each<MessageState>(['sent', 'sending', 'uncertain', 'refused'])(
    'is the one that still waits, with its own days and words, although one before it is %s',
    (state) => {
      const [left, waiting] = [reminder(1, { state }), reminder(2)];
      for (const messages of [
        [left, waiting],
        [waiting, left],
      ]) {
        const { asked, written, dropped } = move(messages);
        expect([asked, written, dropped]).toEqual([[waiting.id], [`new ${waiting.id}`], false]);
      }
      expect(move([left, waiting], null).dropped).toBe(true);
    },
  );

  it('C3 that another zone left no day for comes back with a later move', () => {
    const dropped = reminder(2, { state: 'cancelled', reason: 'mail/reminder-dropped' });
    expect(move([dropped]).written).toEqual([`new ${dropped.id}`]);
  });

  it('that a move left no day for comes back with a later move, although another one had left', () => {
    const dropped = reminder(2, { state: 'cancelled', reason: 'mail/reminder-dropped', sequence: 2 });
    expect(move([reminder(1, { state: 'sent', sequence: 2 }), dropped]).written).toEqual([`new ${dropped.id}`]);
  });

  it('tells another place only to whom it has not left', () => {
    const { startsAt } = movableInterview(1).fields;
    expect(move([reminder(1, { state: 'sent' })], 'later', { ...TO, startsAt }).written).toEqual([]);
    expect(move([reminder(1)], 'later', { ...TO, startsAt }).written).toHaveLength(1);
  });

  it('R76 is one of each kind; of two laptops that moved it at once, one remains', () => {
    const [mail, sms, other] = [reminder(1), reminder(2, { channel: 'sms' }), reminder(3)];
    const { written, takenBack } = move([mail, sms, other, interviewMessage(4, 'held')]);
    expect(written).toEqual([`new ${mail.id}`, `new ${sms.id}`]);
    expect(takenBack.map(([id]) => id)).toEqual([mail.id, other.id, sms.id]);
  });

  it('is written again although an earlier one was taken away at the same time: somebody added it anew', () => {
    const added = [reminder(1, { state: 'cancelled', reason: null }), reminder(2)];
    expect(move(added).written).toEqual([`new ${testId(502)}`]);
    const changed = [reminder(1, { state: 'cancelled', reason: 'mail/reminder-changed' }), reminder(2)];
    expect(move(changed).written).toEqual([`new ${testId(502)}`]);
    const taken = [
      reminder(1, { state: 'cancelled', reason: 'mail/reminder-changed' }),
      reminder(2, { state: 'cancelled' }),
    ];
    expect(move(taken).written).toEqual([]);
  });
});
