import { expect, it } from 'vitest';
import { Outbox } from '../../renderer/engine/outbox.js';
import { migrate } from '../../server/database/migrate.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { buildServer } from '../../server/http/build-server.js';
import { invite } from '../../server/store/invitation-rows.js';
import { addOrganisation } from '../../server/store/organisation-rows.js';
import { newId } from '../../server/testing/records.js';
import type { Change } from '../../shared/changes/change-set.js';
import type { Channel, InputOf } from '../../shared/host/contract.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/lib/time.js';
import type {
  ApplicationId,
  InterviewId,
  MessageId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  personCreate,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import { Colleague, organisationOf, unwrap } from './colleague.js';

it('C34 two laptops take the same reminder back: the server gives it to one, and it leaves once', async () => {
  const database = await openPglite(null);
  await migrate(database);
  const app = await buildServer({ database, sends: ['email'] });
  const host = await app.listen({ host: '127.0.0.1', port: 0 });
  const organisation = await addOrganisation(database, 'Fjordkraft');
  const maja = newId<RecruiterId>();
  const [one, other] = [await Colleague.start(), await Colleague.start()];
  await one.begin(maja, { name: 'Maja', email: 'maja@example.com' }, organisationOf('Fjordkraft'));
  await one.join(host, (await invite(database, organisation, null)).code);
  for (let n = 0; n < 2; n += 1) await one.settle();
  await other.join(host, (await invite(database, organisation, null)).code);
  for (const laptop of [other, one, other]) await laptop.settle();
  unwrap(await other.session.setPreferences({ recruiterId: maja }));

  let now = Date.now();
  const left: Colleague[] = [];
  for (const laptop of [one, other]) countWhatLeaves(laptop, () => void left.push(laptop));
  const look = async (laptop: Colleague): Promise<void> => {
    await lookOnce(laptop, () => now);
  };

  const message = newId<MessageId>();
  const due = now + HOUR;
  await one.write('invite-to-interview', ...reminded(message, { due, deliverBy: one.session.device }));
  await one.settle();
  await look(one);
  for (const laptop of [one, one, other]) await laptop.settle();
  expect(senderOf(other, message)).toBe(senderOf(one, message));
  expect(senderOf(one, message)).not.toBe(one.session.device);

  now = due - MINUTE;
  await takeBack(one, message);
  await takeBack(other, message);
  expect([await one.settle(), await other.settle()]).toEqual([0, 1]);
  now = due + SECOND;
  for (const laptop of [one, other]) await look(laptop);
  for (const laptop of [one, other, one]) await laptop.settle();
  expect(left).toEqual([one]);
  for (const laptop of [one, other]) {
    expect(senderOf(laptop, message)).toBe(one.session.device);
    expect([...laptop.roster.messages.values()].map(({ state }) => state)).toEqual(['sent']);
  }
  for (const laptop of [one, other]) await laptop.end();
  await app.close();
  await database.close();
}, 120_000);

/** Where the page hands a mail to its host; nothing of the laptop's own mail account is needed. */
function countWhatLeaves(laptop: Colleague, leave: () => void): void {
  const call = laptop.call.bind(laptop);
  laptop.call = (async (channel: Channel, input: InputOf<Channel>) => {
    if (channel !== 'mail.deliver') return await call(channel, input);
    leave();
    return { ok: true, value: { state: 'sent', reply: '250 OK' } };
  }) as typeof laptop.call;
}

/** One pass of the laptop's outbox. */
async function lookOnce(laptop: Colleague, now: () => number): Promise<void> {
  Object.assign(laptop.ports.clock, { now });
  const report = (error: unknown): never => {
    throw error;
  };
  const outbox = new Outbox({ ...laptop.session, now, random: () => 0.5, report });
  const done = new Promise<void>((resolve) => {
    outbox.status.subscribe(() => {
      if (outbox.status.current().kind !== 'sending') resolve();
    });
  });
  outbox.poke();
  await done;
  await outbox.stop();
}

/** An interview the day after its reminder, which leaves when it is due. */
function reminded(
  message: MessageId,
  { due, deliverBy }: { readonly due: number; readonly deliverBy: string },
): readonly Change[] {
  const [personId, vacancyId] = [newId<PersonId>(), newId<VacancyId>()];
  const [applicationId, interviewId] = [newId<ApplicationId>(), newId<InterviewId>()];
  const startsAt = due + DAY;
  const words = { channel: 'sms', text: 'Soon' } as const;
  return [
    personCreate(personId),
    vacancyCreate(vacancyId),
    applicationCreate(applicationId, { personId, vacancyId }),
    interviewCreate(interviewId, { personId, applicationId, vacancyId, startsAt }),
    messageCreate(message, {
      ...{ personId, applicationId, vacancyId, interviewId, purpose: 'reminder', holdUntil: due, deliverBy },
      to: { name: 'Ebba Norrlander', address: 'ebba@example.com' },
      reminder: { daysBefore: 1, sequence: 0, startsAt, words },
    }),
  ];
}

/** As the button in the Outbox does it. */
async function takeBack({ session }: Colleague, id: MessageId): Promise<void> {
  const record = await session.edit('message', id);
  if (record === null) throw new Error('the message is not here');
  const { table, dossier, fields, stamps } = record;
  const set = { kind: 'set', table, id, dossier, field: 'deliverBy', value: session.device } as const;
  const changes = [{ ...set, before: fields.deliverBy, replaces: [...(stamps.get('deliverBy') ?? [])] }];
  unwrap(await session.commit({ action: 'message-from-here', changes }));
}

function senderOf({ roster }: Colleague, id: MessageId): string | undefined {
  return roster.messages.get(id)?.deliverBy;
}
