import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import { Cursor, FeedLine } from '../../shared/sync/protocol.js';
import { readCursor, type CursorContents } from '../http/cursor.js';
import { pullLines, recordLines, type Feed } from '../http/feed-lines.js';
import { RequestProblem } from '../http/problem.js';
import { senderOf } from '../http/sender-of.js';
import type { App, Service } from '../http/service.js';
import { noteLoading } from '../store/laptop-rows.js';
import { readOrganisation, readStanding } from '../store/organisation-rows.js';
import { scopeKey, sightOf } from '../store/sight.js';

/** What the document says of an answer: one of its lines. */
const LINES = { 200: FeedLine.describe('One line of application/x-ndjson') };

/** `GET /v1/records` and `GET /v1/pull`: what a laptop loads at first, and what others wrote since. */
export function addPullRoutes(app: App, service: Service): void {
  app.route({
    method: 'GET',
    url: '/v1/records',
    schema: { querystring: z.object({ epoch: z.uuid().optional(), after: Cursor.optional() }), response: LINES },
    handler: async (request, reply) => {
      const feed = await openFeed(request, service);
      const { epoch, after } = request.query;
      if (after === undefined) {
        if (epoch !== undefined) await checkEpoch(feed, epoch);
        await noteLoading(service.database, senderOf(request).laptop.id);
        return await send(request, reply, recordLines(feed, { place: feed.organisation.head, after: null }));
      }
      const cursor = await check(feed, after);
      if (cursor.after === undefined) throw new RequestProblem('sync/invalid-request');
      return await send(request, reply, recordLines(feed, { place: cursor.place, after: cursor.after }));
    },
  });
  app.route({
    method: 'GET',
    url: '/v1/pull',
    schema: { querystring: z.object({ cursor: Cursor }), response: LINES },
    handler: async (request, reply) => {
      const feed = await openFeed(request, service);
      const { place, after } = await check(feed, request.query.cursor);
      if (after !== undefined) throw new RequestProblem('sync/invalid-request');
      return await send(request, reply, pullLines(feed, place));
    },
  });
}

async function openFeed(request: FastifyRequest, { database }: Service): Promise<Feed> {
  const { laptop, device } = senderOf(request);
  const organisation = await readOrganisation(database, laptop.organisation);
  const sight = await sightOf(database, laptop.organisation, laptop.recruiter);
  return { database, organisation, sight, device };
}

async function check(feed: Feed, text: string): Promise<CursorContents> {
  const { organisation, sight } = feed;
  const cursor = readCursor(text, organisation.secret);
  if (cursor === null) throw new RequestProblem('sync/cursor-expired');
  await checkEpoch(feed, cursor.epoch);
  if (cursor.scope !== scopeKey(sight)) throw new RequestProblem('sync/scope');
  return cursor;
}

async function checkEpoch({ database, organisation, device }: Feed, epoch: string): Promise<void> {
  if (epoch === organisation.epoch) return;
  const { lastN } = await readStanding(database, device);
  throw new RequestProblem('sync/epoch', { epoch: organisation.epoch, lastN });
}

/** Sends lines as they are found. A fault in the middle breaks the connection off: the page has no end. */
async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  lines: AsyncGenerator<string>,
): Promise<FastifyReply> {
  const plain = Readable.from(lines, { objectMode: false });
  reply.type('application/x-ndjson').header('vary', 'accept-encoding').header('cache-control', 'no-store');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return await reply.send(plain);
  const packed = createGzip({ level: 1 });
  plain.once('error', (error) => packed.destroy(error));
  return await reply.header('content-encoding', 'gzip').send(plain.pipe(packed));
}
