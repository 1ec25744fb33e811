import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSmtpServer, type TestSmtpServer } from '../../electron/services/mail/testing/smtp-server.js';
import type { Change, RecordEvent } from '../../shared/changes/change-set.js';
import type { PersonId } from '../../shared/records/primitives.js';
import type { Json } from '../../shared/lib/json.js';
import { deliveryEvent, foldDeliveries } from '../../shared/domain/message-state.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/lib/time.js';
import { personCreate, setField } from '../../shared/testing/change-builders.js';
import type { Database } from '../database/database.js';
import { bringCv } from '../testing/asked-panel.js';
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

describe.each(ENGINES)('C34 a message that the server is about to send, on $name', ({ shared }) => {
  let database: Database;
  let world: SendingWorld;
  let sender: Sender;
  const senders: Sender[] = [];
  let now = NINE;
  const faults: unknown[] = [];

  const node = (of: Database = database, claimLasts: number = 2 * MINUTE): Sender => {
    const { host, port, authority, user, password } = smtp;
    const from = { fromName: '', fromAddress: '', signIn: { with: 'password' } } as const;
    const account = { host, port, authority, user, security: 'starttls', ...from } as const;
    const mail = { account, password, clientSecret: '', tokens: null };
    const report = (error: unknown): void => void faults.push(error);
    const one = new Sender({ database: of, accounts: { mail, sms: null }, report, now: () => now, claimLasts });
    senders.push(one);
    return one;
  };

  beforeEach(async () => {
    database = await shared();
    world = await SendingWorld.open(database, { sends: ['email'] });
    now = NINE;
    faults.length = 0;
    sender = node();
  });

  afterEach(async () => {
    for (const one of senders.splice(0)) await one.stop();
    await world.close();
    await database.query('DELETE FROM outgoing WHERE organisation = $1', [world.organisation]);
  });

  const arrived = ({ address }: Reminded): number =>
    smtp.received.filter(({ envelope }) => envelope.to.includes(address)).length;
  const stateOf = async (one: Reminded): Promise<string> => foldDeliveries(0, await world.events(one)).state;
  const target = ({ message, person }: Reminded) => ({ table: 'message', id: message, dossier: person });
  const happened = (record: Reminded['interview' | 'application'], event: Readonly<Record<string, Json>>): Change => ({
    ...{ kind: 'event', ...record },
    event: { id: newId<string>(), type: '', at: NINE, by: null, ...event } as RecordEvent,
  });
  const became =
    (state: 'cancelled' | 'refused') =>
    (one: Reminded): Change[] => [
      {
        ...{ kind: 'event', ...target(one) },
        event: deliveryEvent({ id: newId(), at: NINE, by: null, state }),
      },
    ];
  const set = (one: Reminded, field: 'startsAt' | 'sequence', value: number): Change =>
    setField(one.interview, field, value, []);
  const status = (to: string, rejection: Json) => (one: Reminded) => [
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
    [
      'its place was changed, and its time was not',
      (one: Reminded) => [set(one, 'sequence', 1)],
      ['refused', 'mail/interview-moved'],
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
    const stopped: Promise<void>[] = [];
    await whileOthersLeave(one, () => {
      stopped.push(sender.stop());
      return Promise.resolve();
    });
    await Promise.all(stopped);
    const { state, reason, attempt } = foldDeliveries(0, await world.events(one));
    expect([arrived(one), state, reason, attempt]).toEqual([0, 'due', null, 0]);
    await node().look();
    expect([arrived(one), await stateOf(one)]).toEqual([1, 'sent']);
  });

  it('stays with the laptop that took it back between the claim and the decision', async () => {
    const one = await world.remind(NINE + DAY, NINE);
    const taken = await world.sentBy(one, world.laptop.device);
    let isTaken = false;
    const slow: Database = {
      ...database,
      transaction: async (work) => {
        if (!isTaken) await world.write([taken]);
        isTaken = true;
        return await database.transaction(work);
      },
    };
    await node(slow).look();
    expect([isTaken, arrived(one), await world.states(one)]).toEqual([true, 0, []]);
  });

  it('waits no longer to be told of than it takes: the first of its batch is sent while it still leaves', async () => {
    const first = await world.remind(NINE + DAY, NINE - HOUR);
    const second = await world.remind(NINE + DAY, NINE);
    let told = '';
    smtp.faults.set(first.address, {
      at: 'message',
      meanwhile: () => Promise.resolve(void (now += 3 * SECOND)),
    });
    smtp.faults.set(second.address, { at: 'message', meanwhile: async () => void (told = await stateOf(first)) });
    await sender.look();
    expect(told).toBe('sent');
  });

  it('is nobody else’s while its node gives signs of life, however long the mail server takes', async () => {
    const one = await world.remind(NINE + DAY, NINE);
    const lasts = 200;
    smtp.faults.set(one.address, {
      at: 'message',
      meanwhile: async () => {
        await wait(3 * lasts);
        await node().look();
      },
    });
    await node(database, lasts).look();
    expect([arrived(one), await world.states(one)]).toEqual([1, ['sending', 'sent']]);
  });

  it('leaves with its files', async () => {
    const { laptop } = world;
    const personId = newId<PersonId>();
    await world.write([personCreate(personId)]);
    const fileId = await bringCv({ laptop, by: null as never }, { personId });
    const attachments = [{ fileId, name: 'CV.pdf', mediaType: 'application/pdf' } as const];
    const one = await world.remind(NINE + DAY, NINE, { attachments });
    await sender.look();
    const mail = smtp.received.find(({ envelope }) => envelope.to.includes(one.address))?.mail;
    const file = mail?.attachments.find(({ filename }) => filename === 'CV.pdf');
    expect(Buffer.from(file?.content as ArrayBuffer).toString()).toBe('%PDF-1.7 of nobody');
  });
});
