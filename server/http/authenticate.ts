import type { FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  LONGEST_CHANGE_SET,
  SIGNATURE_LASTS,
  type JoinRequest as JoinRequestShape,
} from '../../shared/sync/protocol.js';
import type { z } from 'zod';
import { findLaptop, noteSeen, takeNonce } from '../store/laptop-rows.js';
import { RequestProblem } from './problem.js';
import type { Sender, Service } from './service.js';
import { readSignature, verifyRequest, type ReceivedRequest } from './verify-request.js';

const unzip = promisify(gunzip);
/** What a body may become: the longest change set, and what stands around it. */
export const LONGEST_BODY = LONGEST_CHANGE_SET + 1024 * 1024;

/** Checks the signature of a request, lets its nonce pass once, notes that the laptop was there, and answers who sent it. */
export async function authenticate(request: FastifyRequest, { database, now }: Service): Promise<Sender> {
  const received = receivedFrom(request);
  const input = readSignature(received);
  const laptop = await findLaptop(database, input.keyid);
  if (laptop === null) throw new RequestProblem('sync/bad-signature');
  verifyRequest(received, input, { publicKey: laptop.publicKey, now: now() });
  const nonce = { device: input.keyid, nonce: input.nonce, lasts: 2 * SIGNATURE_LASTS };
  if (!(await takeNonce(database, nonce))) throw new RequestProblem('sync/replayed');
  await noteSeen(database, laptop.id);
  if (laptop.revoked) throw new RequestProblem('sync/revoked', { wipe: laptop.wipe });
  return { laptop, device: input.keyid };
}

/** A laptop that joins signs with the key that it brings. */
export function verifyJoining(
  request: FastifyRequest,
  joining: z.infer<typeof JoinRequestShape>,
  { now }: Service,
): Uint8Array {
  const received = receivedFrom(request);
  const input = readSignature(received);
  const publicKey = Buffer.from(joining.publicKey, 'base64');
  if (input.keyid !== joining.device || publicKey.length !== 32) throw new RequestProblem('sync/bad-signature');
  verifyRequest(received, input, { publicKey, now: now() });
  return publicKey;
}

/** The JSON of a body, unpacked when it came packed. Bytes that nobody signed are not read. */
export async function readJson(request: FastifyRequest): Promise<unknown> {
  const raw = request.rawBody;
  if (raw === null) return undefined;
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'gzip' && encoding !== 'identity') {
    throw new RequestProblem('sync/invalid-request');
  }
  try {
    const text = encoding === 'gzip' ? await unzip(raw, { maxOutputLength: LONGEST_BODY }) : raw;
    return JSON.parse(text.toString()) as unknown;
  } catch (error) {
    const isTooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new RequestProblem(isTooLong ? 'sync/too-large' : 'sync/invalid-request');
  }
}

function receivedFrom({ method, raw, headers, rawBody }: FastifyRequest): ReceivedRequest {
  return { method, target: raw.url ?? '/', headers, body: rawBody };
}
