import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultServer } from '../../electron/services/mail/testing/fault-server.js';
import { DAY, HOUR, MINUTE } from '../../shared/lib/time.js';
import type { Database } from '../database/database.js';
import { ENGINES } from '../testing/engines.js';
import { SendingWorld, type Reminded } from '../testing/sending-world.js';
import { ChannelHealth, type ChannelTrouble } from './channel-health.js';
import { Sender } from './sender.js';

const NINE = Date.UTC(2026, 9, 20, 7);

let smtp: FaultServer;

beforeAll(async () => {
  smtp = await startFaultServer({});
});

afterAll(async () => {
  await smtp.stop();
});

describe.each(ENGINES)('C27 a mail server that does not take what the server sends, on $name', ({ shared }) => {
  let database: Database;
  let worlds: readonly [SendingWorld, SendingWorld];
  let sender: Sender;
  let now = NINE;
  const troubles: ChannelTrouble[] = [];

  beforeEach(async () => {
    database = await shared();
    worlds = [await SendingWorld.open(database), await SendingWorld.open(database)];
    now = NINE;
    troubles.length = 0;
    const { host, port, authority, user, password } = smtp;
    const from = { fromName: '', fromAddress: '', signIn: { with: 'password' } } as const;
    const account = { host, port, authority, user, security: 'starttls', ...from } as const;
    const mail = { account, password, clientSecret: '', tokens: null };
    const report = (error: unknown): never => {
      throw error;
    };
    const onTrouble = (trouble: ChannelTrouble): void => void troubles.push(trouble);
    sender = new Sender({ database, accounts: { mail, sms: null }, report, onTrouble, now: () => now });
  });

  afterEach(async () => {
    smtp.trouble = null;
    await sender.stop();
    for (const world of worlds) {
      await world.close();
      await database.query('DELETE FROM outgoing WHERE organisation = $1', [world.organisation]);
    }
  });

  const stored = ({ address }: Reminded): number => smtp.stored.filter((to) => to.includes(address)).length;
  /** So long later, when every claim has run out. */
  const lookAfter = async (wait: number): Promise<void> => {
    now += wait;
    await database.query('UPDATE outgoing SET claimed_until = NULL');
    await sender.look();
  };

  it('fails one sender whom it does not let write, and nobody else waits for that', async () => {
    const [one, other] = worlds;
    const refused = await one.remind(NINE + DAY, NINE);
    const fine = await other.remind(NINE + DAY, NINE + MINUTE);
    smtp.trouble = { at: 'mail-from', what: { reply: '550 5.7.1 Not your address' } };
    await sender.look();
    smtp.trouble = null;
    await lookAfter(MINUTE);
    expect((await one.events(refused)).at(-1)).toMatchObject({ state: 'failed', reason: 'mail/sender-refused' });
    expect([stored(refused), stored(fine)]).toEqual([0, 1]);
    expect(troubles).toEqual([]);
  });

  it('is tried again by itself once it refused the password, after growing waits, and said once', async () => {
    const [one] = worlds;
    const reminded = await one.remind(NINE + 2 * DAY, NINE);
    smtp.trouble = { at: 'auth', what: { reply: '535 5.7.8 No' } };
    await sender.look();
    const tries = () => smtp.said.filter(({ verb }) => verb === 'AUTH').length;
    const before = tries();
    const [event] = (await one.events(reminded)).slice(-1);
    expect(event).toMatchObject({ state: 'deferred', reason: 'mail/login-refused', attempt: 0 });
    for (let minutes = 0; minutes < 60; minutes += 1) await lookAfter(MINUTE);
    expect(tries() - before).toBeGreaterThan(2);
    expect(tries() - before).toBeLessThan(10);
    smtp.trouble = null;
    for (let minutes = 0; minutes < 20; minutes += 1) await lookAfter(MINUTE);
    expect(stored(reminded)).toBe(1);
    expect(troubles).toEqual([{ channel: 'email', reason: 'mail/login-refused' }]);
  });

  it('is tried next with what others wait for: whatever found it out comes after them', async () => {
    const [one, other] = worlds;
    const oldest = await one.remind(NINE + 2 * DAY, NINE - HOUR);
    smtp.trouble = { at: 'auth', what: { reply: '535 5.7.8 No' } };
    await sender.look();
    const next = await other.remind(NINE + 2 * DAY, NINE);
    smtp.trouble = null;
    await lookAfter(2 * MINUTE);
    expect(smtp.stored.slice(-2).map((to) => to.replace(/[<>]/g, ''))).toEqual([next.address, oldest.address]);
  });
});

describe('a channel that stops', () => {
  it('is told of once, and once more where something had left in between', () => {
    const told: ChannelTrouble[] = [];
    const health = new ChannelHealth((trouble) => void told.push(trouble));
    const refused = { state: 'paused', reason: 'mail/login-refused', reply: '535' } as const;
    for (const outcome of [refused, refused, { state: 'sent', reply: '250' } as const, refused])
      health.learn('email', outcome, NINE);
    const once = { channel: 'email', reason: 'mail/login-refused' };
    expect(told).toEqual([once, once]);
  });
});
