import { SyncServer } from '../e2e/support/sync-server.js';
import type { Database } from '../server/database/database.js';
import { testOrganisation } from '../server/testing/test-organisation.js';
import type { SigningLaptop } from '../server/testing/signing-laptop.js';
import { PUSH_AT_ONCE } from '../shared/sync/protocol.js';
import { medianOf, timed } from './line.js';
import { letterCreate } from './sync-changes.js';

const ORGANISATIONS = 4;
const ROUNDS = 3;

/** Medians, in milliseconds, until everything that the organisations pushed at once is there. */
export interface NodesTimes {
  readonly one: number;
  readonly two: number;
}

/** Several organisations push through one process of the server, and through two, in turns, on the same PostgreSQL. */
export async function measureNodes(database: Database, address: string, size: number): Promise<NodesTimes> {
  const nodes = [new SyncServer({ databaseUrl: address }), new SyncServer({ databaseUrl: address })] as const;
  for (const node of nodes) await node.start();
  const organisations = await Promise.all(Array.from({ length: ORGANISATIONS }, () => testOrganisation(database)));
  const laptops = await Promise.all(organisations.map(({ laptop }) => laptop()));
  const requests = Math.max(1, Math.floor(size / ORGANISATIONS / PUSH_AT_ONCE));
  const times = { one: [] as number[], two: [] as number[] };
  let number = 0;
  const pushAll = async (servers: readonly SyncServer[]): Promise<number> => {
    const bodies = laptops.map((laptop) => Array.from({ length: requests }, (_, at) => bodyOf(laptop, number + at)));
    number += requests;
    const address = (at: number): string => servers[at % servers.length]?.address ?? '';
    const pushing = () => Promise.all(laptops.map((laptop, at) => pushInOrder(laptop, address(at), bodies[at] ?? [])));
    return await timed(pushing);
  };
  await pushAll(nodes); // each has run once
  for (let round = 0; round < ROUNDS; round += 1) {
    times.one.push(await pushAll([nodes[0]]));
    times.two.push(await pushAll(nodes));
  }
  for (const { app } of organisations) await app.close();
  for (const node of nodes) await node.stop();
  return { one: medianOf(times.one), two: medianOf(times.two) };
}

function bodyOf(laptop: SigningLaptop, request: number): Buffer {
  const changeSets = Array.from({ length: PUSH_AT_ONCE }, (_, at) =>
    laptop.changeSet([letterCreate(request * PUSH_AT_ONCE + at)]),
  );
  return Buffer.from(JSON.stringify(laptop.pushBody(changeSets)));
}

async function pushInOrder(laptop: SigningLaptop, address: string, bodies: readonly Buffer[]): Promise<void> {
  for (const body of bodies) {
    const headers = { ...laptop.headersFor('POST', '/v1/push', {}, body), 'content-type': 'application/json' };
    const answer = await fetch(`${address}/v1/push`, { method: 'POST', headers, body: Uint8Array.from(body) });
    const said = await answer.text();
    if (!said.includes('"refused":[]')) throw new Error(`not everything was taken: ${said}`);
  }
}
