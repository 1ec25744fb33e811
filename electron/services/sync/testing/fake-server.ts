import { gunzipSync } from 'node:zlib';
import type { ChangeSet } from '../../../../shared/changes/change-set.js';
import { applyChange } from '../../../../shared/changes/merge.js';
import { EMPTY_STATE, packState, type RecordState } from '../../../../shared/changes/record-state.js';
import { failure, success } from '../../../../shared/lib/result.js';
import {
  NameRequest,
  PushRequest,
  SCHEMA_RANGE,
  type FeedLine,
  type SyncProblemCode,
} from '../../../../shared/sync/protocol.js';
import type { SyncRequest, SyncResponse, SyncTransport } from '../sync-transport.js';

interface Entry {
  readonly device: string;
  readonly n: number;
  /** Null: gone, or refused. */
  readonly changeSet: ChangeSet | null;
  readonly stamp: string | null;
  readonly refused: 'right/missing' | null;
}

interface Kept {
  readonly table: string;
  readonly id: string;
  readonly dossier: string | null;
  readonly state: RecordState;
}

const PAGE = 3;

/** The protocol's other side in memory: what a laptop can tell of a server, without rights, rest or signatures. */
export class FakeServer implements SyncTransport {
  epoch = '11111111-1111-4111-8111-111111111111';
  schema: { min: number; max: number } = { ...SCHEMA_RANGE };
  /** What it refuses of a push. */
  refuses: (changeSet: ChangeSet) => boolean = () => false;
  /** Dossiers that nobody may see any more; the laptops' cursors are of the time before. */
  readonly hidden = new Set<string>();
  /** What it says to every request, until it is null again. */
  problem: { readonly code: SyncProblemCode; readonly wipe?: boolean } | null = null;
  /** Requests whose answers are lost on the way, after they were carried out. */
  loseAnswers = 0;
  /** The next answer to this request is lost. */
  loses: string | null = null;
  /** Bytes at which answers are cut off. */
  cutAt = Infinity;
  time = 1_000_000;
  readonly requests: string[] = [];
  #log: Entry[] = [];
  #visible = 0;
  /** Names by key: here, by the name that signed first. */
  readonly #owners = new Map<string, string>();
  #lefts: { readonly at: number; readonly dossier: string }[] = [];

