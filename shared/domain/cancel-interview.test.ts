import { describe, expect, it } from 'vitest';
import { InterviewEvent } from '../records/interview.js';
import { MESSAGE_STATES } from '../records/message.js';
import type { MessageId, PersonId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { interviewMessage, movableInterview } from '../testing/meeting-builders.js';
import { mustBeToldOff, planMeetingCancellation } from './cancel-interview.js';
import { mayBeCancelled } from './message-state.js';
import type { MovableInterview } from './movable-interview.js';
import type { PlannedMessage } from './progress-action.js';

const BEFORE = movableInterview(1).fields.startsAt - 1;

function plan(interviews: readonly MovableInterview[], { tell = true, canWrite = true, now = BEFORE } = {}) {
  const written: { readonly to: PersonId; readonly purpose: string; readonly sequence: number }[] = [];
  let ids = 1000;
  const newId = () => testId<string>((ids += 1));
  const cancellation = planMeetingCancellation(
    interviews,
    { tell },
    {
      now,
      by: null,
      newId,
      write: {
        mail({ fields: { personId } }, { sequence }, purpose) {
          if (!canWrite) return null;
          written.push({ to: personId, purpose, sequence });
          return { id: newId() as MessageId, message: { personId }, merged: [] } as unknown as PlannedMessage;
        },
        reminder: () => null,
        inZone: null,
      },
    },
  );
  return { ...cancellation, written };
}

describe('cancelling a meeting', () => {
  it('R92 takes it out of the calendar for everybody in it, and leaves the status to the recruiter', () => {
    const { changes } = plan([movableInterview(1), movableInterview(2)]);
    expect(changes.map(({ table, id }) => [table, id])).toEqual([
      ['interview', testId(101)],
      ['interview', testId(102)],
    ]);
    for (const change of changes) {
      expect(change.kind === 'event' && InterviewEvent.parse(change.event)).toMatchObject({ type: 'cancellation' });
    }
  });

  it.each(MESSAGE_STATES)('C22 tells who has the invitation, or may have it, and stops what waits: %s', (state) => {
    const { changes, written, messages } = plan([movableInterview(1, [interviewMessage(1, state)])]);
    const told = ['sending', 'sent', 'uncertain'].includes(state);
    expect(written).toEqual(told ? [{ to: testId(1), purpose: 'interview-cancellation', sequence: 4 }] : []);
    expect(messages).toHaveLength(told ? 1 : 0);
    const stopped = changes.filter(({ table, kind }) => table === 'message' && kind === 'event');
    expect(stopped).toHaveLength(mayBeCancelled(state) ? 1 : 0);
  });

  it('tells nobody when the recruiter does it, and nobody of what is over', () => {
    const meeting = [movableInterview(1, [interviewMessage(1, 'sent')])];
    expect(plan(meeting, { tell: false }).written).toEqual([]);
    expect(plan(meeting, { now: BEFORE + 1 }).written).toEqual([]);
    expect(meeting.map((one) => [mustBeToldOff(one, BEFORE), mustBeToldOff(one, BEFORE + 1)])).toEqual([[true, false]]);
  });

  it('C31 has a higher sequence than all that left, after an undo either', () => {
    const left = interviewMessage(1, 'sent', 'interview-cancellation', 4);
    expect(plan([movableInterview(1, [interviewMessage(1, 'sent'), left])]).written).toMatchObject([{ sequence: 5 }]);
  });

  it('names whoever was told by mouth, unless it is over or no mail has told it yet', () => {
    expect(plan([movableInterview(2)], { tell: false }).untold).toEqual([testId(2)]);
    expect(plan([movableInterview(2)], { now: BEFORE + 1 }).untold).toEqual([]);
    for (const state of ['held', 'due', 'deferred', 'failed'] as const) {
      expect(plan([movableInterview(1, [interviewMessage(1, state)])]).untold).toEqual([]);
    }
  });

  it('names those whom no mail can reach', () => {
    const meeting = [movableInterview(1, [interviewMessage(1, 'sent')]), movableInterview(2)];
    expect(plan(meeting, { canWrite: false }).untold).toEqual([testId(1), testId(2)]);
  });
});
