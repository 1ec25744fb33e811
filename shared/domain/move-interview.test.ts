import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InterviewEvent } from '../records/interview.js';
import { MESSAGE_STATES } from '../records/message.js';
import type { MessageId, PersonId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import {
  answerEvent,
  interviewMessage as message,
  movableInterview as interview,
} from '../testing/meeting-builders.js';
import { accTime } from './interview-answers.js';
import { mayBecome } from './message-state.js';
import type { MovableInterview } from './movable-interview.js';
import { planMeetingMove } from './move-interview.js';
import type { PlannedMessage } from './progress-action.js';
import { wasTold } from './told-of-interview.js';

const TO = { startsAt: 7_200_000, minutes: 45, place: 'Vinga' };

function plan(interviews: readonly MovableInterview[], { tellAgain = false, canWrite = true, to = TO } = {}) {
  const written: { readonly to: PersonId; readonly purpose: string; readonly sequence: number }[] = [];
  let ids = 1000;
  const move = planMeetingMove(
    interviews,
    to,
    { tellAgain },
    {
      now: 5,
      by: null,
      newId: () => testId((ids += 1)),
      write: {
        mail(of, moved, purpose) {
          if (!canWrite) return null;
          written.push({ to: of.fields.personId, purpose, sequence: moved.sequence });
          return {
            id: testId<MessageId>((ids += 1)),
            message: { personId: of.fields.personId },
            merged: [],
          } as unknown as PlannedMessage;
        },
        reminder: () => null,
        inZone: null,
      },
    },
  );
  return { move, written, replaced: move.changes.filter(({ kind, table }) => kind === 'event' && table === 'message') };
}

describe('moving a meeting', () => {
  it('writes time, duration and place, and a higher sequence, for everybody in it', () => {
    const { move } = plan([interview(1), interview(2)]);
    expect(move.moved).toEqual([101, 102].map((id) => ({ id: testId(id), fields: { ...TO, sequence: 4 } })));
    expect(move.changes.map(({ table }) => table)).toEqual(['interview', 'interview']);
  });

  it('C31, R91 keeps from where to where it went, with who moved it', () => {
    const [change] = plan([interview(1)]).move.changes;
    expect(change).toMatchObject({ kind: 'event', table: 'interview', id: testId(101), dossier: testId(1) });
    expect(change?.kind === 'event' && InterviewEvent.parse(change.event)).toMatchObject({
      type: 'move',
      at: 5,
      from: { startsAt: 3_600_000, minutes: 30, place: 'Room 4' },
      to: TO,
    });
  });

  it('C31 is a new version for another duration or place alone: the candidate’s calendar shows both', () => {
    const stands = { startsAt: 3_600_000, minutes: 30, place: 'Room 4' };
    for (const to of [
      { ...stands, minutes: 45 },
      { ...stands, place: 'Vinga' },
    ]) {
      expect(plan([interview(1)], { to }).move.moved).toEqual([{ id: testId(101), fields: { ...to, sequence: 4 } }]);
    }
  });

  it('C31 leaves Acc. time at Awaiting response: an answer to the earlier time no longer counts', () => {
    const answer = answerEvent({ sequence: 3 });
    const [moved] = plan([interview(1)]).move.moved;
    expect(accTime({ invitation: 'email', sequence: 3 }, [answer])).toBe('accepted');
    expect(accTime({ invitation: 'email', sequence: moved!.fields.sequence }, [answer])).toBe('awaiting');
    expect(accTime({ invitation: 'none', sequence: moved!.fields.sequence }, [])).toBeNull();
  });

  it('changes nothing where it stands already', () => {
    const { move } = plan([interview(1, [message(1, 'held')])], {
      to: { startsAt: 3_600_000, minutes: 30, place: 'Room 4' },
    });
    const nothing = { moved: [], changes: [], messages: [], exchanged: [], untold: [], reminders: [], unreminded: [] };
    expect(move).toEqual(nothing);
  });

  it.each(['held', 'due', 'deferred'] as const)(
    'cancels an invitation that is %s, which nobody need decide about, and queues one with the new time',
    (state) => {
      const { move, written, replaced } = plan([interview(1, [message(1, state)])]);
      expect(replaced).toMatchObject([
        {
          id: testId(501),
          dossier: testId(1),
          event: { state: 'cancelled', reason: 'mail/interview-moved', attempt: 2, at: 5 },
        },
      ]);
      expect(written).toEqual([{ to: testId(1), purpose: 'invitation', sequence: 4 }]);
      expect(move.messages).toHaveLength(1);
      expect(move.exchanged).toEqual([testId(1)]);
    },
  );

  it.each(['sent', 'sending', 'uncertain'] as const)(
    'sends the new time to who has one that is %s only when told to',
    (state) => {
      const meeting = [interview(1, [message(1, state)])];
      expect(meeting.every(wasTold)).toBe(true);
      expect(plan(meeting).written).toEqual([]);
      const { written, replaced } = plan(meeting, { tellAgain: true });
      expect(written).toEqual([{ to: testId(1), purpose: 'interview-change', sequence: 4 }]);
      expect(replaced).toEqual([]);
    },
  );

  it('replaces a change that still waits without asking again', () => {
    const meeting = [
      interview(1, [message(1, 'sent'), { ...message(2, 'held', 'interview-change'), personId: testId(1) }]),
    ];
    const { written, replaced } = plan(meeting);
    expect(replaced).toMatchObject([{ id: testId(502) }]);
    expect(written).toEqual([{ to: testId(1), purpose: 'interview-change', sequence: 4 }]);
  });

  it('C31 writes an invitation anew that could not be delivered, and leaves none to be tried again', () => {
    const { move, written, replaced } = plan([interview(1, [message(1, 'failed')])]);
    expect(replaced).toMatchObject([
      { id: testId(501), event: { state: 'cancelled', reason: 'mail/interview-moved' } },
    ]);
    expect(written).toEqual([{ to: testId(1), purpose: 'invitation', sequence: 4 }]);
    expect(move).toMatchObject({ exchanged: [testId(1)], untold: [] });
  });

  it('writes one where the only one was refused', () => {
    const { written, replaced } = plan([interview(1, [message(1, 'refused')])]);
    expect(replaced).toEqual([]);
    expect(written).toEqual([{ to: testId(1), purpose: 'invitation', sequence: 4 }]);
  });

  it('names those whom no mail can reach, and those who were told by mouth', () => {
    const stopped = interview(3, [message(3, 'cancelled')]);
    const meeting = [interview(1, [message(1, 'held')]), interview(2), stopped];
    expect(plan(meeting, { canWrite: false }).move.untold).toEqual([testId(1), testId(2), testId(3)]);
    const { move, written } = plan(meeting, { tellAgain: true });
    expect(written.map(({ to }) => to)).toEqual([testId(1)]);
    expect(move.untold).toEqual([testId(2), testId(3)]);
  });

  it('C31 never uses a sequence twice, after an undo either', () => {
    const left = { ...message(2, 'sent', 'interview-change', 7), personId: testId<PersonId>(1) };
    const { move, written } = plan([interview(1, [message(1, 'sent'), left])], { tellAgain: true });
    expect(move.moved[0]?.fields.sequence).toBe(8);
    expect(written).toMatchObject([{ sequence: 8 }]);
  });

  it('takes back only what has not left, and never another kind of mail', () => {
    const state = fc.constantFrom(...MESSAGE_STATES);
    const purpose = fc.constantFrom(
      'invitation',
      'interview-change',
      'ad-hoc',
      'rejection',
      'interview-cancellation' as const,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(state, purpose), { maxLength: 5 }), fc.boolean(), (mails, tellAgain) => {
        const messages = mails.map(([is, about], n) => message(n, is, about));
        const { replaced, written } = plan([interview(1, messages)], { tellAgain });
        const taken = new Set(replaced.map(({ id }) => id));
        for (const { id, state: is, purpose: about } of messages) {
          const tells = about === 'invitation' || about === 'interview-change';
          expect(taken.has(id)).toBe(tells && (is === 'failed' || mayBecome(is, 'refused')));
        }
        if (replaced.length > 0) expect(written).toHaveLength(1);
      }),
    );
  });
});
