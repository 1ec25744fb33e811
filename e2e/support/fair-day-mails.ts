import { expect } from '@playwright/test';
import { BOOKED_TWICE, IN_GROUP, IN_TURN, INVITED, NEXT_FREE, POSTPONED, WALK_IN, type Visitor } from './fair-crowd.js';
import { fullName } from './people-met.js';
import { readInterview } from './read-interview.js';
import type { SmsServer } from './sms-server.js';
import type { ReceivedMail } from './smtp-server.js';

/** Mails that arrive: those of the first hour with a reminder at once, then two new times and a cancellation, then reminders. */
export const AT_FIRST = INVITED.length + 1;
export const WITH_NEWS = AT_FIRST + 3;
export const WITH_REMINDERS = WITH_NEWS + 3;

/** Each once, with a calendar file that another program reads; who was moved before it left is told the new time alone. */
export async function expectInvitations(received: readonly ReceivedMail[]): Promise<void> {
  const read = new Map(
    await Promise.all(INVITED.map(async (to) => [to, await readInterview(newestTo(received, to))] as const)),
  );
  expect(new Set([...read.values()].map(({ uid }) => uid)).size).toBe(INVITED.length);
  for (const [to, interview] of read) {
    expect(interview).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', sequence: to === BOOKED_TWICE ? 1 : 0 });
    expect(interview.attendee).toEqual([fullName(to), `mailto:${to.email}`]);
  }
  const starts = (...people: readonly Visitor[]) => people.map((to) => read.get(to)?.start);
  expect(new Set(starts(...Object.values(IN_GROUP)))).toEqual(new Set(['20270603T110000Z']));
  expect(new Set(starts(...Object.values(IN_TURN)))).toEqual(
    new Set(['20270603T080000Z', '20270603T083000Z', '20270603T090000Z']),
  );
  expect(starts(NEXT_FREE, WALK_IN)).toEqual(['20270601T080000Z', '20270601T080000Z']);
  expect(starts(BOOKED_TWICE, POSTPONED)).toEqual(['20270603T120000Z', '20270602T130000Z']);
  expect(remindersIn(received).map(({ envelope }) => envelope.to)).toEqual([[POSTPONED.email]]); // C4: at once
}

/** The same events of the same calendars, at their new times or off. */
export async function expectNews(received: readonly ReceivedMail[]): Promise<void> {
  const first = received.slice(0, AT_FIRST);
  const news = received.slice(AT_FIRST);
  expect(news).toHaveLength(3);
  const of = async (to: Visitor) => [await readInterview(newestTo(first, to)), await readInterview(newestTo(news, to))];
  const [planned, earlier] = await of(IN_TURN.dragged);
  const moved = { '20270603T080000Z': '060000', '20270603T083000Z': '063000', '20270603T090000Z': '070000' };
  const to = Object.entries(moved).find(([start]) => start === planned?.start)?.[1] ?? '';
  expect(earlier).toMatchObject({ method: 'REQUEST', uid: planned?.uid, sequence: 1, start: `20270603T${to}Z` });
  const [asked, postponed] = await of(POSTPONED);
  expect(postponed).toMatchObject({ method: 'REQUEST', uid: asked?.uid, sequence: 1, start: '20270603T133000Z' });
  const [invited, cancelled] = await of(IN_TURN.cancelled);
  expect(cancelled).toMatchObject({ method: 'CANCEL', uid: invited?.uid, sequence: 1, status: 'CANCELLED' });
}

/** To whoever still comes, once, and of the time that is meant now. */
export function expectReminders(mails: readonly ReceivedMail[], sms: SmsServer['taken']): void {
  const { accepts, saysSo } = IN_GROUP; // who has declined is not reminded, nor is who has withdrawn
  const to = (people: readonly Visitor[], by: 'email' | 'phone') => people.map((one) => one[by]).sort();
  const told = mails.flatMap(({ envelope }) => envelope.to).sort();
  expect(told).toEqual(to([accepts, saysSo, POSTPONED], 'email'));
  for (const { mail, envelope } of mails)
    expect(mail.text).toContain(envelope.to.includes(POSTPONED.email) ? '15:30' : '13:00');
  expect(remindersIn(mails)).toHaveLength(3);
  expect(sms.map((one) => one.to).sort()).toEqual(to([IN_TURN.stays, IN_TURN.dragged], 'phone'));
  for (const { from, text } of sms) {
    expect(from).toBe('Norrvik');
    expect(text).not.toMatch(/[{}]/);
  }
  expect(sms.find((one) => one.to === IN_TURN.dragged.phone)?.text).toMatch(/\b0?(8|9):/);
}

export function newestTo(received: readonly ReceivedMail[], to: Visitor): ReceivedMail {
  const found = received.findLast((one) => one.envelope.to.includes(to.email) && hasCalendar(one));
  if (found === undefined) throw new Error(`no invitation to ${to.email}`);
  return found;
}

function remindersIn(received: readonly ReceivedMail[]): readonly ReceivedMail[] {
  return received.filter((one) => !hasCalendar(one));
}

function hasCalendar({ mail }: ReceivedMail): boolean {
  return mail.attachments.some(({ mimeType }) => mimeType === 'text/calendar');
}
