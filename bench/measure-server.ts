import { randomBytes } from 'node:crypto';
import type { ChangeSet } from '../shared/changes/change-set.js';
import { FeedLine, PUSH_AT_ONCE } from '../shared/sync/protocol.js';
import type { SigningLaptop } from '../server/testing/signing-laptop.js';
import { testOrganisation } from '../server/testing/test-organisation.js';
import { medianOf, timed } from './line.js';
import { openBareTable, type BareTable } from './bare-table.js';
import { ground, letterCreate, receivedSet, RECRUITER } from './sync-changes.js';
import type { BenchStore } from './sync-stores.js';

const ROUNDS = 5;

/** Medians, in milliseconds: of a request with 500 change sets, or of everything from the first page to the last. */
export interface ServerTimes {
  readonly creates: number;
  readonly bareCreates: number;
  readonly sets: number;
  readonly bareSets: number;
  readonly pull: number;
  readonly copyLog: number;
  readonly load: number;
  readonly copyRecords: number;
}

/** What the server takes and gives on a store, in turns with the store's own fastest way to do so. */
export async function measureServer({ database, copyOut }: BenchStore, size: number): Promise<ServerTimes> {
  const there = await testOrganisation(database);
  try {
    const [laptop, other] = [await there.laptop(), await there.laptop()];
    await send(laptop, [laptop.changeSet(ground())]);
    const { cursor } = await other.load();
    const table = await openBareTable(database);
    const creates = cut(size).map((numbers) => numbers.map((n) => work(laptop, [letterCreate(n)])));
    const created = await takeTurns(laptop, table, creates);
    const stamps = creates.flat().map(({ stamp }) => stamp);
    const sets = cut(size).map((numbers) => numbers.map((n) => work(laptop, [receivedSet(n, stamps[n] ?? '')])));
    const set = await takeTurns(laptop, table, sets);
    const whose = `WHERE organisation = '${there.id}'`;
    const [pull, copyLog] = await inTurns(
      () => readFeed(other, `/v1/pull?cursor=${encodeURIComponent(cursor)}`, 2 * size),
      () => copyOut(`SELECT body FROM change_set ${whose} ORDER BY place`),
    );
    const [load, copyRecords] = await inTurns(
      () => readFeed(other, '/v1/records', size),
      () => copyOut(`SELECT tbl, id, dossier, state FROM record ${whose} ORDER BY dossier, tbl, id`),
    );
    const pushed = { creates: created.ours, bareCreates: created.bare, sets: set.ours, bareSets: set.bare };
    return { ...pushed, pull, copyLog, load, copyRecords };
  } finally {
    await there.app.close();
  }
}

/** Numbers below the size, by the request that carries them. */
function cut(size: number): readonly (readonly number[])[] {
  const requests = Math.max(1, Math.floor(size / PUSH_AT_ONCE));
  return Array.from({ length: requests }, (_, request) =>
    Array.from({ length: PUSH_AT_ONCE }, (__, at) => request * PUSH_AT_ONCE + at),
  );
}

/** As it is written at a stand. */
function work(laptop: SigningLaptop, changes: ChangeSet['changes']): ChangeSet {
  return laptop.changeSet(changes, { by: RECRUITER, action: 'capture', actionId: randomBytes(16).toString('hex') });
}

/** Sends change sets as one request, and makes sure that all of them were taken. Milliseconds, without the laptop's own JSON. */
async function send(laptop: SigningLaptop, changeSets: readonly ChangeSet[]): Promise<number> {
  const bytes = Buffer.from(JSON.stringify(laptop.pushBody(changeSets)));
  const headers = { 'content-type': 'application/json' };
  let taken = '';
  const ms = await timed(async () => {
    taken = (await laptop.ask('POST', '/v1/push', { bytes, headers })).text;
  });
  if (!taken.includes('"refused":[]')) throw new Error(`not everything was taken: ${taken.slice(0, 200)}`);
  return ms;
}

async function takeTurns(laptop: SigningLaptop, table: BareTable, requests: readonly (readonly ChangeSet[])[]) {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (const changeSets of requests) {
    times.ours.push(await send(laptop, changeSets));
    times.bare.push(await table.insert(changeSets));
  }
  return { ours: medianOf(times.ours), bare: medianOf(times.bare) };
}

async function inTurns(...contestants: readonly (() => Promise<number>)[]): Promise<readonly [number, number]> {
  const times: number[][] = contestants.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, contestant] of contestants.entries()) times[at]?.push(await contestant());
  }
  return [medianOf(times[0] ?? []), medianOf(times[1] ?? [])];
}

/** Asks for page after page as a laptop does; of the lines only each page's last one is read. */
async function readFeed(laptop: SigningLaptop, target: string, atLeast: number): Promise<number> {
  const pages: string[] = [];
  const ms = await timed(async () => {
    const [path = '', first = ''] = target.split('?');
    for (let query = first; ;) {
      const { text } = await laptop.ask('GET', query === '' ? path : `${path}?${query}`);
      pages.push(text);
      const last = FeedLine.parse(JSON.parse(text.slice(text.lastIndexOf('\n', text.length - 2) + 1)));
      if (!('end' in last)) throw new Error('the page has no end');
      if (!last.end.more) return;
      query = `${path.endsWith('records') ? 'after' : 'cursor'}=${encodeURIComponent(last.end.cursor)}`;
    }
  });
  const lines = pages.reduce((sum, text) => sum + text.split('\n').length - 2, 0);
  if (lines < atLeast) throw new Error(`${lines.toString()} lines came instead of ${atLeast.toString()}`);
  return ms;
}
