import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { plainToRichText } from '../../shared/domain/plain-to-rich-text.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/lib/time.js';
import type { CalendarPart } from '../../shared/records/message.js';
import type { ApplicationId, InterviewId, MessageId } from '../../shared/records/primitives.js';
import { TICK } from './outbox.js';
import { OutboxRun } from './testing/outbox-run.js';

const CALENDAR: CalendarPart = {
  method: 'REQUEST',
  uid: 'interview@example.com',
  sequence: 0,
  startsAt: 1_790_000_000_000,
  minutes: 30,
  summary: 'Interview',
  place: 'Room 4',
  organiser: { name: 'Eva', address: 'eva@example.com' },
  attendee: { name: 'Ebba', address: 'b@example.com' },
};

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

  it('C18 R46 holds a request to a panel for the server, online or not, whatever made it due', async () => {
    const id = run.world.add('ida@example.com', { purpose: 'panel-review', personId: null });
    const other = run.world.add('b@example.com');
    await run.start();
    expect(run.states(id, other)).toEqual(['held', 'sent']);
    expect(run.world.row(id).reason).toBe('mail/needs-server');
    run.world.addEvent(id, deliveryEvent({ id: 'd'.repeat(32), at: run.world.now, by: null, state: 'due' }));
    await run.pass(HOUR);
    expect(run.states(id)).toEqual(['held']);
    expect(run.world.arrived).toEqual(['b@example.com']);
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

  it('sends once what was queued under a name that the laptop had before, as soon as it knows that it may', async () => {
    const [older, now] = ['b'.repeat(16), 'c'.repeat(16)];
    const id = run.world.add('earlier@example.com', { deliverBy: older });
    run.world.names = [now];
    await run.start();
    await run.pass(DAY / 24);
    expect(run.world.arrived).toEqual([]);
    run.world.names = [older, now];
    await run.pass(DAY / 24);
    await run.pass(DAY / 24);
    expect(run.world.arrived).toEqual(['earlier@example.com']);
    expect(run.states(id)).toEqual(['sent']);
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

  it('C34 a candidate rejected, withdrawn or hired between queueing and sending gets no invitation, and is told why', async () => {
    const ended = { rejected: 'c', withdrawn: 'd', hired: 'e' } as const;
    const ids = Object.entries(ended).map(([status, letter]) => {
      const applicationId = letter.repeat(32) as ApplicationId;
      run.world.applications.add(applicationId);
      run.world.statuses.set(applicationId, status as keyof typeof ended);
      const to = `${status}@example.com`;
      return {
        invitation: run.world.add(to, { applicationId, purpose: 'invitation' }),
        change: run.world.add(to, { applicationId, purpose: 'interview-change' }),
        rejection: run.world.add(to, { applicationId, purpose: 'rejection' }),
        adHoc: run.world.add(to, { applicationId }),
      };
    });
    await run.start();
    for (const { invitation, change, rejection, adHoc } of ids) {
      expect(run.states(invitation, change, rejection, adHoc)).toEqual(['refused', 'refused', 'sent', 'sent']);
    }
    expect(ids.map(({ invitation }) => run.world.row(invitation).reason)).toEqual([
      'mail/application-rejected',
      'mail/application-withdrawn',
      'mail/application-hired',
    ]);
  });

  it('C34 refuses the invitation to an interview that is off or at another time; the news of it goes', async () => {
    const interviewId = '7'.repeat(32) as InterviewId;
    const moved = '8'.repeat(32) as InterviewId;
    run.world.interviews.set(interviewId, { cancelled: true, sequence: 0, startsAt: 0 });
    run.world.interviews.set(moved, { cancelled: false, sequence: 1, startsAt: 0 });
    const calendar = { ...CALENDAR, sequence: 0 };
    const off = run.world.add('a@example.com', { interviewId, purpose: 'invitation' });
    const news = run.world.add('a@example.com', { interviewId, purpose: 'interview-cancellation' });
    const old = run.world.add('b@example.com', { interviewId: moved, purpose: 'invitation', calendar });
    const newer = run.world.add('b@example.com', {
      interviewId: moved,
      purpose: 'interview-change',
      calendar: { ...calendar, sequence: 1 },
    });
    await run.start();
    expect(run.states(off, news, old, newer)).toEqual(['refused', 'sent', 'refused', 'sent']);
    expect([off, old].map((id) => run.world.row(id).reason)).toEqual([
      'mail/interview-cancelled',
      'mail/interview-moved',
    ]);
  });

  it('R88 reminds nobody who has declined meanwhile, online or not; who says yes again before then is reminded', async () => {
    const [declined, back] = ['7'.repeat(32) as InterviewId, '8'.repeat(32) as InterviewId];
    const startsAt = run.world.now + 2 * DAY;
    const words = { channel: 'email' as const, subject: 'Soon', contents: plainToRichText('Soon') };
    const reminderOf = (interviewId: InterviewId): MessageId => {
      run.world.interviews.set(interviewId, { cancelled: false, sequence: 0, startsAt, accTime: 'not-accepted' });
      const reminder = { daysBefore: 1, sequence: 0, startsAt, words } as const;
      const holdUntil = run.world.now + DAY;
      return run.world.add('a@example.com', { interviewId, purpose: 'reminder', reminder, holdUntil });
    };
    const ids = [reminderOf(declined), reminderOf(back)];
    await run.start();
    expect(run.states(...ids)).toEqual(['held', 'held']);
    run.world.interviews.set(back, { cancelled: false, sequence: 0, startsAt, accTime: 'accepted' });
    run.world.up = false;
    await run.pass(DAY);
    expect(ids.map((id) => run.world.row(id).reason)).toEqual(['mail/interview-declined', null]);
    run.world.up = true;
    await run.pass(MINUTE);
    expect(run.states(...ids)).toEqual(['refused', 'sent']);
  });

  it('C34 keeps back what was refused while the others of its batch were on their way', async () => {
    const applicationId = 'c'.repeat(32) as ApplicationId;
    run.world.applications.add(applicationId);
    run.world.add('a@example.com');
    const invitation = run.world.add('b@example.com', { applicationId, purpose: 'invitation' });
    run.change((original) => ({
      message: async (id) => {
        run.world.statuses.set(applicationId, 'rejected'); // merged from another laptop meanwhile
        return await original.message(id);
      },
    }));
    await run.start();
    expect(run.world.arrived).toEqual(['a@example.com']);
    await run.pass(TICK);
    expect(run.states(invitation)).toEqual(['refused']);
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
