import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { DestinationStream } from 'pino';
import { MINUTE, SECOND } from '../../shared/lib/time.js';
import type { MessageChannel } from '../../shared/records/message.js';
import { LONGEST_CHANGE_SET, Problem, type SyncProblemCode } from '../../shared/sync/protocol.js';
import { forgetOldNonces } from '../store/laptop-rows.js';
import { addPages } from '../pages/add-pages.js';
import { notFoundOutside } from '../pages/page-answers.js';
import { isPagePath } from '../pages/page-paths.js';
import { addRoutes } from '../routes/add-routes.js';
import { authenticate, readJson } from './authenticate.js';
import { addHealth } from './health.js';
import { logOptions } from './log-options.js';
import { addMetrics, countStoppedChannels, type StoppedChannels } from './metrics.js';
import { NewsDesk } from './news-desk.js';
import { problemBody, RequestProblem, statusOf } from './problem.js';
import type { App, Service } from './service.js';
import type { Database } from '../database/database.js';

export interface ServerOptions {
  readonly database: Database;
  /** Addresses of proxies, with commas between them, whose word about the client's address is taken. */
  readonly trustedProxies?: string;
  readonly log?: { readonly level: string; readonly to?: DestinationStream };
  readonly now?: () => number;
  /** Origin of the pages that people open; without it, the address that laptops use. */
  readonly publicAddress?: string;
  /** What this node sends of what laptops hand over. */
  readonly sends?: readonly MessageChannel[];
  readonly inTime?: typeof IN_TIME;
  /** What its sender counts, for `/metrics`. */
  readonly stopped?: StoppedChannels;
}

/**
 * How long a request may take to arrive whole, in milliseconds, however busily it trickles. Over 64 KB/s, with pauses of ten seconds, a
 * form (16 kB) and what laptops send at a time (PUSH_BYTES) are there sooner.
 */
export const IN_TIME = { form: 30 * SECOND, request: 100 * SECOND };

/** Builds a node of the server: stateless, any number of them on one store. It listens to the store, not yet to the network. */
export async function buildServer(options: ServerOptions): Promise<App> {
  const { database, trustedProxies, log, now = Date.now, publicAddress = null, sends = [], inTime = IN_TIME } = options;
  const app: App = fastify({
    ...logOptions(log),
    trustProxy: trustedProxies ?? false,
    bodyLimit: LONGEST_CHANGE_SET,
    requestTimeout: inTime.request,
    connectionTimeout: 0,
    keepAliveTimeout: 72 * SECOND,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 100 },
    http: {
      headersTimeout: Math.min(10 * SECOND, inTime.request),
      maxHeaderSize: 16_384,
      connectionsCheckingInterval: inTime.request / 20,
    },
    // An address that is no text.
    frameworkErrors: (_error, request, reply) => void answerNowhere(request, reply, { pages: publicAddress }),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const news = new NewsDesk();
  const service: Service = { database, news, now, pages: publicAddress, sends };
  acceptBodies(app, service);
  answerProblems(app, service);
  await app.register(rateLimit, { global: false });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Fairdesk sync', version: '1' } },
    transform: describeRoute,
  });
  addMetrics(app, options.stopped ?? countStoppedChannels());
  addHealth(app, database);
  addRoutes(app, service);
  await addPages(app, service, inTime.form);
  await news.open(database);
  const sweeping = setInterval(
    () => void forgetOldNonces(database).catch((error: unknown) => app.log.error(error)),
    10 * MINUTE,
  );
  sweeping.unref();
  app.addHook('onClose', async () => {
    clearInterval(sweeping);
    await news.close();
  });
  return app;
}

/** In the document every signed route may also answer with a problem. */
const describeRoute: typeof jsonSchemaTransform = (route) => {
  const { schema } = route;
  const response = { ...(schema.response ?? {}), '4xx': Problem };
  return jsonSchemaTransform({ ...route, schema: schema.hide === true ? schema : { ...schema, response } });
};

/** Bodies are kept as they travelled until their signature is checked, and read only then. */
function acceptBodies(app: App, service: Service): void {
  app.decorateRequest('sender', null);
  app.decorateRequest('rawBody', null);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/octet-stream'],
    { parseAs: 'buffer' },
    (request, body, done) => {
      request.rawBody = Buffer.from(body);
      done(null, body);
    },
  );
  app.addHook('preValidation', async (request) => {
    const { open, bytes } = request.routeOptions.config;
    if (request.is404) return;
    if (open !== true) request.sender = await authenticate(request, service);
    if (bytes !== true && request.rawBody !== null) request.body = await readJson(request);
  });
}

function answerProblems(app: App, service: Service): void {
  app.setNotFoundHandler(async (request, reply) => await answerNowhere(request, reply, service));
  app.setErrorHandler((error: FastifyError | RequestProblem, request, reply) => {
    if (error instanceof RequestProblem) return answer(reply, error.code, error.beside);
    const code = codeOf(error);
    if (code === 'sync/server-fault') request.log.error(error);
    return answer(reply, code);
  });
}

async function answerNowhere(request: FastifyRequest, reply: FastifyReply, service: Pick<Service, 'pages'>) {
  return isPagePath(request.url)
    ? await notFoundOutside(request, reply, service)
    : await answer(reply, 'sync/not-found');
}

function codeOf({ statusCode }: FastifyError): SyncProblemCode {
  if (statusCode === 413) return 'sync/too-large';
  if (statusCode === 429) return 'sync/too-many';
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? 'sync/invalid-request'
    : 'sync/server-fault';
}

function answer(reply: FastifyReply, code: SyncProblemCode, beside: RequestProblem['beside'] = {}) {
  return reply
    .code(statusOf(code))
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(code, beside));
}
