import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSmtpServer, type TestSmtpServer } from '../../electron/services/mail/testing/smtp-server.js';
import type { Change } from '../../shared/changes/change-set.js';
import { deliveryEvent, foldDeliveries } from '../../shared/domain/message-state.js';
import { DAY, HOUR, type Instant } from '../../shared/lib/time.js';
import type { InterviewId } from '../../shared/records/primitives.js';
import { messageCreate } from '../../shared/testing/change-builders.js';
import type { Database } from '../database/database.js';
import { beginEpoch } from '../store/organisation-rows.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import { SendingWorld, type Reminded } from '../testing/sending-world.js';
import { Sender } from './sender.js';

const NINE = Date.UTC(2026, 9, 20, 7);

let smtp: TestSmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
});

afterAll(async () => {
  await smtp.stop();
});

describe.each(ENGINES)('C34 what a laptop takes back that the server has, on $name', ({ shared }) => {
  let database: Database;
  let world: SendingWorld;
  let sender: Sender;
  let now = NINE;

  beforeEach(async () => {
    database = await shared();
    world = await SendingWorld.open(database, { sends: ['email'] });
    now = NINE - HOUR;
    const { host, port, authority, user, password } = smtp;
    const from = { fromName: '', fromAddress: '', signIn: { with: 'password' } } as const;
    const account = { host, port, authority, user, security: 'starttls', ...from } as const;
    const mail = { account, password, clientSecret: '', tokens: null };
    const report = (error: unknown): never => {
      throw error;
    };
    sender = new Sender({ database, accounts: { mail, sms: null }, report, now: () => now });
  });

  afterEach(async () => {
    await sender.stop();
    await world.close();
    await database.query('DELETE FROM outgoing WHERE organisation = $1', [world.organisation]);
  });

  const remind = async (): Promise<Reminded> => await world.remind(NINE + DAY, NINE);
  const target = ({ message, person }: Reminded) => ({ table: 'message', id: message, dossier: person });
  const cancelled = (one: Reminded, at: Instant): Change => ({
    ...{ kind: 'event', ...target(one) },
    event: deliveryEvent({ id: newId(), at, by: null, state: 'cancelled' }),
  });
  const sentFromHere = async (one: Reminded): Promise<Change> => await world.sentBy(one, world.laptop.device);
  const writtenAnew = (one: Reminded, startsAt: Instant): Change =>
    messageCreate(newId(), {
      ...{ personId: one.person, interviewId: one.interview.id as InterviewId, purpose: 'reminder' },
      deliverBy: world.laptop.device,
      reminder: { daysBefore: 1, sequence: 0, startsAt, words: { channel: 'sms', text: 'Soon' } },
    });
  const push = async (...changes: readonly Change[]): Promise<readonly string[]> =>
    (await world.laptop.write(changes)).json.refused?.map(({ code }) => code) ?? [];
  const arrived = ({ address }: Reminded): number =>
    smtp.received.filter(({ envelope }) => envelope.to.includes(address)).length;
  const stateOf = async (one: Reminded): Promise<string> => foldDeliveries(0, await world.events(one)).state;
  const atNine = async (): Promise<void> => {
    now = NINE;
    await sender.look();
  };

  it.each([
    ['cancelled', (one: Reminded) => [cancelled(one, NINE - HOUR)], 'cancelled'],
    ['taken back', async (one: Reminded) => [await sentFromHere(one)], 'held'],
    [
      'written anew for the same time',
      (one: Reminded) => [cancelled(one, NINE - HOUR), writtenAnew(one, NINE + DAY)],
      'cancelled',
    ],
  ] as const)('does not leave from it once it is %s before', async (_words, changes, state) => {
    const one = await remind();
    expect(await push(...(await changes(one)))).toEqual([]);
    await atNine();
    expect([arrived(one), await stateOf(one)]).toEqual([0, state]);
  });

  it.each([
    ['cancelled', (one: Reminded) => [cancelled(one, NINE - HOUR)], []],
    ['taken back', async (one: Reminded) => [await sentFromHere(one)], ['sync/not-handed-over']],
    [
      'written anew for the same time',
      (one: Reminded) => [cancelled(one, NINE - HOUR), writtenAnew(one, NINE + DAY)],
      ['sync/not-handed-over'],
    ],
    [
      'written anew for another time',
      (one: Reminded) => [cancelled(one, NINE - HOUR), writtenAnew(one, NINE + 3 * DAY)],
      [],
    ],
  ] as const)(
    'stays sent where it had left before the laptop, offline meanwhile, says that it is %s',
    async (_words, changes, codes) => {
      const one = await remind();
      await atNine();
      expect(await push(...(await changes(one)))).toEqual(codes);
      await sender.look();
      expect([arrived(one), await stateOf(one)]).toEqual([1, 'sent']);
    },
  );

  it('has one sender, whoever is first, where both decide at the same time', async () => {
    const ends = new Map<string, number>();
    for (let n = 0; n < 12; n += 1) {
      const one = await remind();
      const taken = await sentFromHere(one);
      now = NINE;
      const [codes] = await Promise.all([push(taken), sender.look()]);
      const end = `${codes.length === 0 ? 'given back' : 'kept'}, ${arrived(one)} sent`;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      now = NINE - HOUR;
    }
    expect(['given back, 0 sent', 'kept, 1 sent']).toEqual(expect.arrayContaining([...ends.keys()]));
  });

  describe('where a backup was put back that does not know of it', () => {
    let one: Reminded;
    const lookAt = async (at: Instant): Promise<void> => {
      now = at;
      await database.query('UPDATE outgoing SET claimed_until = NULL');
      await sender.look();
    };

    beforeEach(async () => {
      now = Date.now();
      one = await world.remind(now + DAY, now + HOUR);
      await beginEpoch(database);
      await lookAt(now + 2 * HOUR);
      expect([arrived(one), await stateOf(one)]).toEqual([0, 'held']);
    });

    it('does not leave: the laptop that had handed it over says first what it wrote', async () => {
      const { laptop } = world;
      laptop.epoch = (await laptop.ask('GET', '/v1/hello')).json.epoch ?? '';
      const event = { id: newId(), at: 1, by: null, type: 'cancellation' };
      await world.write([{ kind: 'event', ...one.interview, event }]);
      await laptop.load();
      await lookAt(now + HOUR);
      expect((await world.events(one)).at(-1)).toMatchObject({ state: 'refused', reason: 'mail/interview-cancelled' });
      expect(arrived(one)).toBe(0);
    });

    it('leaves where that laptop has nothing to say, and is refused as too late where it is never heard', async () => {
      const unheard = one;
      await lookAt(now + 22 * HOUR);
      expect([arrived(unheard), await stateOf(unheard)]).toEqual([0, 'refused']);
      const { laptop } = world;
      laptop.epoch = (await laptop.ask('GET', '/v1/hello')).json.epoch ?? '';
      const heard = await world.remind(now + DAY, now);
      await world.laptop.load();
      await lookAt(now);
      expect([arrived(heard), await stateOf(heard)]).toEqual([1, 'sent']);
    });
  });
});
