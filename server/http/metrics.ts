import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { App } from './service.js';

/** How often a channel on which this node sends came into trouble, by the code of what stood in the way. */
export type StoppedChannels = Counter<'channel' | 'reason'>;

export function countStoppedChannels(): StoppedChannels {
  return new Counter({
    name: 'fairdesk_sending_stopped_total',
    help: 'Times that nothing left on a channel until a later attempt',
    labelNames: ['channel', 'reason'] as const,
    registers: [],
  });
}

/** `/metrics`, as Prometheus reads it: routes, never paths, and no organisation. */
export function addMetrics(app: App, stopped: StoppedChannels): void {
  const register = new Registry();
  register.registerMetric(stopped);
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'fairdesk_request_seconds',
    help: 'How long requests took until they were answered',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [register],
  });
  const bytes = new Counter({
    name: 'fairdesk_received_bytes_total',
    help: 'Bytes of bodies as they travelled',
    labelNames: ['route'],
    registers: [register],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (request.rawBody !== null) bytes.inc({ route }, request.rawBody.length);
    await Promise.resolve();
  });
  app.route({
    method: 'GET',
    url: '/metrics',
    config: { open: true },
    schema: { hide: true },
    handler: async (_request, reply) => reply.type(register.contentType).send(await register.metrics()),
  });
}
