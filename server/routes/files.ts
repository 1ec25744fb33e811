import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { FileIdSchema, PersonIdSchema } from '../../shared/records/primitives.js';
import {
  FILE_PART,
  FileAnswer,
  FileOffer,
  FilesAnswer,
  FilesRequest,
  type KnownFile,
} from '../../shared/sync/protocol.js';
import { RequestProblem } from '../http/problem.js';
import { readRange } from '../http/read-range.js';
import { senderOf } from '../http/sender-of.js';
import type { App, Service } from '../http/service.js';
import { holdOffErasures, readErased } from '../store/erase-dossiers.js';
import {
  findFile,
  keepPart,
  missingParts,
  offerFile,
  readParts,
  wholeFiles,
  type Bringer,
  type FileRow,
  type FileWanted,
} from '../store/file-rows.js';
import { sightOf, type Sight } from '../store/sight.js';

const FileParams = z.object({ id: FileIdSchema });
const PartParams = FileParams.extend({ part: z.coerce.number().int().min(0).max(63) });

/** `/v1/files/…`: it is asked which are whole, a file is offered, its missing parts are brought, and whoever may see its dossier reads it. */
export function addFileRoutes(app: App, service: Service): void {
  addQuestion(app, service);
  addOffer(app, service);
  addPart(app, service);
  addReading(app, service);
}

async function sightFrom(request: FastifyRequest, { database }: Service): Promise<Sight> {
  const { organisation, recruiter } = senderOf(request).laptop;
  return await sightOf(database, organisation, recruiter);
}

async function bringerFrom(request: FastifyRequest, service: Service): Promise<Bringer> {
  return { laptop: senderOf(request).laptop.id, sight: await sightFrom(request, service) };
}

async function find(request: FastifyRequest, { database }: Service, wanted: FileWanted): Promise<FileRow> {
  const file = await findFile(database, senderOf(request).laptop.organisation, wanted);
  if (file === null) throw new RequestProblem('sync/not-found');
  if (file.erased) throw new RequestProblem('sync/erased');
  return file;
}

function addQuestion(app: App, service: Service): void {
  const { database } = service;
  app.route({
    method: 'POST',
    url: '/v1/files',
    schema: { body: FilesRequest, response: { 200: FilesAnswer } },
    handler: async (request) => {
      const { organisation } = senderOf(request).laptop;
      const { ids } = request.body;
      const rows = await wholeFiles(database, organisation, { ids, sight: await sightFrom(request, service) });
      return { files: rows.map(answerOf) };
    },
  });
}

function answerOf({ id, dossier, size, sha256, parts }: FileRow): KnownFile {
  return {
    id: FileIdSchema.parse(id),
    dossier: dossier === '' ? null : PersonIdSchema.parse(dossier),
    ...{ size, sha256, parts: [...parts] },
  };
}

function addOffer(app: App, service: Service): void {
  const { database } = service;
  app.route({
    method: 'POST',
    url: '/v1/files/:id',
    schema: { params: FileParams, body: FileOffer, response: { 200: FileAnswer } },
    handler: async (request) => {
      const { organisation } = senderOf(request).laptop;
      const { dossier, size, parts } = request.body;
      if (Math.ceil(size / FILE_PART) !== parts.length) throw new RequestProblem('sync/invalid-request');
      const { id } = request.params;
      const by = await bringerFrom(request, service);
      const isErased = await database.transaction(async (queries) => {
        await holdOffErasures(queries, organisation);
        if (dossier !== null && (await readErased(queries, organisation, [dossier])).size > 0) return true;
        await offerFile(queries, organisation, { id, offer: request.body, by });
        return false;
      });
      if (isErased) throw new RequestProblem('sync/erased');
      const file = await find(request, service, { id, ...by });
      if (file.sha256 !== request.body.sha256) throw new RequestProblem('sync/damaged-part');
      return { missing: [...(await missingParts(database, organisation, file))] };
    },
  });
}

function addPart(app: App, service: Service): void {
  const { database } = service;
  app.route({
    method: 'PUT',
    url: '/v1/files/:id/:part',
    bodyLimit: FILE_PART,
    config: { bytes: true },
    schema: { params: PartParams, response: { 200: FileAnswer } },
    handler: async (request) => {
      const { organisation } = senderOf(request).laptop;
      const { id, part } = request.params;
      const file = await find(request, service, { id, ...(await bringerFrom(request, service)) });
      const bytes = request.rawBody;
      const isIt = bytes !== null && createHash('sha256').update(bytes).digest('hex') === file.parts[part];
      const outcome = isIt ? await keepPart(database, organisation, { file, part, bytes }) : 'damaged';
      if (outcome === 'damaged') throw new RequestProblem('sync/damaged-part');
      if (outcome === 'erased') throw new RequestProblem('sync/erased');
      return { missing: [...(await missingParts(database, organisation, file))] };
    },
  });
}

function addReading(app: App, service: Service): void {
  const { database } = service;
  app.route({
    method: 'GET',
    url: '/v1/files/:id',
    schema: { params: FileParams },
    handler: async (request, reply) => {
      const { organisation } = senderOf(request).laptop;
      const file = await find(request, service, {
        id: request.params.id,
        sight: await sightFrom(request, service),
      });
      if (!file.complete) throw new RequestProblem('sync/incomplete-file');
      const range = readRange(request.headers.range, file.size);
      reply.header('accept-ranges', 'bytes').type('application/octet-stream');
      if (range === 'unsatisfiable')
        return await reply.code(416).header('content-range', `bytes */${file.size}`).send();
      const { from, to } = range ?? { from: 0, to: file.size - 1 };
      if (range !== null) reply.code(206).header('content-range', `bytes ${from}-${to}/${file.size}`);
      reply.header('content-length', to - from + 1);
      const first = Math.floor(from / FILE_PART);
      const parts = readParts(database, organisation, file, { from: first, to: Math.floor(to / FILE_PART) });
      return await reply.send(Readable.from(cut(parts, { from: from - first * FILE_PART, length: to - from + 1 })));
    },
  });
}

async function* cut(
  pieces: AsyncIterable<Uint8Array>,
  { from, length }: { readonly from: number; readonly length: number },
): AsyncGenerator<Uint8Array> {
  let skip = from;
  let left = length;
  for await (const piece of pieces) {
    const wanted = piece.subarray(skip, skip + left);
    skip = 0;
    left -= wanted.length;
    yield Buffer.from(wanted);
  }
}
