import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import { stampOf } from '../../shared/changes/clock.js';
import type { z } from 'zod';
import {
  FeedLine,
  SCHEMA,
  type Digest,
  type FileAnswer,
  type Hello,
  type Problem,
  type PushAnswer,
  type PushRequest,
} from '../../shared/sync/protocol.js';
import {
  coveredOf,
  signatureBase,
  signatureHeader,
  signatureInputHeader,
  signatureParameters,
} from '../../shared/sync/signature-base.js';
import { digestOf } from '../http/verify-request.js';
import type { App } from '../http/service.js';

type AnswerBody = Readonly<
  Partial<Problem & PushAnswer & Omit<Hello, 'epoch' | 'schema'> & z.infer<typeof FileAnswer> & z.infer<typeof Digest>>
>;

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** What of it a test asks about; empty where the answer is no JSON. */
  readonly json: AnswerBody;
}

interface Asked {
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly gzip?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly nonce?: string;
  /** Seconds. */
  readonly created?: number;
  readonly keyid?: string;
}

/** A laptop as the server sees it: a key, a name, and requests that it signs. */
export class SigningLaptop {
  device = randomBytes(8).toString('hex');
  epoch = '';
  readonly publicKey: string;
  readonly #key: KeyObject;
  readonly #app: App;
  #n = 0;

  constructor(app: App) {
    this.#app = app;
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.#key = privateKey;
    this.publicKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  }

  /** Signs a request as the protocol says, unless the test asks for something else. */
  headersFor(method: string, target: string, { nonce, created, keyid }: Asked, body: Uint8Array | null) {
    const [path = '', query] = target.split('?');
    const contentDigest = body === null ? null : digestOf(body);
    const covered = coveredOf({ method, path, query: query === undefined ? '?' : `?${query}`, contentDigest });
    const parameters = signatureParameters(covered, {
      created: created ?? Math.floor(Date.now() / 1000),
      nonce: nonce ?? randomBytes(16).toString('base64url'),
      keyid: keyid ?? this.device,
    });
    const signature = sign(null, Buffer.from(signatureBase(covered, parameters)), this.#key).toString('base64');
    return {
      'signature-input': signatureInputHeader(parameters),
      signature: signatureHeader(signature),
      ...(contentDigest === null ? {} : { 'content-digest': contentDigest }),
    };
  }

  async ask(method: 'GET' | 'POST' | 'PUT', target: string, asked: Asked = {}): Promise<Answer> {
    const json = asked.body === undefined ? null : Buffer.from(JSON.stringify(asked.body));
    const packed = json !== null && asked.gzip === true ? gzipSync(json) : json;
    const body = asked.bytes ?? packed;
    const response = await this.#app.inject({
      method,
      url: target,
      headers: {
        ...this.headersFor(method, target, asked, body),
        ...(json === null ? {} : { 'content-type': 'application/json' }),
        ...(asked.bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(asked.gzip === true ? { 'content-encoding': 'gzip' } : {}),
        ...asked.headers,
      },
      ...(body === null ? {} : { payload: Buffer.from(body) }),
    });
    const isJson = String(response.headers['content-type']).includes('json') && response.statusCode !== 206;
    const isFeed = String(response.headers['content-type']).includes('ndjson');
    return {
      status: response.statusCode,
      text: response.body,
      json: isJson && !isFeed ? (JSON.parse(response.body) as AnswerBody) : {},
    };
  }

  async join(code: string): Promise<Answer> {
    const body = { code, device: this.device, name: 'Stand 1', publicKey: this.publicKey };
    const answer = await this.ask('POST', '/v1/devices', { body });
    this.epoch = answer.json.epoch ?? this.epoch;
    return answer;
  }

  /** The next change set of this laptop; the moment is that of the number, unless it is given. */
  changeSet(changes: readonly Change[], fields: Partial<ChangeSet> = {}): ChangeSet {
    this.#n += 1;
    const n = fields.n ?? this.#n;
    return {
      v: 1,
      device: this.device,
      n,
      stamp: stampOf({ node: this.device, ms: 1_790_000_000_000 + n, counter: 0 }),
      at: 1_790_000_000_000 + n,
      by: null,
      actionId: 'a',
      action: 'deliver',
      changes,
      ...fields,
    };
  }

  pushBody(changeSets: readonly unknown[]): Omit<PushRequest, 'changeSets'> & { changeSets: readonly unknown[] } {
    return { device: this.device, epoch: this.epoch, schema: SCHEMA, sentAt: 1, changeSets };
  }

  async push(...changeSets: readonly unknown[]): Promise<Answer> {
    return await this.ask('POST', '/v1/push', { body: this.pushBody(changeSets) });
  }

  /** Files one change set and sends it. */
  async write(changes: readonly Change[], fields: Partial<ChangeSet> = {}): Promise<Answer> {
    return await this.push(this.changeSet(changes, fields));
  }

  /** All pages of a feed, and the cursor where it goes on. */
  async feed(
    target: string,
  ): Promise<{ readonly lines: readonly FeedLine[]; readonly cursor: string; readonly pages: number }> {
    const lines: FeedLine[] = [];
    const [path = '', first] = target.split('?');
    let query = first === undefined ? '' : `?${first}`;
    for (let pages = 1; ; pages += 1) {
      const { status, text } = await this.ask('GET', `${path}${query}`);
      if (status !== 200) throw new Error(`the feed answered ${status}: ${text}`);
      const page = text
        .trim()
        .split('\n')
        .map((line) => FeedLine.parse(JSON.parse(line)));
      const last = page.pop();
      if (last === undefined || !('end' in last)) throw new Error('the page has no end');
      lines.push(...page);
      const { cursor, more } = last.end;
      if (!more) return { lines, cursor, pages };
      query = `?${path.endsWith('records') ? 'after' : 'cursor'}=${encodeURIComponent(cursor)}`;
    }
  }

  /** What a laptop that joins now loads. */
  async load() {
    return await this.feed('/v1/records');
  }

  async pull(cursor: string) {
    return await this.feed(`/v1/pull?cursor=${encodeURIComponent(cursor)}`);
  }
}
