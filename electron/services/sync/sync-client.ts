import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { success } from '../../../shared/lib/result.js';
import {
  Digest,
  FILE_PART,
  FileAnswer,
  type FileOffer,
  FilesAnswer,
  Hello,
  InviteAnswer,
  type InviteRequest,
  JoinAnswer,
  LaptopsAnswer,
  LeaveAnswer,
  LoginAnswer,
  Problem,
  PROTOCOL,
  PULL_BYTES,
  LONGEST_CHANGE_SET,
  PushAnswer,
  type PushRequest,
  RevokeAnswer,
  type RevokeRequest,
  SendersAnswer,
} from '../../../shared/sync/protocol.js';
import { readFeed, type FeedPage } from './feed.js';
import { contentDigest, publicKeyOf, signatureHeaders } from './laptop-key.js';
import type { SyncRequest, SyncTransport } from './sync-transport.js';
import type { Answer, SyncTrouble } from './sync-trouble.js';

const ORDINARY = { timeout: 60_000, limit: 1024 * 1024 };
/** A page may hold one change set of the greatest length, and what escapes it in JSON. */
const PAGE = { timeout: 180_000, limit: 2 * (PULL_BYTES + LONGEST_CHANGE_SET) };
/** A part of a file, over a line that is slow. */
const FILE = { timeout: 180_000, limit: 2 * FILE_PART };
/** Shorter bodies gain nothing. */
const WORTH_PACKING = 1024;

export interface SyncClientPorts {
  readonly transport: SyncTransport;
  /** UTC milliseconds of this laptop. */
  readonly now: () => number;
  /** So many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

/** With whom, and as whom, it is spoken. */
export interface Line {
  readonly server: string;
  readonly privateKey: string;
  /** The name that signs. */
  readonly device: string;
  /** Milliseconds that the server's clock is ahead. */
  readonly skew: number;
}

interface Call {
  readonly method: SyncRequest['method'];
  readonly path: string;
  /** JSON, or bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isEnough?: SyncRequest['isEnough'];
  readonly bounds?: Pick<SyncRequest, 'timeout' | 'limit' | 'signal'>;
}

/** The protocol's requests, signed. A clock that is off is put right and the request made once more. */
export class SyncClient {
  readonly #ports: SyncClientPorts;
  /** Milliseconds that the server's clock is ahead, as it last said; null before it said so. */
  skew: number | null = null;
  /** Whoever administers asked this laptop, which was revoked, to destroy its keys. */
  wipeAsked = false;

  constructor(ports: SyncClientPorts) {
    this.#ports = ports;
  }

  async join(
    line: Line,
    { code, laptop, signal }: { readonly code: string; readonly laptop: string; readonly signal: AbortSignal },
  ): Promise<Answer<z.infer<typeof JoinAnswer>>> {
    const body = { code, device: line.device, name: laptop, publicKey: publicKeyOf(line.privateKey) };
    return await this.#json(
      line,
      { method: 'POST', path: '/devices', body, bounds: { ...ORDINARY, signal } },
      JoinAnswer,
    );
  }

  async announce(line: Line, device: string): Promise<Answer<unknown>> {
    return await this.#json(line, { method: 'POST', path: '/devices/names', body: { device } }, z.unknown());
  }

  async leave(line: Line): Promise<Answer<unknown>> {
    return await this.#json(line, { method: 'POST', path: '/devices/leave' }, LeaveAnswer);
  }

  async invite(line: Line, body: z.infer<typeof InviteRequest>): Promise<Answer<z.infer<typeof InviteAnswer>>> {
    return await this.#json(line, { method: 'POST', path: '/invitations', body }, InviteAnswer);
  }

  async laptops(line: Line, by: string | null): Promise<Answer<z.infer<typeof LaptopsAnswer>>> {
    const path = by === null ? '/laptops' : `/laptops?by=${by}`;
    return await this.#json(line, { method: 'GET', path }, LaptopsAnswer);
  }

  async senders(line: Line): Promise<Answer<z.infer<typeof SendersAnswer>>> {
    return await this.#json(line, { method: 'GET', path: '/senders' }, SendersAnswer);
  }

  async revoke(line: Line, body: z.infer<typeof RevokeRequest>): Promise<Answer<unknown>> {
    return await this.#json(line, { method: 'POST', path: '/laptops/revoke', body }, RevokeAnswer);
  }

  async login(line: Line, message: string): Promise<Answer<z.infer<typeof LoginAnswer>>> {
    return await this.#json(line, { method: 'POST', path: '/logins', body: { message } }, LoginAnswer);
  }

  async hello(line: Line): Promise<Answer<Hello>> {
    const answer = await this.#json(line, { method: 'GET', path: '/hello' }, Hello);
    if (answer.ok) this.skew = answer.value.serverTime - this.#ports.now();
    return answer;
  }

  async push(line: Line, request: PushRequest): Promise<Answer<PushAnswer>> {
    const call = { method: 'POST', path: '/push', body: request, bounds: PAGE } as const;
    return await this.#json(line, call, PushAnswer);
  }

  async pull(line: Line, cursor: string): Promise<Answer<FeedPage>> {
    return await this.#feed(line, `/pull?cursor=${encodeURIComponent(cursor)}`);
  }

  /** From the beginning: as the server of this `epoch` has them. One that was restored since lacks what was sent to it. */
  async records(line: Line, after: string | null, epoch: string): Promise<Answer<FeedPage>> {
    const from = after === null ? `epoch=${epoch}` : `after=${encodeURIComponent(after)}`;
    return await this.#feed(line, `/records?${from}`);
  }

