import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSmtpServer, type TestSmtpServer } from '../../electron/services/mail/testing/smtp-server.js';
import { foldDeliveries } from '../../shared/domain/message-state.js';
import { reminderDueAt } from '../../shared/domain/reminders.js';
import { DAY, HOUR, MINUTE, instantAt } from '../../shared/lib/time.js';
import type { Database } from '../database/database.js';
import { beginEpoch } from '../store/organisation-rows.js';
import { dyingDatabase, type Death } from '../testing/dying-database.js';
import { ENGINES } from '../testing/engines.js';
import { SendingWorld, type Reminded } from '../testing/sending-world.js';
import { Sender, type SenderOptions } from './sender.js';
import { SENDS_NOTHING, type SendingAccounts } from './sending-account.js';

const NINE = Date.UTC(2026, 9, 20, 7); // 09:00 in Oslo
const CLAIM_LASTS = 40;

let smtp: TestSmtpServer;
let accounts: SendingAccounts;

beforeAll(async () => {
  smtp = await startSmtpServer();
  const { host, port, authority, user, password } = smtp;
  const from = { fromName: '', fromAddress: '' };
  const account = { host, port, authority, user, security: 'starttls', signIn: { with: 'password' }, ...from } as const;
  const mail = { account, password, clientSecret: '', tokens: null };
  accounts = { mail, sms: { account: { provider: 'dry-run' }, secret: '' } };
});

afterAll(async () => {
  await smtp.stop();
});

function arrived({ address }: Reminded): number {
  return smtp.received.filter(({ envelope }) => envelope.to.includes(address)).length;
}

