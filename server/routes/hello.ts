import { z } from 'zod';
import { Hello, SCHEMA_RANGE } from '../../shared/sync/protocol.js';
import { senderOf } from '../http/sender-of.js';
import type { App, Service } from '../http/service.js';
import { readOrganisation, readStanding, serverDevice } from '../store/organisation-rows.js';

/** `GET /v1/time` and `GET /v1/hello`: what time it is here, and where server and laptop stand. */
export function addHelloRoutes(app: App, { database, now, pages, sends }: Service): void {
  app.route({
    method: 'GET',
    url: '/v1/time',
    config: { open: true },
    schema: { response: { 200: z.object({ serverTime: z.int() }) } },
    handler: () => ({ serverTime: now() }),
  });
  app.route({
    method: 'GET',
    url: '/v1/hello',
    schema: { response: { 200: Hello } },
    handler: async (request) => {
      const { laptop, device } = senderOf(request);
      const { id, name, epoch, head } = await readOrganisation(database, laptop.organisation);
      return {
        serverTime: now(),
        organisation: { id, name },
        recruiterId: laptop.recruiter,
        epoch,
        head,
        schema: SCHEMA_RANGE,
        sends: sends.length === 0 ? null : { device: await serverDevice(database, id), channels: [...sends] },
        ...(await readStanding(database, device)),
        ...(pages === null ? {} : { pages }),
      };
    },
  });
}
