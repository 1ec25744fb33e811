import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSmtpServer, type TestSmtpServer } from '../../electron/services/mail/testing/smtp-server.js';
import type { Change } from '../../shared/changes/change-set.js';
import { deliveryEvent, foldDeliveries } from '../../shared/domain/message-state.js';
import { DAY, HOUR } from '../../shared/lib/time.js';
import { setField } from '../../shared/testing/change-builders.js';
import type { Database } from '../database/database.js';
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

describe.each(ENGINES)(
  'C34 a message of which the server has written that it is being sent, on $name',
  ({ shared }) => {
    let database: Database;
    let world: SendingWorld;
    let sender: Sender;
    let now = NINE;
    const faults: unknown[] = [];

    beforeEach(async () => {
      database = await shared();
      world = await SendingWorld.open(database, { sends: ['email'] });
      now = NINE;
      faults.length = 0;
      const { host, port, authority, user, password } = smtp;
      const from = { fromName: '', fromAddress: '', signIn: { with: 'password' } } as const;
      const account = { host, port, authority, user, security: 'starttls', ...from } as const;
      const mail = { account, password, clientSecret: '', tokens: null };
      const report = (error: unknown): void => void faults.push(error);
      sender = new Sender({ database, accounts: { mail, sms: null }, report, now: () => now });
    });

    afterEach(async () => {
      await sender.stop();
      await world.close();
      await database.query('DELETE FROM outgoing WHERE organisation = $1', [world.organisation]);
    });

    const arrived = ({ address }: Reminded): number =>
      smtp.received.filter(({ envelope }) => envelope.to.includes(address)).length;
    const stateOf = async (one: Reminded): Promise<string> => foldDeliveries(0, await world.events(one)).state;
    const target = ({ message, person }: Reminded) => ({ table: 'message', id: message, dossier: person });
    const happened = (record: Reminded['interview' | 'application'], event: object): Change => ({
      ...{ kind: 'event', ...record },
      event: { id: newId(), at: NINE, by: null, ...event },
    });
    const became = (state: 'cancelled' | 'refused') => (one: Reminded) => [
      {
        ...{ kind: 'event', ...target(one) },
        event: deliveryEvent({ id: newId(), at: NINE, by: null, state }),
      } as const,
    ];
    const set = (one: Reminded, field: 'startsAt' | 'sequence', value: number): Change =>
      setField(one.interview, field, value, []);
    const status = (to: string, rejection: object | null) => (one: Reminded) => [
      happened(one.application, { type: 'status', to, interviewType: null, rejection, otherVacancyId: null }),
    ];

    /** Another reminder of the same pass leaves first; while the mail server has not answered, a laptop says something. */
    const whileOthersLeave = async (one: Reminded, said: (one: Reminded) => Promise<void>): Promise<void> => {
      const first = await world.remind(NINE + DAY, NINE - HOUR);
      smtp.faults.set(first.address, {
        at: 'message',
        meanwhile: async () => {
          expect(await stateOf(one)).toBe('sending');
          await said(one);
        },
      });
      await sender.look();
      expect([arrived(first), await stateOf(first), faults]).toEqual([1, 'sent', []]);
    };

    it.each([
      [
        'its interview is called off',
        (one: Reminded) => [happened(one.interview, { type: 'cancellation' })],
        ['refused', 'mail/interview-cancelled'],
      ],
      [
        'whoever it is for was rejected',
        status('rejected', { stage: 'first', reasonId: 'a'.repeat(32) }),
        ['refused', 'mail/application-rejected'],
      ],
      ['whoever it is for has withdrawn', status('withdrawn', null), ['refused', 'mail/application-withdrawn']],
      [
        'the interview was moved',
        (one: Reminded) => [set(one, 'startsAt', NINE + 3 * DAY), set(one, 'sequence', 1)],
        ['refused', 'mail/interview-moved'],
      ],
      [
        'whoever was invited has declined',
        (one: Reminded) => [
          happened(one.interview, {
            ...{ type: 'answer', answer: 'not-accepted', sequence: 0 },
            ...{ via: 'recruiter', givenAt: null, proposed: null },
          }),
        ],
        ['refused', 'mail/interview-declined'],
      ],
      ['it was taken back', became('cancelled'), ['cancelled', null]],
      ['another laptop refused it', became('refused'), ['refused', null]],
    ] as const)('does not leave any more where %s while others leave', async (_words, changes, [state, reason]) => {
      const one = await world.remind(NINE + DAY, NINE);
      await whileOthersLeave(one, async () => {
        await world.write(changes(one));
      });
      await database.query('UPDATE outgoing SET claimed_until = NULL');
      await sender.look();
      expect(arrived(one)).toBe(0);
      expect(foldDeliveries(0, await world.events(one))).toMatchObject({ state, reason });
      const list = await database.query('SELECT id FROM outgoing WHERE organisation = $1', [world.organisation]);
      expect(list).toEqual([]);
    });

    it('leaves where a laptop wants it back while others leave: it hears that it is the server’s', async () => {
      const one = await world.remind(NINE + DAY, NINE);
      await whileOthersLeave(one, async () => {
        const { json } = await world.laptop.write([await world.sentBy(one, world.laptop.device)]);
        expect(json.refused?.map(({ code }) => code)).toEqual(['sync/not-handed-over']);
      });
      expect([arrived(one), await stateOf(one)]).toEqual([1, 'sent']);
    });

    it('R16: does not leave any more where its dossier was erased while others leave', async () => {
      const one = await world.remind(NINE + DAY, NINE);
      await whileOthersLeave(one, async () => {
        const erased = { table: 'person', id: one.person, dossier: one.person } as const;
        await world.write([{ kind: 'erase', ...erased, whole: true, forgets: true }]);
      });
      await sender.look();
      expect(arrived(one)).toBe(0);
    });

    it('is called too late where the others took so long that it helps nobody any more (C27)', async () => {
      const one = await world.remind(NINE + 5 * HOUR, NINE);
      await whileOthersLeave(one, () => {
        now = NINE + 4 * HOUR;
        return Promise.resolve();
      });
      await database.query('UPDATE outgoing SET claimed_until = NULL');
      await sender.look();
      expect([arrived(one), await stateOf(one)]).toEqual([0, 'refused']);
    });

    it('is due again where the server is stopped while others leave, and leaves from the next one', async () => {
      const one = await world.remind(NINE + DAY, NINE);
      let stopped: Promise<void> | null = null;
      await whileOthersLeave(one, () => {
        stopped = sender.stop();
        return Promise.resolve();
      });
      await stopped;
      const { state, reason, attempt } = foldDeliveries(0, await world.events(one));
      expect([arrived(one), state, reason, attempt]).toEqual([0, 'due', null, 0]);
    });
  },
);
