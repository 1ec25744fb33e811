import { z } from 'zod';
import type { Database } from '../database/database.js';
import type { App } from './service.js';

const Health = z.object({ status: z.enum(['up', 'down']) });

/** `/health`: the process answers. `/ready`: and so does its store. */
export function addHealth(app: App, database: Database): void {
  app.route({
    method: 'GET',
    url: '/health',
    config: { open: true },
    schema: { response: { 200: Health } },
    handler: () => ({ status: 'up' as const }),
  });
  app.route({
    method: 'GET',
    url: '/ready',
    config: { open: true },
    schema: { response: { 200: Health, 503: Health } },
    handler: async (request, reply) => {
      try {
        await database.query('SELECT 1 AS one');
        return { status: 'up' as const };
      } catch (error) {
        request.log.error(error);
        return await reply.code(503).send({ status: 'down' as const });
      }
    },
  });
}
