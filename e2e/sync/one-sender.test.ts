import { expect, it } from 'vitest';
import { seededRandom } from '../../electron/services/testing/seeded-random.js';
import type { Database } from '../../server/database/database.js';
import { migrate } from '../../server/database/migrate.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { buildServer } from '../../server/http/build-server.js';
import { invite } from '../../server/store/invitation-rows.js';
import { addOrganisation, beginEpoch, serverDevice } from '../../server/store/organisation-rows.js';
import { newId } from '../../server/testing/records.js';
import { dueFrom } from '../../shared/domain/message-state.js';
import { HOUR } from '../../shared/lib/time.js';
import type { MessageId, PersonId, RecruiterId } from '../../shared/records/primitives.js';
import { messageCreate, personCreate } from '../../shared/testing/change-builders.js';
import { putBack, takeBackup } from '../sync-simulation/backup.js';
import { Colleague, organisationOf, unwrap } from './colleague.js';

const MESSAGES = 6;
const STEPS = 70;

it.each([1, 2, 3])(
  'C27 C34 whom the laptops name as the sender the server’s list names, whatever was handed over, taken back and restored (%i)',
  async (seed) => {
    const chance = seededRandom(seed);
    const database = await openPglite(null);
    await migrate(database);
    const app = await buildServer({ database, sends: ['email'] });
    const host = await app.listen({ host: '127.0.0.1', port: 0 });
    const organisation = await addOrganisation(database, 'Fjordkraft');
    const laptops = [await Colleague.start(), await Colleague.start()] as const;
    const [one, other] = laptops;
    const maja = newId<RecruiterId>();
    await one.begin(maja, { name: 'Maja', email: 'maja@example.com' }, organisationOf('Fjordkraft'));
    await one.join(host, (await invite(database, organisation, null)).code);
    for (let n = 0; n < 2; n += 1) await one.settle();
    await other.join(host, (await invite(database, organisation, null)).code);
    for (const laptop of [other, one, other]) await laptop.settle();
    unwrap(await other.session.setPreferences({ recruiterId: maja }));
    const server = await serverDevice(database, organisation);

    const ids: MessageId[] = [];
    for (let n = 0; n < MESSAGES; n += 1) {
      const [id, personId] = [newId<MessageId>(), newId<PersonId>()];
      const holdUntil = Date.now() + HOUR;
      const message = messageCreate(id, { personId, holdUntil, deliverBy: one.session.device });
      await one.write('send-email', personCreate(personId), message);
      ids.push(id);
    }
    for (const laptop of [one, other]) await laptop.settle();

    let backup = await takeBackup(database, organisation);
    const did = new Map<string, number>();
    for (let step = 0; step < STEPS; step += 1) {
      const laptop = laptops[Math.floor(chance() * 2)] ?? one;
      const id = ids[Math.floor(chance() * MESSAGES)] ?? '';
      const turn = chance();
      const act =
        turn < 0.35
          ? 'hand over'
          : turn < 0.6
            ? 'take back'
            : turn < 0.9
              ? 'exchange'
              : turn < 0.95
                ? 'back up'
                : 'restore';
      did.set(act, (did.get(act) ?? 0) + 1);
      if (act === 'hand over') await setSender(laptop, id, server);
      if (act === 'take back') await setSender(laptop, id, laptop.session.device);
      if (act === 'exchange') await laptop.settle();
      if (act === 'back up') backup = await takeBackup(database, organisation);
      if (act !== 'restore') continue;
      await putBack(database, organisation, backup);
      await beginEpoch(database);
    }
    for (let round = 0; round < 3; round += 1) for (const laptop of laptops) await laptop.settle();

    expect([...did.values()].every((times) => times > 0)).toBe(true);
    const named = laptops.map(({ roster }) => ids.map((id) => roster.messages.get(id)?.deliverBy));
    expect(named[1]).toEqual(named[0]);
    const rows = [...one.roster.messages.values()];
    const waiting = rows.filter((row) => row.deliverBy === server && dueFrom(row) !== null).map(({ id }) => id);
    expect(await listed(database, organisation)).toEqual([...waiting].sort());
    expect(new Set(named[0]).size).toBeGreaterThan(1);
    for (const laptop of laptops) await laptop.end();
    await app.close();
    await database.close();
  },
  180_000,
);

async function setSender({ session, roster }: Colleague, id: string, device: string): Promise<void> {
  if (roster.messages.get(id as MessageId)?.deliverBy === device) return;
  const record = await session.edit('message', id);
  if (record === null) throw new Error('the message is not here');
  const { table, dossier, fields, stamps } = record;
  const set = { kind: 'set', table, id, dossier, field: 'deliverBy', value: device } as const;
  const changes = [{ ...set, before: fields.deliverBy, replaces: [...(stamps.get('deliverBy') ?? [])] }];
  const action = device === session.device ? 'message-from-here' : 'hand-over';
  unwrap(await session.commit({ action, changes }));
}

async function listed({ query }: Database, organisation: string): Promise<readonly string[]> {
  const rows = await query<{ id: string }>('SELECT id FROM outgoing WHERE organisation = $1 ORDER BY id', [
    organisation,
  ]);
  return rows.map(({ id }) => id);
}