  /**
   * True as soon as the server says that there is something behind `head`, or, for whoever waits for files, that one became
   * whole; false when it did not in time.
   */
  async wait(line: Line, head: number, timeout: number, forFiles = false): Promise<Answer<boolean>> {
    const isNews = (text: string): boolean =>
      (forFiles && /^event: ?file$/m.test(text)) ||
      [...text.matchAll(/^data: ?(\d+)$/gm)].some(([, at]) => Number(at) > head);
    const bounds = { ...ORDINARY, timeout };
    const answer = await this.#send(line, { method: 'GET', path: '/stream', isEnough: isNews, bounds });
    if (answer.ok) return success(isNews(Buffer.from(answer.value).toString()));
    return answer.code === 'sync/too-slow' ? success(false) : answer;
  }

  async digest(line: Line): Promise<Answer<z.infer<typeof Digest>>> {
    return await this.#json(line, { method: 'GET', path: '/digest' }, Digest);
  }

  async files(line: Line, ids: readonly string[]): Promise<Answer<z.infer<typeof FilesAnswer>>> {
    return await this.#json(line, { method: 'POST', path: '/files', body: { ids } }, FilesAnswer);
  }

  async offerFile(
    line: Line,
    file: string,
    body: Omit<z.infer<typeof FileOffer>, 'dossier'> & { readonly dossier: string | null },
  ): Promise<Answer<z.infer<typeof FileAnswer>>> {
    return await this.#json(line, { method: 'POST', path: `/files/${file}`, body }, FileAnswer);
  }

  async putPart(
    line: Line,
    { file, part, bytes }: { readonly file: string; readonly part: number; readonly bytes: Uint8Array },
  ): Promise<Answer<z.infer<typeof FileAnswer>>> {
    const path = `/files/${file}/${part.toString()}`;
    return await this.#json(line, { method: 'PUT', path, body: bytes, bounds: FILE }, FileAnswer);
  }

  /** The bytes from one place to another, both included. */
  async readFile(
    line: Line,
    { file, from, to }: { readonly file: string; readonly from: number; readonly to: number },
  ): Promise<Answer<Uint8Array>> {
    const headers = { range: `bytes=${from.toString()}-${to.toString()}` };
    return await this.#send(line, { method: 'GET', path: `/files/${file}`, headers, bounds: FILE });
  }

  async #feed(line: Line, path: string): Promise<Answer<FeedPage>> {
    const answer = await this.#send(line, { method: 'GET', path, bounds: PAGE });
    return answer.ok ? readFeed(answer.value) : answer;
  }

  async #json<Value>(line: Line, call: Call, schema: z.ZodType<Value>): Promise<Answer<Value>> {
    const answer = await this.#send(line, call);
    if (!answer.ok) return answer;
    const parsed = schema.safeParse(parseJson(answer.value));
    return parsed.success ? success(parsed.data) : trouble('sync/not-understood');
  }

  async #send(line: Line, call: Call): Promise<Answer<Uint8Array>> {
    const first = await this.#sendOnce(line, call);
    if (!first.ok && first.code === 'sync/revoked' && first.problem?.wipe === true) this.wipeAsked = true;
    const serverTime = first.ok || first.code !== 'sync/clock' ? undefined : first.problem?.serverTime;
    if (serverTime === undefined) return first;
    this.skew = serverTime - this.#ports.now();
    return await this.#sendOnce(line, call);
  }

  async #sendOnce(line: Line, call: Call): Promise<Answer<Uint8Array>> {
    const { server, privateKey, device } = line;
    const { method, bounds = ORDINARY, isEnough } = call;
    const path = `/${PROTOCOL}${call.path}`;
    const [plainPath = path, query = ''] = path.split('?');
    const body = bodyOf(call);
    const digest = body === null ? null : contentDigest(body.bytes);
    const created = Math.floor((this.#ports.now() + (this.skew ?? line.skew)) / 1000);
    const nonce = Buffer.from(this.#ports.random(16)).toString('base64url');
    const request = { method, path: plainPath, query: `?${query}`, contentDigest: digest };
    const headers = {
      ...body?.headers,
      ...call.headers,
      ...signatureHeaders(privateKey, request, { created, nonce, keyid: device }),
    };
    const enough = isEnough === undefined ? {} : { isEnough };
    const sent = { method, path, headers, body: body?.bytes ?? null, ...bounds, ...enough };
    const answer = await this.#ports.transport.send(server, sent);
    if (!answer.ok) return { ...answer, problem: null };
    const { status, body: said } = answer.value;
    return status >= 200 && status < 300 ? success(said) : refusalOf(status, said);
  }
}

function bodyOf({ body }: Call): { readonly bytes: Uint8Array; readonly headers: Record<string, string> } | null {
  if (body === undefined) return null;
  if (body instanceof Uint8Array) return { bytes: body, headers: { 'content-type': 'application/octet-stream' } };
  const plain = Buffer.from(JSON.stringify(body));
  const headers = { 'content-type': 'application/json' };
  if (plain.length < WORTH_PACKING) return { bytes: plain, headers };
  return { bytes: gzipSync(plain, { level: 1 }), headers: { ...headers, 'content-encoding': 'gzip' } };
}

function refusalOf(status: number, said: Uint8Array): SyncTrouble {
  const problem = Problem.safeParse(parseJson(said));
  if (problem.success) return { ok: false, code: problem.data.code, problem: problem.data };
  return trouble(status >= 500 ? 'sync/unreachable' : 'sync/not-understood', `status ${status.toString()}`);
}

function trouble(code: SyncTrouble['code'], detail?: string): SyncTrouble {
  return { ok: false, code, problem: null, ...(detail === undefined ? {} : { detail }) };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as unknown;
  } catch {
    return undefined;
  }
}
