import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../electron/services/create-services.js';
import type { Services } from '../../electron/services/services.js';
import {
  createIn,
  createPerson,
  eraseDossier,
  idOf,
  makeChangeSet,
} from '../../electron/services/testing/make-change-set.js';
import { makePorts, type TestPorts } from '../../electron/services/testing/make-ports.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { migrate } from '../../server/database/migrate.js';
import type { Database } from '../../server/database/database.js';
import { buildServer } from '../../server/http/build-server.js';
import type { App } from '../../server/http/service.js';
import { invite } from '../../server/store/invitation-rows.js';
import { addOrganisation } from '../../server/store/organisation-rows.js';
import type { Change } from '../../shared/changes/change-set.js';
import { HOUSEKEEPING } from '../../shared/changes/housekeeping.js';
import { applyChange } from '../../shared/changes/merge.js';
import { EMPTY_STATE, packState, type RecordState } from '../../shared/changes/record-state.js';
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy.js';

interface Laptop {
  readonly ports: TestPorts;
  readonly services: Services;
}

let database: Database;
let app: App;
let proxy: CuttingProxy;
let organisation: string;
const laptops: Laptop[] = [];

beforeAll(async () => {
  database = await openPglite(null);
  await migrate(database);
  app = await buildServer({ database });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  proxy = await startCuttingProxy(Number(new URL(address).port));
  organisation = await addOrganisation(database, 'Fjordkraft');
});
afterAll(async () => {
  for (const { services, ports } of laptops) {
    await services.close();
    await rm(ports.dataFolder, { recursive: true, force: true });
  }
  await proxy.close();
  await app.close();
  await database.close();
});

async function joined(): Promise<Laptop> {
  const ports = { ...(await makePorts()), network: { isUp: () => true } };
  const services = await createServices(ports);
  const laptop = { ports, services };
  laptops.push(laptop);
  const { code } = await invite(database, organisation, null);
  const wishes = { server: proxy.origin, code: code.toLowerCase(), laptop: 'Stand' };
  proxy.cut(1);
  expect(await services.handlers['sync.join'](wishes)).toMatchObject({ code: 'sync/unreachable' });
  expect(await services.handlers['sync.join'](wishes)).toMatchObject({
    value: { organisation: { name: 'Fjordkraft' } },
  });
  return laptop;
}

let written = 0;

async function write({ services }: Laptop, ...changes: readonly Change[]): Promise<void> {
  const head = await services.handlers['journal.open'](null);
  if (!head.ok) throw new Error(head.code);
  const { device, n } = head.value;
  written += 1;
  const { stamp } = makeChangeSet({ device, n: written });
  const changeSet = { ...makeChangeSet({ device, n: n + 1, changes }), stamp };
  expect(await services.handlers['journal.append']({ changeSet })).toMatchObject({ ok: true });
}

/** Rounds until there is nothing more to do; a line that was cut is only tried again. */
async function settle({ services }: Laptop): Promise<void> {
  for (let round = 0; round < 50; round++) {
    const answer = await services.handlers['sync.exchange'](null);
    if (!answer.ok && answer.code !== 'sync/unreachable') throw new Error(`${answer.code} ${answer.detail ?? ''}`);
    if (answer.ok && !answer.value.more) return;
  }
  throw new Error('it never ends');
}

async function records({ services }: Laptop): Promise<Readonly<Record<string, unknown>>> {
  const states = new Map<string, RecordState>();
  for (let after = 0; ;) {
    const page = await services.handlers['journal.read']({ after, limit: 500 });
    if (!page.ok) throw new Error(page.code);
    for (const { changeSet } of page.value.entries) {
      for (const change of changeSet?.changes ?? []) {
        if (changeSet?.device === HOUSEKEEPING && change.kind === 'create') continue;
        states.set(change.id, applyChange(states.get(change.id) ?? EMPTY_STATE, change, changeSet?.stamp ?? ''));
      }
    }
    const last = page.value.entries.at(-1)?.seq;
    if (last === undefined) break;
    after = last;
  }
  const sorted = [...states].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([id, state]) => [id, packState(state)]));
}

describe('two laptops and the server itself', () => {
  it('have the same in the end, though every line is cut once and one came later', { timeout: 120_000 }, async () => {
    const ebba = await joined();
    for (let i = 1; i <= 20; i++) await write(ebba, createPerson(idOf(i), `person ${i.toString()}`));
    await settle(ebba);
    const oskar = await joined();
    for (let i = 101; i <= 110; i++) await write(oskar, createPerson(idOf(i), `person ${i.toString()}`));
    for (let cut = 0; cut < 6; cut++) {
      await write(ebba, createIn(idOf(1), 'document', idOf(201 + cut), { name: `document ${cut.toString()}` }));
      proxy.cut(1);
      await settle(cut % 2 === 0 ? ebba : oskar);
    }
    await write(oskar, eraseDossier(idOf(20)));
    for (const laptop of [ebba, oskar, ebba, oskar]) await settle(laptop);
    const [ours, theirs] = [await records(ebba), await records(oskar)];
    expect(Object.keys(ours)).toHaveLength(36);
    expect(theirs).toEqual(ours);
    expect(JSON.stringify(ours)).not.toContain('person 20"');
    const late = await joined();
    await settle(late);
    const { [idOf(20)]: erased, ...first } = await records(late);
    expect(JSON.stringify(erased ?? null)).not.toContain('person');
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(Object.keys(first)));
    expect(Object.keys(first)).toHaveLength(35);
  });

  it('hear of each other’s work while they wait', { timeout: 60_000 }, async () => {
    const [ebba, oskar] = laptops;
    if (ebba === undefined || oskar === undefined) throw new Error('nobody joined');
    await settle(oskar);
    const waiting = oskar.services.handlers['sync.wait'](null);
    await write(ebba, createPerson(idOf(300)));
    await settle(ebba);
    expect(await waiting).toEqual({ ok: true, value: { news: true } });
    await settle(oskar);
    expect(await records(oskar)).toHaveProperty(idOf(300));
  });

  it('connect nowhere while somebody works offline', async () => {
    const [ebba] = laptops;
    await ebba?.services.handlers['preferences.write']({ workOffline: true });
    expect(await ebba?.services.handlers['sync.exchange'](null)).toMatchObject({ code: 'sync/offline' });
  });
});
