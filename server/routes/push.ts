import { z } from 'zod';
import { ChangeSetSchema, StampSchema } from '../../shared/changes/change-set.js';
import { LONGEST_CHANGE_SET, PUSH_AT_ONCE, PushAnswer, PushRequest, SCHEMA_RANGE } from '../../shared/sync/protocol.js';
import type { Arrival } from '../fold/fold-batch.js';
import { RequestProblem } from '../http/problem.js';
import { senderOf } from '../http/sender-of.js';
import type { App, Service } from '../http/service.js';
import { findLaptop } from '../store/laptop-rows.js';
import { readOrganisation } from '../store/organisation-rows.js';
import { pushChangeSets } from '../store/push-change-sets.js';

/** What stands around the change sets. One that is not well formed is refused alone: it must not hold up the others. */
const Envelope = PushRequest.extend({
  changeSets: z
    .array(z.looseObject({ n: z.int().positive() }))
    .min(1)
    .max(PUSH_AT_ONCE),
});

/** `POST /v1/push`: change sets of one device, in the order of their numbers. */
export function addPushRoute(app: App, { database, now, sends }: Service): void {
  app.route({
    method: 'POST',
    url: '/v1/push',
    bodyLimit: LONGEST_CHANGE_SET,
    schema: { body: PushRequest, response: { 200: PushAnswer } },
    // The document shows the whole shape; `Envelope` is what a request is held against.
    validatorCompiler: () => (body: unknown) => ({ value: body }),
    handler: async (request) => {
      const { laptop, device: signer } = senderOf(request);
      const envelope = Envelope.safeParse(request.body);
      if (!envelope.success) throw new RequestProblem('sync/invalid-request');
      const { device, epoch, schema, sentAt, changeSets } = envelope.data;
      if (schema < SCHEMA_RANGE.min) throw new RequestProblem('sync/schema-too-old');
      if (schema > SCHEMA_RANGE.max) throw new RequestProblem('sync/schema-too-new');
      const isOwn = device === signer || (await findLaptop(database, device))?.id === laptop.id;
      if (!isOwn) throw new RequestProblem('sync/not-allowed');
      const arrivals = changeSets.map((changeSet) => arrivalOf(changeSet, device));
      if (arrivals.some(({ n }, index) => n !== (arrivals[0]?.n ?? 0) + index))
        throw new RequestProblem('sync/invalid-request');
      const { organisation, recruiter } = laptop;
      const author = { kind: 'laptop', recruiter } as const;
      const outcome = await pushChangeSets(database, { organisation, device, author, epoch, sentAt, arrivals, sends });
      if (outcome.ok) return { ...outcome.value, serverTime: now() };
      const { epoch: current } = await readOrganisation(database, organisation);
      throw new RequestProblem(outcome.code, { lastN: outcome.lastN, epoch: current });
    },
  });
}

function arrivalOf(sent: { readonly n: number; readonly [key: string]: unknown }, device: string): Arrival {
  const { n } = sent;
  if (sent['gone'] === true) return { n, stamp: null, changeSet: 'gone' };
  const read = ChangeSetSchema.safeParse(sent);
  if (read.success && read.data.device === device) return { n, stamp: read.data.stamp, changeSet: read.data };
  const stamp = StampSchema.safeParse(sent['stamp']);
  return { n, stamp: stamp.success ? stamp.data : null, changeSet: 'invalid' };
}
