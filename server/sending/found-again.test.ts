import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultServer } from '../../electron/services/mail/testing/fault-server.js';
import type { Change } from '../../shared/changes/change-set.js';
import { stampOf } from '../../shared/changes/clock.js';
import { deliveryEvent, foldDeliveries } from '../../shared/domain/message-state.js';
import { DAY, HOUR } from '../../shared/lib/time.js';
import type { RecruiterId } from '../../shared/records/primitives.js';
import { messageCreate } from '../../shared/testing/change-builders.js';
import type { Database } from '../database/database.js';
import { beginEpoch } from '../store/organisation-rows.js';
import { writeByServer } from '../store/write-by-server.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import { SendingWorld, type Reminded } from '../testing/sending-world.js';
import type { ChannelTrouble } from './channel-health.js';
import { Sender } from './sender.js';

const NINE = Date.UTC(2026, 9, 20, 7);
const LATER = { at: 'recipient', what: { reply: '451 4.2.0 Later' } } as const;

let smtp: FaultServer;

beforeAll(async () => {
  smtp = await startFaultServer({});
});

afterAll(async () => {
  await smtp.stop();
});

describe.each(ENGINES)('what the ledger says of a message that is tried again, on $name', ({ shared }) => {
  let database: Database;
  let world: SendingWorld;
  let now = NINE;
  const senders: Sender[] = [];
  const troubles: ChannelTrouble[] = [];

  const node = (of: Database = database): Sender => {
    const { host, port, authority, user, password } = smtp;
    const from = { fromName: '', fromAddress: '', signIn: { with: 'password' } } as const;
    const account = { host, port, authority, user, security: 'starttls', ...from } as const;
    const mail = { account, password, clientSecret: '', tokens: null };
    const onTrouble = (trouble: ChannelTrouble): void => void troubles.push(trouble);
    const accounts = { mail, sms: null };
    const sender = new Sender({ database: of, accounts, report: () => undefined, onTrouble, now: () => now });
    senders.push(sender);
    return sender;
  };

  beforeEach(async () => {
    database = await shared();
    world = await SendingWorld.open(database);
    now = NINE;
    troubles.length = 0;
  });

  afterEach(async () => {
    smtp.trouble = null;
    for (const sender of senders.splice(0)) await sender.stop();
    await world.close();
    await database.query('DELETE FROM outgoing WHERE organisation = $1', [world.organisation]);
  });

  const remind = async (): Promise<Reminded> => await world.remind(NINE + 9 * DAY, NINE);
  const stored = ({ address }: Reminded): number => smtp.stored.filter((to) => to.includes(address)).length;
  const standing = async (one: Reminded) => foldDeliveries(0, await world.events(one));
  /** So long later, when every claim has run out. */
  const lookAfter = async (wait: number, sender = node()): Promise<void> => {
    now += wait;
    await database.query('UPDATE outgoing SET claimed_until = NULL');
    await sender.look();
  };
  /** As a node sees the store that is killed at the first statement, or transaction (`BEGIN`), of which this is true. */
  const endsAt = (isEnd: (sql: string) => boolean): Database => {
    let isOver = false;
    const gone = async () => Promise.reject(new Error('killed'));
    return {
      ...database,
      query: async (sql, values) => {
        isOver ||= isEnd(sql);
        return isOver ? await gone() : await database.query(sql, values);
      },
      transaction: async (work) => {
        isOver ||= isEnd('BEGIN');
        return isOver ? await gone() : await database.transaction(work);
      },
    };
  };
  /** Ends when the mail server's answer is to be noted: in the ledger, or in the message. */
  const endsAtAnswer = () => endsAt((sql) => sql.startsWith('UPDATE handed_over'));
  const endsAtOutcome = () => {
    let isSettled = false;
    return endsAt((sql) => {
      if (sql === 'BEGIN') return isSettled;
      isSettled ||= sql.startsWith('UPDATE handed_over');
      return false;
    });
  };
  const personSays = async (one: Reminded): Promise<void> => {
    const by = newId<RecruiterId>();
    const event = deliveryEvent({ id: newId(), at: now, by, state: 'due' });
    const change: Change = { kind: 'event', table: 'message', id: one.message, dossier: one.person, event };
    const { laptop } = world;
    const heard = stampOf({ node: laptop.device, ms: now + 1, counter: 0 });
    expect((await laptop.write([change], { stamp: heard })).json).toMatchObject({ refused: [] });
  };

  it('counts each attempt, and one that a node began and never handed over counts for nothing', async () => {
    const one = await remind();
    smtp.trouble = LATER;
    await node().look();
    expect(await standing(one)).toMatchObject({ state: 'deferred', attempt: 1 });
    await lookAfter(DAY);
    expect(await standing(one)).toMatchObject({ state: 'deferred', attempt: 2 });
    const unfinished = endsAt((sql) => sql.includes('INSERT INTO handed_over'));
    smtp.trouble = null;
    await lookAfter(DAY, node(unfinished));
    expect(await standing(one)).toMatchObject({ state: 'sending', attempt: 3 });
    smtp.trouble = LATER;
    await lookAfter(HOUR);
    expect((await world.events(one)).slice(-3).map(({ state, attempt }) => `${state} ${attempt}`)).toEqual([
      'due 2',
      'sending 3',
      'deferred 3',
    ]);
  });

  it('is uncertain where it was begun once more and its node ended, whatever was answered the time before', async () => {
    const one = await remind();
    smtp.trouble = { ...LATER, at: 'body' };
    await node().look();
    smtp.trouble = null;
    await lookAfter(DAY, node(endsAtAnswer()));
    expect([stored(one), (await standing(one)).state]).toEqual([1, 'sending']);
    await lookAfter(HOUR);
    expect([stored(one), (await standing(one)).state]).toEqual([1, 'uncertain']);
  });

  it('is sent where its node ended after the answer stood in the ledger', async () => {
    const one = await remind();
    await lookAfter(0, node(endsAtOutcome()));
    expect([stored(one), (await standing(one)).state]).toEqual([1, 'sending']);
    await lookAfter(HOUR);
    expect([stored(one), (await standing(one)).state]).toEqual([1, 'sent']);
  });

  it('leaves once more where it is uncertain and somebody says so, and only then', async () => {
    const one = await remind();
    await node(endsAtAnswer()).look();
    await lookAfter(HOUR);
    await lookAfter(HOUR);
    expect([stored(one), (await standing(one)).state]).toEqual([1, 'uncertain']);
    await personSays(one);
    await lookAfter(HOUR);
    expect([stored(one), (await standing(one)).state]).toEqual([2, 'sent']);
  });

  it('is not taken from a mail server that has just refused the password: of five, one finds it out', async () => {
    for (let n = 0; n < 5; n += 1) await remind();
    smtp.trouble = { at: 'auth', what: { reply: '535 5.7.8 No' } };
    const tries = () => smtp.said.filter(({ verb }) => verb === 'AUTH').length;
    const before = tries();
    await node().look();
    expect(tries() - before).toBe(1);
  });

  describe('where a backup was put back', () => {
    beforeEach(() => {
      now = Date.now();
    });

    it('blames no account for what may have left before', async () => {
      const before: Reminded[] = [];
      for (let n = 0; n < 4; n += 1) before.push(await world.remind(now + DAY, now - HOUR));
      await beginEpoch(database);
      now += HOUR;
      await node().look();
      expect(await Promise.all(before.map(async (one) => (await standing(one)).state))).toEqual(
        before.map(() => 'uncertain'),
      );
      expect(troubles).toEqual([]);
    });

    it('waits for the laptop that handed it over, heard since then, and for no other', async () => {
      const other = await world.colleague();
      await world.laptop.load();
      const one = await world.remind(now + DAY, now + HOUR);
      await beginEpoch(database);
      await other.load();
      await lookAfter(2 * HOUR);
      expect([stored(one), (await standing(one)).state]).toEqual([0, 'held']);
      await world.laptop.load();
      await lookAfter(0);
      expect([stored(one), (await standing(one)).state]).toEqual([1, 'sent']);
    });

    it('waits for nobody with what the server itself wrote', async () => {
      const [id, address] = [newId(), `${newId().slice(0, 12)}@example.com`];
      const one = await remind();
      const to = { name: 'Ebba Norrlander', address };
      const holdUntil = now + HOUR;
      const written = { personId: one.person, to, deliverBy: world.device, queuedAt: now, holdUntil };
      await writeByServer(database, world.organisation, {
        action: 'enter-panel-rating',
        now,
        plan: () => Promise.resolve({ changes: [messageCreate(id, written)] }),
      });
      await beginEpoch(database);
      await lookAfter(2 * HOUR);
      expect(stored({ ...one, address })).toBe(1);
    });
  });
});
