import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSmtpServer, type TestSmtpServer } from '../../electron/services/mail/testing/smtp-server.js';
import { seededRandom } from '../../electron/services/testing/seeded-random.js';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { reminderDueAt, reminderFits } from '../../shared/domain/reminders.js';
import { DAY, HOUR, dateIn, instantAt, type Instant } from '../../shared/lib/time.js';
import { REMINDER_DAYS, type ReminderDays } from '../../shared/records/interview-reminder.js';
import { messageCreate, setField } from '../../shared/testing/change-builders.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import { SendingWorld, type Reminded } from '../testing/sending-world.js';
import { Sender } from './sender.js';

const ZONE = 'Europe/Oslo';
const FROM = instantAt(ZONE, '2026-10-01', '00:00');
const TO = instantAt(ZONE, '2027-10-01', '00:00');
/** Interviews in a year; more of them around the two nights in which the clocks are changed. */
const INTERVIEWS = 70;
const NIGHTS = [instantAt(ZONE, '2026-10-25', '12:00'), instantAt(ZONE, '2027-03-28', '12:00')];
/** Hours UTC at which a node looks besides 09:00 on the wall, which is 7 or 8. */
const LOOKS = [3, 6, 7, 8, 9, 19].map((hour) => hour * HOUR);

/** A reminder, when it is to leave, and whether anything came between. */
interface Expected {
  readonly of: Reminded;
  readonly address: string;
  readonly due: Instant;
  isOff: boolean;
}

interface Booked {
  readonly reminded: Reminded;
  readonly daysBefore: ReminderDays;
  startsAt: Instant;
  sequence: number;
  standing: Expected;
}

let smtp: TestSmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
});

afterAll(async () => {
  await smtp.stop();
});

describe.each(ENGINES)('a year in which all laptops are closed but to move and to cancel, on $name', ({ shared }) => {
  it('C27 R79 R80 C3 C5: every reminder leaves at nine on the wall of its day, once, and none that nobody wants any more', async () => {
    const chance = seededRandom(20_261_001);
    const database = await shared();
    const world = await SendingWorld.open(database);
    let now = FROM;
    const node = (): Sender => {
      const { host, port, authority, user, password } = smtp;
      const from = { fromName: '', fromAddress: '', signIn: { with: 'password' } } as const;
      const account = { host, port, authority, user, security: 'starttls', ...from } as const;
      const mail = { account, password, clientSecret: '', tokens: null };
      return new Sender({ database, accounts: { mail, sms: null }, report: fail, now: () => now });
    };
    const { booked, expected } = await bookAll(world, chance);
    let nodes = [node()];
    for (let day = Date.UTC(2026, 9, 1); day < TO; day += DAY) {
      if (chance() < 0.1) {
        for (const one of nodes) await one.stop();
        nodes = chance() < 0.5 ? [node()] : [node(), node()];
      }
      for (const look of LOOKS) {
        now = day + look;
        await Promise.all(nodes.map((one) => one.look()));
        const concerned = booked.filter(({ startsAt }) => startsAt > now + 2 * DAY);
        const one = concerned[Math.floor(chance() * concerned.length)];
        if (one === undefined || chance() > 0.04) continue;
        if (chance() < 0.4) await cancel(world, one, now);
        else expected.push(...(await move(world, one, now, chance)));
      }
    }
    for (const one of nodes) await one.stop();
    expect(expected.filter(({ isOff }) => isOff).length).toBeGreaterThan(15);
    for (const { of, address, due, isOff } of expected) {
      const what = `due ${new Date(due).toISOString()}`;
      const arrived = smtp.received.filter(({ envelope }) => envelope.to.includes(address)).length;
      expect(arrived, what).toBe(isOff ? 0 : 1);
      if (isOff) continue;
      const left = (await world.events(of)).find(({ state }) => state === 'sent')?.at ?? 0;
      expect(new Date(left).toISOString(), what).toBe(new Date(due).toISOString());
      expect(new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' }).format(left)).toBe('09:00');
    }
    await world.close();
    await database.query('DELETE FROM outgoing WHERE organisation = $1', [world.organisation]);
  }, 300_000);
});

function fail(error: unknown): never {
  throw error;
}

/** Everything is booked before the laptops are closed. */
async function bookAll(world: SendingWorld, chance: () => number) {
  const booked: Booked[] = [];
  for (let n = 0; n < INTERVIEWS; n += 1) {
    const night = NIGHTS[n % 4];
    const around =
      night === undefined ? FROM + 10 * DAY + chance() * (TO - FROM - 20 * DAY) : night + chance() * 8 * DAY;
    const startsAt = atWork(around, chance);
    const daysBefore = REMINDER_DAYS[Math.floor(chance() * REMINDER_DAYS.length)] ?? 1;
    const due = reminderDueAt({ startsAt, zone: ZONE }, daysBefore);
    const reminded = await world.remind(startsAt, due);
    const standing = { of: reminded, address: reminded.address, due, isOff: false };
    booked.push({ reminded, daysBefore, startsAt, sequence: 0, standing });
  }
  return { booked, expected: booked.map(({ standing }) => standing) };
}

function atWork(around: Instant, chance: () => number): Instant {
  return instantAt(
    ZONE,
    dateIn(ZONE, Math.floor(around)),
    `${String(8 + Math.floor(chance() * 9)).padStart(2, '0')}:30`,
  );
}

/** As a laptop that is opened for it does it: the interview is off, and the server finds that out by itself. */
async function cancel(world: SendingWorld, one: Booked, now: Instant): Promise<void> {
  const event = { id: newId(), at: now, by: null, type: 'cancellation' };
  await world.write([{ kind: 'event', ...one.reminded.interview, event }]);
  if (now < one.standing.due) one.standing.isOff = true;
  one.startsAt = 0; // it is moved no more
}

/** C5: with another reminder for the new time, where a day is left for it. What the server has is taken back in the same change set. */
async function move(
  world: SendingWorld,
  one: Booked,
  now: Instant,
  chance: () => number,
): Promise<readonly Expected[]> {
  const { reminded, daysBefore, standing } = one;
  const startsAt = atWork(one.startsAt + (chance() * 20 - 5) * DAY, chance);
  const slot = { startsAt, zone: ZONE, now, undo: 0 };
  if (startsAt < now + 2 * DAY || !reminderFits(slot, daysBefore)) return [];
  const due = reminderDueAt({ startsAt, zone: ZONE }, daysBefore);
  if (due <= now) return [];
  const sequence = one.sequence + 1;
  const id = newId();
  const address = `${id.slice(0, 12)}@example.com`;
  const { person: personId, interview, application } = reminded;
  const before = { table: 'message', id: standing.of.message, dossier: personId };
  const event = deliveryEvent({ id: newId(), at: now, by: null, state: 'cancelled' });
  await world.write([
    setField(interview, 'startsAt', startsAt, []),
    setField(interview, 'sequence', sequence, []),
    { kind: 'event', ...before, event },
    messageCreate(id, {
      ...{ personId, purpose: 'reminder', deliverBy: world.device, holdUntil: due, queuedAt: now },
      ...{ interviewId: interview.id as never, applicationId: application.id as never },
      to: { name: 'Ebba Norrlander', address },
      reminder: { daysBefore, sequence, startsAt, words: { channel: 'sms', text: 'Soon' } },
    }),
  ]);
  if (now < standing.due) standing.isOff = true;
  const next = { of: { ...reminded, message: id, address }, address, due, isOff: false };
  Object.assign(one, { startsAt, sequence, standing: next });
  return [next];
}
