import { Digest } from '../../shared/sync/protocol.js';
import { senderOf } from '../http/sender-of.js';
import type { App, Service } from '../http/service.js';
import { sumDigests } from '../store/record-pages.js';
import { sightOf } from '../store/sight.js';

/** `GET /v1/digest`: the records that a laptop may see, in 256 numbers. */
export function addDigestRoute(app: App, { database }: Service): void {
  app.route({
    method: 'GET',
    url: '/v1/digest',
    schema: { response: { 200: Digest } },
    handler: async (request) => {
      const { organisation, recruiter } = senderOf(request).laptop;
      const sight = await sightOf(database, organisation, recruiter);
      return await sumDigests(database, organisation, sight);
    },
  });
}