describe.each(ENGINES)('what the server itself sends, on $name', ({ shared }) => {
  let database: Database;
  let world: SendingWorld;
  let now = NINE;
  const faults: unknown[] = [];
  const senders: Sender[] = [];

  const node = (options: Partial<SenderOptions> = {}): Sender => {
    const common = { accounts, report: (error: unknown) => void faults.push(error), now: () => now };
    const sender = new Sender({ database, ...common, ...options });
    senders.push(sender);
    return sender;
  };
  const stateOf = async (reminded: Reminded): Promise<string> => foldDeliveries(0, await world.events(reminded)).state;

  beforeEach(async () => {
    database = await shared();
    world = await SendingWorld.open(database);
    now = NINE;
    faults.length = 0;
  });

  afterEach(async () => {
    for (const sender of senders.splice(0)) await sender.stop();
    await world.close();
    await database.query('DELETE FROM outgoing WHERE organisation = $1', [world.organisation]);
  });

  it('leaves at its time and not before, once, and every laptop hears of it', async () => {
    const { cursor } = await world.laptop.load();
    const reminded = await world.remind(NINE + DAY, NINE);
    const sender = node();
    now = NINE - MINUTE;
    await sender.look();
    expect(arrived(reminded)).toBe(0);
    now = NINE;
    await sender.look();
    await sender.look();
    expect(arrived(reminded)).toBe(1);
    const { lines } = await world.laptop.pull(cursor);
    const heard = lines.flatMap((line) => ('changeSet' in line ? [line.changeSet] : []));
    const states = heard.flatMap(({ device, changes }) =>
      changes.flatMap((change) => (device === world.device && change.kind === 'event' ? [change.event['state']] : [])),
    );
    expect(states).toEqual(['sending', 'sent']);
    expect(faults).toEqual([]);
  });

  it('goes by SMS as well, and what was only rehearsed says so', async () => {
    const to = { name: 'Ebba Norrlander', address: '+46701234567' };
    const reminded = await world.remind(NINE + DAY, NINE, { channel: 'sms', to });
    await node().look();
    expect((await world.events(reminded)).at(-1)).toMatchObject({ state: 'sent', reason: 'sms/dry-run' });
  });

  it.each([
    ['the interview is off', 'mail/interview-cancelled', { type: 'cancellation' }],
    [
      'who was invited has declined',
      'mail/interview-declined',
      { type: 'answer', answer: 'not-accepted', sequence: 0, via: 'recruiter', givenAt: null, proposed: null },
    ],
  ] as const)('does not leave where %s', async (_words, reason, event) => {
    const reminded = await world.remind(NINE + DAY, NINE);
    await world.write([
      { kind: 'event', ...reminded.interview, event: { id: 'e'.repeat(32), at: 1, by: null, ...event } },
    ]);
    await node().look();
    expect(arrived(reminded)).toBe(0);
    expect((await world.events(reminded)).at(-1)).toMatchObject({ state: 'refused', reason });
  });

  it('does not leave for somebody who was rejected, nor about an interview that was moved', async () => {
    const rejected = await world.remind(NINE + DAY, NINE);
    const rejection = { stage: 'first', reasonId: 'a'.repeat(32) };
    const status = { type: 'status', to: 'rejected', interviewType: null, rejection, otherVacancyId: null };
    const event = { id: 'e'.repeat(32), at: 1, by: null, ...status };
    await world.write([{ kind: 'event', ...rejected.application, event }]);
    const moved = await world.remind(NINE + DAY, NINE);
    const set = { kind: 'set', ...moved.interview, before: null, replaces: [] } as const;
    await world.write([
      { ...set, field: 'startsAt', value: NINE + 3 * DAY },
      { ...set, field: 'sequence', value: 1 },
    ]);
    await node().look();
    expect(arrived(rejected) + arrived(moved)).toBe(0);
    expect((await world.events(rejected)).at(-1)).toMatchObject({ state: 'refused' });
    expect((await world.events(moved)).at(-1)).toMatchObject({ state: 'refused', reason: 'mail/interview-moved' });
  });

  it('C18: a link to answer leads to the pages, and where nobody knows them it does not leave', async () => {
    const link = 'https://server.invalid/r/token';
    const said = { text: `Answer: ${link}`, html: `<a href="${link}">Answer</a>` };
    const linked = { ...said, replyTokenHash: 'a'.repeat(64) };
    const [lost, found] = [
      await world.remind(NINE + DAY, NINE, linked),
      await world.remind(NINE + DAY, NINE + 1, linked),
    ];
    await node().look();
    expect(arrived(lost)).toBe(0);
    expect((await world.events(lost)).at(-1)).toMatchObject({ state: 'held', reason: 'mail/needs-server' });
    now = NINE + 1;
    await node({ pages: 'https://pages.example.com' }).look();
    const mail = smtp.received.find(({ envelope }) => envelope.to.includes(found.address))?.mail;
    expect(mail?.text).toContain('Answer: https://pages.example.com/r/token');
    expect(mail?.html).toContain('href="https://pages.example.com/r/token"');
    expect(arrived(lost)).toBe(0);
  });

  it('waits where nothing can leave from here, and is refused once it would help nobody (C27)', async () => {
    const reminded = await world.remind(NINE + 5 * HOUR, NINE);
    await node({ accounts: SENDS_NOTHING, claimLasts: CLAIM_LASTS }).look();
    expect(await world.states(reminded)).toEqual([]);
    now = NINE + 4 * HOUR;
    await wait(CLAIM_LASTS + 10);
    await node().look();
    expect((await world.events(reminded)).at(-1)).toMatchObject({ state: 'refused', reason: 'mail/reminder-too-late' });
  });

  it('is the truth of the mail server: refused there it failed, and without an answer it is uncertain', async () => {
    const [unknown, unanswered, fine] = [
      await world.remind(NINE + DAY, NINE - 2),
      await world.remind(NINE + DAY, NINE - 1),
      await world.remind(NINE + DAY, NINE),
    ];
    smtp.faults.set(unknown.address, { at: 'recipient', reply: '550 5.1.1 No such user' });
    smtp.faults.set(unanswered.address, { at: 'message', cut: 'after-storing' });
    const sender = node();
    await sender.look();
    await sender.look();
    expect(await Promise.all([unknown, unanswered, fine].map(stateOf))).toEqual(['failed', 'uncertain', 'sent']);
    expect([arrived(unanswered), arrived(fine)]).toEqual([1, 1]);
  });

  it('leaves once, whoever of several nodes takes it', async () => {
    const all: Reminded[] = [];
    for (let n = 0; n < 25; n += 1) all.push(await world.remind(NINE + DAY, NINE - n));
    await Promise.all([node(), node(), node()].map((sender) => sender.look()));
    expect(all.map(arrived)).toEqual(all.map(() => 1));
    expect(new Set(await Promise.all(all.map(stateOf)))).toEqual(new Set(['sent']));
    expect(faults).toEqual([]);
  });

  it('is asked for again by whoever comes after a node that was killed, at any step: once, or uncertain', async () => {
    const ends = new Map<string, number>();
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; ; step += 1) {
        const reminded = await world.remind(NINE + DAY, NINE);
        const lived = await lives({ step, when });
        await wait(CLAIM_LASTS + 10);
        await node().look();
        const state = await stateOf(reminded);
        const mails = arrived(reminded);
        ends.set(`${state} ${mails}`, (ends.get(`${state} ${mails}`) ?? 0) + 1);
        expect(['sent 1', 'uncertain 0', 'uncertain 1'], `killed ${when} step ${step}`).toContain(`${state} ${mails}`);
        if (lived) break;
      }
    }
    // Every window was hit: before it was begun, between begun and answered, and after.
    expect([...ends.keys()].sort()).toEqual(['sent 1', 'uncertain 0', 'uncertain 1']);
    expect(ends.get('sent 1')).toBeGreaterThan(10);
  });

  /** Whether a node that is killed at a step got by without it. */
  async function lives(death: Death): Promise<boolean> {
    const { database: dying, isDead } = dyingDatabase(database, death);
    const sender = node({ database: dying, claimLasts: CLAIM_LASTS });
    await sender.look();
    await sender.stop();
    return !isDead();
  }

  it('does not leave from a node that slept while another took over', async () => {
    const reminded = await world.remind(NINE + DAY, NINE);
    let wake = (): void => undefined;
    let fallAsleep = (): void => undefined;
    const awake = new Promise<void>((resolve) => (wake = resolve));
    const asleep = new Promise<void>((resolve) => (fallAsleep = resolve));
    const sleepy: Database = {
      ...database,
      query: async (sql, values) => {
        if (sql.startsWith('UPDATE outgoing SET claimed_until')) return []; // its signs of life are lost with it
        if (sql.includes('INSERT INTO handed_over')) {
          fallAsleep();
          await awake;
        }
        return await database.query(sql, values);
      },
    };
    const first = node({ database: sleepy, claimLasts: CLAIM_LASTS }).look();
    await asleep;
    await wait(CLAIM_LASTS + 10);
    smtp.faults.set(reminded.address, { at: 'recipient', reply: '451 4.2.0 Later' });
    await node().look();
    expect(await stateOf(reminded)).toBe('deferred');
    smtp.faults.delete(reminded.address);
    wake();
    await first;
    expect(arrived(reminded)).toBe(0);
    now += HOUR;
    await node().look();
    expect([arrived(reminded), await stateOf(reminded)]).toEqual([1, 'sent']);
  });

  it('is uncertain where it was due before a backup was put back, and waits for its laptop where it was not', async () => {
    now = Date.now();
    const before: Reminded[] = [];
    for (let n = 0; n < 4; n += 1) before.push(await world.remind(now + DAY, now - HOUR));
    const after = await world.remind(now + DAY, now + HOUR);
    await beginEpoch(database);
    now += 2 * HOUR;
    await node({ claimLasts: CLAIM_LASTS }).look();
    expect([await stateOf(after), arrived(after)]).toEqual(['held', 0]); // it may have been called off since the backup
    await world.laptop.load();
    await wait(CLAIM_LASTS + 10);
    await node().look();
    expect(await Promise.all(before.map(stateOf))).toEqual(before.map(() => 'uncertain'));
    expect(before.map(arrived)).toEqual(before.map(() => 0));
    expect([await stateOf(after), arrived(after)]).toEqual(['sent', 1]); // and no account is blamed for them
  });

  it('leaves at nine on the wall on both sides of a night in which the clocks are changed, all laptops closed', async () => {
    const zone = 'Europe/Oslo';
    const nights = ['2026-10-25', '2027-03-28'] as const;
    for (const night of nights) {
      const startsAt = [0, 1, 2].map((days) => instantAt(zone, night, '13:00') + days * DAY);
      const all: { reminded: Reminded; due: number }[] = [];
      for (const at of startsAt) {
        const due = reminderDueAt({ startsAt: at, zone }, 1);
        all.push({ reminded: await world.remind(at, due), due });
      }
      const sender = node();
      const begin = (all[0]?.due ?? 0) - HOUR;
      for (now = begin; now < begin + 4 * DAY; now += 30 * MINUTE) await sender.look();
      for (const { reminded, due } of all) {
        expect(arrived(reminded)).toBe(1);
        const left = (await world.events(reminded)).find(({ state }) => state === 'sent')?.at;
        expect(left).toBe(due);
        const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(left);
        expect(clock).toBe('09:00');
      }
    }
  });
});
