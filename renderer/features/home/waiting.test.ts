import { expect, it } from 'vitest';
import type { InterviewRow, Roster } from '../../data/roster/rows.js';
import { waitingIn } from './waiting.js';

it('R89 whoever asked for a new time waits for it, until the interview or the application is over with', () => {
  const interview = (id: string, applicationId: string, change: Partial<InterviewRow> = {}) =>
    [id, { applicationId, accTime: 'new-time', cancelled: false, ...change }] as const;
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
    ]),
  } as unknown as Roster;
  expect(waitingIn(roster).newTimes).toBe(1);
});
