import { LaptopsAnswer, LaptopsQuery, RevokeAnswer, RevokeRequest, SendersAnswer } from '../../shared/sync/protocol.js';
import { RequestProblem } from '../http/problem.js';
import { senderOf } from '../http/sender-of.js';
import type { App, Service } from '../http/service.js';
import { revoke } from '../store/laptop-rows.js';
import { listedLaptops } from '../store/listed-laptops.js';
import { senders } from '../store/senders.js';
import { demandAdministrator } from './administrators.js';

/**
 * `GET /v1/laptops` and `POST /v1/laptops/revoke`: which laptops an organisation has, and an end to one of the others. `GET
 * /v1/senders`, to every laptop: under which names messages are still sent.
 */
export function addLaptopRoutes(app: App, { database }: Service): void {
  app.route({
    method: 'GET',
    url: '/v1/laptops',
    schema: { querystring: LaptopsQuery, response: { 200: LaptopsAnswer } },
    handler: async (request) => {
      const { laptop } = senderOf(request);
      await demandAdministrator(database, laptop, request.query.by ?? null);
      const listed = await listedLaptops(database, laptop.organisation);
      return {
        laptops: listed.map(({ id, device, name, recruiter, by, standing, wipe, seen, wrote }) => ({
          ...{ device, name, recruiterId: recruiter, lastBy: by, standing, wipe },
          ...{ seenAt: seen, wroteAt: wrote, isOwn: id === laptop.id },
        })),
      };
    },
  });
  app.route({
    method: 'GET',
    url: '/v1/senders',
    schema: { response: { 200: SendersAnswer } },
    handler: async (request) => {
      const names = await senders(database, senderOf(request).laptop.organisation);
      return { senders: names.map(({ id }) => id) };
    },
  });
  app.route({
    method: 'POST',
    url: '/v1/laptops/revoke',
    schema: { body: RevokeRequest, response: { 200: RevokeAnswer } },
    handler: async (request) => {
      const { laptop } = senderOf(request);
      const { device, wipe, by } = request.body;
      await demandAdministrator(database, laptop, by);
      const listed = await listedLaptops(database, laptop.organisation);
      const asked = listed.find((one) => one.device === device);
      if (asked === undefined) throw new RequestProblem('sync/not-found');
      if (asked.id === laptop.id) throw new RequestProblem('sync/not-allowed'); // whoever sits at it leaves
      await revoke(database, device, wipe);
      return { revoked: true } as const;
    },
  });
}
