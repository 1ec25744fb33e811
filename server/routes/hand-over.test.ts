import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change-set.js';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { DAY } from '../../shared/lib/time.js';
import type { MessageState } from '../../shared/records/message.js';
import type { InterviewId } from '../../shared/records/primitives.js';
import { messageCreate, setField } from '../../shared/testing/change-builders.js';
import { SendersAnswer } from '../../shared/sync/protocol.js';
import type { Database } from '../database/database.js';
import { revoke } from '../store/laptop-rows.js';
import { writeByServer } from '../store/write-by-server.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import { SendingWorld, type Reminded } from '../testing/sending-world.js';

const SOON = Date.UTC(2026, 9, 20, 7);
const WORDS = { channel: 'sms', text: 'Soon' } as const;

describe.each(ENGINES)('handing over to the server, on $name', ({ shared }) => {
  let database: Database;
  let world: SendingWorld;

  beforeEach(async () => {
    database = await shared();
    world = await SendingWorld.open(database, { sends: ['email'] });
  });

  afterEach(async () => {
    await world.close();
    await database.query('DELETE FROM outgoing WHERE organisation = $1', [world.organisation]);
  });

  const target = ({ message, person }: Reminded) => ({ table: 'message', id: message, dossier: person });
  const became = (one: Reminded, state: MessageState): Change => ({
    ...{ kind: 'event', ...target(one) },
    event: deliveryEvent({ id: newId(), at: 1, by: null, state, attempt: 0 }),
  });
  const sentBy = async (one: Reminded, device: string): Promise<Change> => await world.sentBy(one, device);
  /** What the server has on its list. */
  const waiting = async (): Promise<readonly string[]> => {
    const rows = await database.query<{ id: string }>('SELECT id FROM outgoing WHERE organisation = $1', [
      world.organisation,
    ]);
    return rows.map(({ id }) => id);
  };
  const codes = async (...changes: readonly Change[]): Promise<readonly string[]> =>
    (await world.laptop.write(changes)).json.refused?.map(({ code }) => code) ?? [];
  const laptops = async (fields = {}): Promise<Reminded> =>
    await world.remind(SOON + DAY, SOON, { deliverBy: world.laptop.device, ...fields });
  const begin = async (one: Reminded): Promise<void> => {
    await writeByServer(database, world.organisation, {
      action: 'deliver',
      now: Date.now(),
      plan: () => Promise.resolve({ changes: [became(one, 'sending')] }),
    });
  };

  it('is offered in hello, by the name of the server and what it sends', async () => {
    const { json } = await world.laptop.ask('GET', '/v1/hello');
    expect(json).toMatchObject({ sends: { device: world.device, channels: ['email'] } });
  });

  it('puts what waits on the list of the server, and taking it back takes it off', async () => {
    const one = await laptops();
    expect(await waiting()).toEqual([]);
    expect(await codes(await sentBy(one, world.device))).toEqual([]);
    expect(await waiting()).toEqual([one.message]);
    expect(await codes(await sentBy(one, world.laptop.device))).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['on a channel that it does not send on', { channel: 'sms' }, null],
    ['that a laptop sends at the moment', {}, 'sending'],
    ['that was sent', {}, 'sent'],
    ['that was taken back', {}, 'cancelled'],
  ] as const)('is refused whole for a message %s', async (_words, fields, state) => {
    const [good, bad] = [await laptops(), await laptops(fields)];
    if (state === 'sent') await world.write([became(bad, 'sending')]);
    if (state !== null) await world.write([became(bad, state)]);
    expect(await codes(await sentBy(good, world.device), await sentBy(bad, world.device))).toEqual([
      'sync/not-handed-over',
    ]);
    expect(await waiting()).toEqual([]);
  });

  it('cannot be taken back once the server has begun, and the message stays the server’s', async () => {
    const one = await laptops();
    await world.write([await sentBy(one, world.device)]);
    await begin(one);
    expect(await codes(await sentBy(one, world.laptop.device))).toEqual(['sync/not-handed-over']);
    expect(await waiting()).toEqual([one.message]);
  });

  it('is given to one of two laptops that take it back: the other had not heard of it, and is refused', async () => {
    const one = await laptops();
    await world.write([await sentBy(one, world.device)]);
    const [mine, theirs] = [await sentBy(one, world.laptop.device), await sentBy(one, 'b'.repeat(16))];
    expect([await codes(mine), await codes(theirs)]).toEqual([[], ['sync/not-handed-over']]);
    await world.write([await sentBy(one, world.device)]);
    expect(await codes(theirs)).toEqual(['sync/not-handed-over']); // nor is one that was handed over again since
    expect(await waiting()).toEqual([one.message]);
  });

  it('is taken back and handed over again by one who was offline, in one push', async () => {
    const one = await laptops();
    const { laptop } = world;
    const replacing = (device: string, ...replaces: readonly string[]): Change =>
      setField(target(one), 'deliverBy', device, replaces);
    const handed = laptop.changeSet([await sentBy(one, world.device)]);
    const back = laptop.changeSet([replacing(laptop.device, handed.stamp)]);
    const again = laptop.changeSet([replacing(world.device, back.stamp)]);
    expect((await laptop.push(handed, back, again)).json).toMatchObject({ refused: [] });
    expect(await waiting()).toEqual([one.message]);
  });

  it('lets nobody take from another laptop that is still there what it is to send, nor hand it over to the server', async () => {
    const colleague = await world.colleague();
    const one = await laptops({ deliverBy: colleague.device });
    expect(await codes(await sentBy(one, world.laptop.device))).toEqual(['sync/not-handed-over']);
    expect(await codes(await sentBy(one, world.device))).toEqual(['sync/not-handed-over']);
    expect((await colleague.write([await sentBy(one, world.device)])).json).toMatchObject({ refused: [] });
    expect(await waiting()).toEqual([one.message]);
  });

  it.each([
    ['a laptop that was revoked', 'revoked'],
    ['a laptop that has left', 'left'],
    ['a laptop or a server that was never here', 'unknown'],
  ] as const)('lets what %s was to send be taken over, by the first who does', async (_words, how) => {
    const gone = await world.colleague();
    const device = how === 'unknown' ? 'd'.repeat(16) : gone.device;
    const one = await laptops({ deliverBy: device });
    const senders = async () => SendersAnswer.parse((await world.laptop.ask('GET', '/v1/senders')).json).senders;
    expect((await senders()).includes(device)).toBe(how !== 'unknown');
    if (how === 'revoked') await revoke(database, device, false);
    if (how === 'left') await gone.ask('POST', '/v1/devices/leave');
    expect(await senders()).not.toContain(device);
    expect(await senders()).toEqual(expect.arrayContaining([world.device, world.laptop.device]));
    const other = await world.colleague();
    const theirs = await sentBy(one, other.device);
    expect(await codes(await sentBy(one, world.laptop.device), became(one, 'uncertain'))).toEqual([]);
    expect((await other.write([theirs])).json.refused).toMatchObject([{ code: 'sync/not-handed-over' }]);
    expect(await world.states(one)).toEqual(['uncertain']);
  });

  it('lets nobody write a reminder anew that the server has begun to send, unless for another time', async () => {
    const one = await laptops();
    await world.write([await sentBy(one, world.device)]);
    const interviewId = one.interview.id as InterviewId;
    const anew = (startsAt: number): Change =>
      messageCreate(newId(), {
        ...{ personId: one.person, interviewId, purpose: 'reminder', deliverBy: world.laptop.device },
        reminder: { daysBefore: 1, sequence: 0, startsAt, words: WORDS },
      });
    await begin(one);
    expect(await codes(became(one, 'cancelled'), anew(SOON + DAY))).toEqual(['sync/not-handed-over']);
    expect(await codes(became(one, 'cancelled'), anew(SOON + 3 * DAY))).toEqual([]);
    expect(await codes(became(one, 'cancelled'))).toEqual([]); // it is noted, and holds should it not leave after all
  });

  it('lets a reminder be written anew that still waits', async () => {
    const one = await laptops();
    await world.write([await sentBy(one, world.device)]);
    expect(await codes(became(one, 'cancelled'))).toEqual([]);
    expect(await waiting()).toEqual([]);
  });
});
