import { describe, expect, it } from 'vitest';
import { planReminder } from '../../shared/domain/plan-reminders.js';
import { Problems } from '../../shared/domain/plan-mail.js';
import { plainToRichText } from '../../shared/domain/plain-to-rich-text.js';
import { writeReminderInZone } from '../../shared/domain/write-reminder-again.js';
import { addDays, dateIn, HOUR, instantAt } from '../../shared/lib/time.js';
import type { ReminderDays } from '../../shared/records/interview-reminder.js';
import type { MessageChannel } from '../../shared/records/message.js';
import { ORGANISATION_ID } from '../../shared/records/organisation.js';
import type { InterviewId } from '../../shared/records/primitives.js';
import { interviewCreate, personCreate, testId } from '../../shared/testing/change-builders.js';
import { applicant, NO_INTERVIEWS, planContext } from '../../shared/testing/plan-builders.js';
import { saveZone } from './change-zone.js';
import { changesTo } from './edit-record.js';
import type { OpenMail } from './meeting.js';
import type { MessageRow } from './roster/rows.js';
import type { Session } from './session.js';
import { FakeHost } from './testing/fake-host.js';
import { APPLICATION, BASICS, EBBA, nameOfDatabase, open, save, unwrap, VACANCY } from './testing/suite-desk.js';

const INTERVIEW = testId<InterviewId>(40);
const PHONE = '+46701740605';
const ONE = { ...applicant(1, { id: EBBA, phone: PHONE }), applicationId: APPLICATION, vacancyId: VACANCY };
const NINE = (zone: string, date: string) => instantAt(zone, date, '09:00');
const STARTS = instantAt('Europe/Oslo', '1970-01-10', '10:00');
const OTHER_LAPTOP = 'bbbbbbbbbbbbbbbb';

/** The last day before the interview on which somebody is reminded, in the zone of the suite. */
const dayBefore = (days: number) => addDays(dateIn('Europe/Oslo', STARTS), -days);

async function booked(
  reminders: readonly { readonly channel: MessageChannel; readonly days: ReminderDays; readonly device?: string }[],
): Promise<Session> {
  const session = await open(new FakeHost(), nameOfDatabase());
  await save(session, [
    ...BASICS.filter(({ table }) => table !== 'person'),
    personCreate(EBBA, { phone: PHONE }),
    interviewCreate(INTERVIEW, { personId: EBBA, applicationId: APPLICATION, startsAt: STARTS }),
  ]);
  const row = rowOf(session);
  for (const { channel, days, device = session.device } of reminders) {
    const text = '{given-name}: {interviewdate}, {interviewtime}';
    const words =
      channel === 'sms'
        ? ({ channel, text } as const)
        : ({ channel, subject: '{interviewtime}', contents: plainToRichText(text) } as const);
    const leavesAt = NINE('Europe/Oslo', dayBefore(days));
    const problems = new Problems();
    const { id, message } = planReminder(
      { applicant: ONE, interview: row, from: ADDRESS, daysBefore: days, words, leavesAt },
      context(session, device),
      problems,
    );
    expect(problems.list()).toEqual([]);
    await save(session, [{ kind: 'create', table: 'message', id, dossier: EBBA, fields: message }]);
  }
  return session;
}

function rowOf(session: Session) {
  const row = session.roster.current().interviews.get(INTERVIEW);
  if (row === undefined) throw new Error('it was booked');
  return row;
}

/** The reminder that waits, with its words. */
async function earlierOf(session: Session) {
  const [row] = session.roster.current().messagesOf(EBBA);
  const stored = row === undefined ? null : await session.message(row.id);
  if (stored === null) throw new Error('it was written');
  return stored.fields;
}

const ADDRESS = { name: 'Eva Lind', address: 'eva@example.com' };

function context(session: Session, device = session.device) {
  const base = planContext({ now: session.now(), device, newId: () => session.newId() });
  return { ...base, organisation: { ...base.organisation, zone: 'Europe/Oslo' } };
}

/** Of a laptop without mail account and gateway. */
function mailOf(session: Session): OpenMail {
  const about = { ...context(session), interviews: { ...NO_INTERVIEWS, hasGateway: false } };
  return (earlier) =>
    Promise.resolve({
      mail: () => null,
      reminder: () => null,
      inZone: (zone) => (of, standing) => {
        const written = earlier.get(standing.id);
        if (written === undefined) throw new Error('it was read');
        const interview = { ...of.fields, id: of.id };
        const again = { applicant: ONE, interview, from: { name: '', address: '' }, earlier: written };
        return writeReminderInZone(again, zone, about);
      },
    });
}