  async send(_server: string, request: SyncRequest): ReturnType<SyncTransport['send']> {
    await Promise.resolve();
    this.requests.push(`${request.method} ${request.path.split('?')[0] ?? ''}`);
    const answer = this.#answer(request);
    if (this.requests.at(-1) === this.loses) {
      this.loses = null;
      return failure('sync/unreachable');
    }
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      return failure('sync/unreachable');
    }
    return success({ ...answer, body: answer.body.subarray(0, this.cutAt) });
  }

  get head(): number {
    return this.#log.length;
  }

  /** What a backup holds. */
  backup(): readonly Entry[] {
    return [...this.#log];
  }

  restore(backup: readonly Entry[], epoch: string): void {
    this.#log = [...backup];
    this.epoch = epoch;
  }

  /** A name that was announced after the backup: the restored server never heard of it. */
  forgetName(name: string): void {
    this.#owners.delete(name);
  }

  /** From here on nobody sees this dossier: those who pull are told that it left. */
  hide(dossier: string): void {
    this.hidden.add(dossier);
    this.#lefts.push({ at: this.head, dossier });
  }

  /** Everybody sees this dossier again, and loads anew. */
  show(dossier: string): void {
    this.hidden.delete(dossier);
    this.#lefts = this.#lefts.filter((left) => left.dossier !== dossier);
    this.#visible += 1;
  }

  /** Everybody's cursor is of another sight now. */
  changeSight(dossier: string): void {
    this.hidden.add(dossier);
    this.#visible += 1;
  }

  #answer(request: SyncRequest): SyncResponse {
    const device = /keyid="([0-9a-f]+)"/.exec(request.headers['signature-input'] ?? '')?.[1] ?? '';
    const [path = '', query = ''] = request.path.split('?');
    const parameters = new URLSearchParams(query);
    if (this.problem !== null) return this.#refuse(this.problem.code, { wipe: this.problem.wipe ?? false });
    const created = Number(/created=(\d+)/.exec(request.headers['signature-input'] ?? '')?.[1]);
    if (Math.abs(created * 1000 - this.time) > 300_000) return this.#refuse('sync/clock');
    if (path !== '/v1/devices' && !this.#owners.has(device)) return this.#refuse('sync/bad-signature');
    switch (path) {
      case '/v1/devices':
        return this.#join(device);
      case '/v1/devices/names':
        return this.#announce(device, NameRequest.parse(bodyOf(request)).device);
      case '/v1/hello':
        return json({ ...this.#hello(device) });
      case '/v1/push':
        return this.#push(PushRequest.parse(bodyOf(request)));
      case '/v1/pull':
        return this.#pull(device, parameters.get('cursor') ?? '');
      case '/v1/records':
        return this.#records(parameters);
      default:
        return this.#refuse('sync/not-found');
    }
  }

  #join(device: string): SyncResponse {
    if (this.#owners.has(device) && this.#log.some((entry) => entry.device === device)) {
      return this.#refuse('sync/device-taken');
    }
    this.#owners.set(device, device);
    const organisation = { id: '22222222-2222-4222-8222-222222222222', name: 'Fjordbank' };
    return json({ organisation, recruiterId: null, epoch: this.epoch });
  }

  #announce(device: string, name: string): SyncResponse {
    this.#owners.set(name, this.#owners.get(device) ?? device);
    return json({});
  }

  #lastOf(device: string): Entry | undefined {
    return this.#log.filter((entry) => entry.device === device).at(-1);
  }

  #hello(device: string) {
    const last = this.#lastOf(device);
    const organisation = { id: '22222222-2222-4222-8222-222222222222', name: 'Fjordbank' };
    const standing = { epoch: this.epoch, head: this.head, schema: this.schema };
    const own = { lastN: last?.n ?? 0, lastStamp: last?.stamp ?? null };
    return { serverTime: this.time, organisation, recruiterId: null, ...standing, ...own };
  }

  #push({ device, epoch, changeSets, schema }: PushRequest): SyncResponse {
    if (schema < this.schema.min) return this.#refuse('sync/schema-too-old');
    const lastN = this.#lastOf(device)?.n ?? 0;
    if (epoch !== this.epoch) return this.#refuse('sync/epoch', { lastN });
    for (const one of changeSets) {
      const known = this.#log.find((entry) => entry.device === device && entry.n === one.n);
      const stamp = known?.stamp ?? null;
      const isOther = stamp !== null && !('gone' in one) && stamp !== one.stamp;
      if (isOther) return this.#refuse('sync/rewound', { lastN });
      if (known !== undefined) continue;
      if (one.n !== (this.#lastOf(device)?.n ?? 0) + 1) return this.#refuse('sync/gap', { lastN });
      const isGone = 'gone' in one;
      const refused = !isGone && this.refuses(one) ? 'right/missing' : null;
      const changeSet = isGone || refused !== null ? null : one;
      this.#log.push({ device, n: one.n, changeSet, stamp: isGone ? null : one.stamp, refused });
    }
    const numbers = new Set(changeSets.map(({ n }) => n));
    const refused = this.#log
      .filter((entry) => entry.device === device && numbers.has(entry.n))
      .flatMap(({ n, refused: code }) => (code === null ? [] : [{ n, code }]));
    const now = { lastN: this.#lastOf(device)?.n ?? 0, head: this.head, serverTime: this.time };
    return json({ ...now, refused });
  }

  #pull(device: string, cursor: string): SyncResponse {
    const [epoch, visible, at] = cursor.split(' ');
    if (epoch !== this.epoch) return this.#refuse('sync/epoch');
    if (Number(visible) !== this.#visible) return this.#refuse('sync/scope');
    const from = Number(at);
    const end = Math.min(from + PAGE, this.head);
    const mine = this.#owners.get(device);
    const lines: FeedLine[] = [];
    this.#log.slice(from, end).forEach((entry) => {
      const seen =
        entry.changeSet?.changes.filter(({ dossier }) => dossier === null || !this.hidden.has(dossier)) ?? [];
      if (entry.changeSet === null || seen.length === 0 || this.#owners.get(entry.device) === mine) return;
      lines.push({ changeSet: { ...entry.changeSet, changes: seen } });
    });
    const told = this.#lefts.filter((left) => left.at >= from && left.at <= end && end === this.head);
    for (const { dossier } of told) lines.push({ left: dossier as never });
    return this.#feed(lines, { at: end, more: end < this.head });
  }

  #records(parameters: URLSearchParams): SyncResponse {
    const after = parameters.get('after');
    if (after === null && parameters.get('epoch') !== this.epoch) return this.#refuse('sync/epoch');
    const all = [...this.records().values()].filter(({ dossier }) => dossier === null || !this.hidden.has(dossier));
    const [from, place] = after === null ? [0, this.head] : after.split(' ').slice(2).map(Number);
    const page = all.slice(from, (from ?? 0) + PAGE);
    const lines: FeedLine[] = page.map(({ state, ...record }) => ({
      record: { ...record, state: structuredClone(packState(state)) as never },
    }));
    const next = (from ?? 0) + page.length;
    if (next >= all.length) return this.#feed(lines, { at: place ?? 0, more: false, total: all.length });
    const cursor = `${this.epoch} ${this.#visible} ${next} ${place ?? 0}`;
    return ndjson([...lines, { end: { cursor, head: this.head, more: true, total: all.length } }]);
  }

  /** All records as they stand. */
  records(): ReadonlyMap<string, Kept> {
    const records = new Map<string, Kept>();
    for (const { changeSet } of this.#log) {
      for (const change of changeSet?.changes ?? []) {
        const { table, id, dossier } = change;
        const state = applyChange(records.get(id)?.state ?? EMPTY_STATE, change, changeSet?.stamp ?? '');
        records.set(id, { table, id, dossier, state });
      }
    }
    return records;
  }

  #feed(lines: readonly FeedLine[], { at, more, total }: { at: number; more: boolean; total?: number }): SyncResponse {
    const cursor = `${this.epoch} ${this.#visible} ${at}`;
    const end = { cursor, head: this.head, more, ...(total === undefined ? {} : { total }) };
    return ndjson([...lines, { end }]);
  }

  #refuse(code: SyncProblemCode, more: object = {}): SyncResponse {
    const problem = { code, title: code, status: 409, serverTime: this.time, epoch: this.epoch, ...more };
    return { status: 409, body: Buffer.from(JSON.stringify(problem)) };
  }
}

function bodyOf({ body, headers }: SyncRequest): unknown {
  const bytes =
    headers['content-encoding'] === 'gzip' ? gunzipSync(body ?? Buffer.alloc(0)) : (body ?? Buffer.alloc(0));
  return JSON.parse(Buffer.from(bytes).toString()) as unknown;
}

function json(value: object): SyncResponse {
  return { status: 200, body: Buffer.from(JSON.stringify(value)) };
}

function ndjson(lines: readonly FeedLine[]): SyncResponse {
  return { status: 200, body: Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')) };
}
