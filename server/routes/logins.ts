import { valuesOf } from '../../shared/changes/record-state.js';
import { Message } from '../../shared/records/message.js';
import { LoginAnswer, LoginRequest } from '../../shared/sync/protocol.js';
import type { Queries } from '../database/database.js';
import type { KnownRecord } from '../fold/known-record.js';
import { RequestProblem } from '../http/problem.js';
import { senderOf } from '../http/sender-of.js';
import type { App, Sender, Service } from '../http/service.js';
import { drawPassword, hashPassword } from '../pages/my/password.js';
import { keepLogin, userNameOf } from '../store/candidate-logins.js';
import { holdOffErasures } from '../store/erase-dossiers.js';
import { readRecords } from '../store/record-rows.js';

/**
 * `POST /v1/logins`: a password for the mail that a laptop is about to hand over (C17). The message says who the user is: a
 * laptop asks for nobody whom it did not write to, and nothing of the answer is kept but a hash.
 */
export function addLoginRoute(app: App, { database, now }: Service): void {
  app.route({
    method: 'POST',
    url: '/v1/logins',
    schema: { body: LoginRequest, response: { 200: LoginAnswer } },
    handler: async (request) => {
      const sender = senderOf(request);
      const { organisation } = sender.laptop;
      const password = drawPassword();
      const kept = await hashPassword(password);
      await database.transaction(async (queries) => {
        await holdOffErasures(queries, organisation);
        const user = await findUser(queries, sender, request.body.message);
        if (user === null) throw new RequestProblem('sync/not-found');
        await keepLogin(queries, { organisation, ...user, password: kept, mailedAt: now() });
      });
      return { password, path: `/my/${organisation}` };
    },
  });
}

/** To whom the message is, where it is one of this laptop that brings a password to somebody who is still there. */
async function findUser(queries: Queries, { laptop }: Sender, id: string) {
  const record = await readOne(queries, laptop.organisation, { table: 'message', id });
  if (record === null) return null;
  const message = Message.safeParse(valuesOf(record.state)).data;
  if (message?.purpose !== 'credentials' || message.personId === null) return null;
  if (message.personId !== record.dossier) return null;
  const { personId: dossier, to, deliverBy } = message;
  const own = await queries.query('SELECT 1 AS one FROM device WHERE id = $1 AND laptop = $2', [deliverBy, laptop.id]);
  const person = await readOne(queries, laptop.organisation, { table: 'person', id: dossier });
  if (own.length === 0 || person === null) return null;
  return { userName: userNameOf(to.address), dossier };
}

async function readOne(
  queries: Queries,
  organisation: string,
  wanted: { readonly table: string; readonly id: string },
): Promise<KnownRecord | null> {
  const records = await readRecords(queries, organisation, [wanted]);
  const found = records.find(({ table, id, state }) => table === wanted.table && id === wanted.id && !state.erased);
  return found ?? null;
}