async function changeTo(zone: string, session: Session, openMail = mailOf(session)) {
  const record = await session.edit('organisation', ORGANISATION_ID);
  if (record === null) throw new Error('there is one');
  return await saveZone(
    session,
    { zone: { from: record.fields.zone, to: zone }, organisation: changesTo(record, { zone }) },
    openMail,
  );
}

function standing(session: Session) {
  const roster = session.roster.current();
  const shown = ({ channel, state, reason, holdUntil, deliverBy }: MessageRow) => ({
    channel,
    state,
    ...(reason === null ? {} : { reason }),
    holdUntil,
    deliverBy,
  });
  return { zone: roster.organisation?.zone, messages: roster.messagesOf(EBBA).map(shown) };
}

describe('the organisation in another zone', () => {
  it('R79 C3 its reminders that wait leave at 09:00 there, and tell the time there, in the same change', async () => {
    const session = await booked([
      { channel: 'email', days: 2 },
      { channel: 'sms', days: 1, device: OTHER_LAPTOP },
    ]);
    const before = standing(session);
    const { result, reminders, unreminded } = await changeTo('America/New_York', session);
    const waiting = standing(session).messages.filter(({ state }) => state === 'held');
    expect(waiting).toEqual([
      { channel: 'email', state: 'held', holdUntil: NINE('America/New_York', '1970-01-08'), deliverBy: session.device },
      { channel: 'sms', state: 'held', holdUntil: NINE('America/New_York', '1970-01-09'), deliverBy: OTHER_LAPTOP },
    ]);
    expect(reminders.map(({ message }) => message.text)).toEqual([
      expect.stringContaining('04:00'),
      expect.stringContaining('04:00'),
    ]);
    expect(unreminded).toEqual([]);
    const saved = unwrap(result);
    expect(saved.changeSets).toHaveLength(1);
    unwrap(await session.undo(saved, 'all-or-nothing'));
    const after = standing(session);
    expect(after.zone).toBe('Europe/Oslo');
    expect(after.messages.filter(({ state }) => state === 'held')).toEqual(before.messages);
  });

  it('C5 for which the new zone leaves no day is dropped and said; what has left and what is the same stay', async () => {
    const session = await booked([{ channel: 'email', days: 1 }]);
    expect((await changeTo('Europe/Stockholm', session)).reminders).toEqual([]);
    expect(standing(session).messages).toMatchObject([{ state: 'held' }]);
    const dropped = await changeTo('UTC', session, () =>
      Promise.resolve({ mail: () => null, reminder: () => null, inZone: () => () => null }),
    );
    expect(dropped.unreminded).toEqual([EBBA]);
    expect(standing(session).messages).toMatchObject([{ state: 'cancelled', reason: 'mail/reminder-dropped' }]);
  });

  it('C27 one that is due keeps its time, and with it the mark of being late; only its words are those of the new zone', async () => {
    const session = await booked([{ channel: 'email', days: 1 }]);
    const due = { ...(await earlierOf(session)), holdUntil: session.now() - HOUR };
    const again = { applicant: ONE, interview: rowOf(session), from: ADDRESS, earlier: due };
    const written = writeReminderInZone(again, 'America/New_York', context(session));
    expect(written?.message).toMatchObject({
      holdUntil: due.holdUntil,
      text: expect.stringContaining('04:00') as string,
    });
    // On the day itself no day is left for it, and it goes nevertheless.
    const onTheDay = { ...context(session), now: STARTS - 3 * HOUR };
    const late = { ...again, earlier: { ...due, holdUntil: STARTS - 24 * HOUR } };
    expect(writeReminderInZone(late, 'America/New_York', onTheDay)?.message.holdUntil).toBe(STARTS - 24 * HOUR);
  });

  it('where nothing can be written the zone stays as it is', async () => {
    const session = await booked([{ channel: 'email', days: 1 }]);
    const refused = () => Promise.resolve({ mail: () => null, reminder: () => null, inZone: null });
    expect(await changeTo('UTC', session, refused)).toMatchObject({ result: { ok: false, code: 'host/fault' } });
    expect(standing(session)).toMatchObject({ zone: 'Europe/Oslo', messages: [{ state: 'held' }] });
  });
});
