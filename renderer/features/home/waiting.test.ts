import { describe, expect, it } from 'vitest';
import type { InterviewRow, Roster } from '../../data/roster/rows.js';
import { MESSAGE_STATE_WORDS, type ShownMessageState } from '../../ui/message-state-label.js';
import { waitingIn } from './waiting.js';

it('R89 whoever asked for a new time waits for it, until the interview or the application is over with', () => {
  const interview = (id: string, applicationId: string, change: Partial<InterviewRow> = {}) =>
    [id, { applicationId, accTime: 'new-time', cancelled: false, startsAt: 2, ...change }] as const;
  const roster = {
    messages: new Map(),
    applications: new Map([
      ['invited', { status: 'invited' }],
      ['withdrawn', { status: 'withdrawn' }],
    ]),
    interviews: new Map([
      interview('asked', 'invited'),
      interview('off', 'invited', { cancelled: true }),
      interview('moved', 'invited', { accTime: 'awaiting' }),
      interview('ended', 'withdrawn'),
      interview('over', 'invited', { startsAt: 1 }),
    ]),
  } as unknown as Roster;
  expect(waitingIn(roster, 1).newTimes).toBe(1);
});

describe('the messages on Home', () => {
  /** What one message counts as, with what was answered to the interview that it may be about. */
  const counted = (row: object, accTime: InterviewRow['accTime'] = null) => {
    const message = {
      channel: 'email',
      purpose: 'ad-hoc',
      reason: null,
      interviewId: null,
      holdUntil: 9,
      retryAt: null,
    };
    const roster = {
      messages: new Map([['m', { ...message, ...row }]]),
      applications: new Map(),
      interviews: new Map([['i', { applicationId: 'a', accTime }]]),
    } as unknown as Roster;
    const { messages } = waitingIn(roster, 1);
    return Object.keys(MESSAGE_STATE_WORDS).filter((state) => messages(state as ShownMessageState) === 1);
  };

  it('R76 name an SMS that did not arrive apart from one that did', () => {
    expect(counted({ state: 'sent', channel: 'sms', reason: 'sms/undeliverable' })).toEqual(['not-delivered']);
    expect(counted({ state: 'sent', channel: 'sms', reason: 'sms/delivered' })).toEqual(['delivered']);
  });

  it('R88 count no reminder that will not leave among those to come, as in the Outbox', () => {
    const reminder = { state: 'held', purpose: 'reminder', interviewId: 'i' };
    expect(counted(reminder, 'accepted')).toEqual(['scheduled']);
    expect(counted(reminder, 'not-accepted')).toEqual(['declined']);
    expect(counted({ ...reminder, reason: 'mail/status-changed' })).toEqual(['held-for-you']);
  });

  it('C34 count what is held for a reason with what waits for that, and not with what can be undone', () => {
    expect(counted({ state: 'held' })).toEqual(['held']);
    expect(counted({ state: 'held', reason: 'mail/status-changed' })).toEqual(['held-for-you']);
    expect(counted({ state: 'held', reason: 'mail/needs-server' })).toEqual(['waiting-server']);
    expect(counted({ state: 'held', holdUntil: 0 })).toEqual(['due']);
  });
});
