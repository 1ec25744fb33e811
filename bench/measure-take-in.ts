import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SyncServer } from '../e2e/support/sync-server.js';
import type { Database } from '../server/database/database.js';
import { invite } from '../server/store/invitation-rows.js';
import type { SigningLaptop } from '../server/testing/signing-laptop.js';
import { testOrganisation } from '../server/testing/test-organisation.js';
import type { ChangeSet, Stamp } from '../shared/changes/change-set.js';
import type { PersonId } from '../shared/records/primitives.js';
import { PUSH_AT_ONCE } from '../shared/sync/protocol.js';
import { setField } from '../shared/testing/change-builders.js';
import { openPage, type BenchPage } from './bench-page.js';
import { openServices } from './bench-services.js';
import { medianOf, type Line } from './line.js';
import { exchangeAll, measureFirstLoad } from './measure-laptop.js';
import type { Bench } from './page/main.js';
import type { TakeInTimes } from './page/take-in.js';
import { ground, RECRUITER } from './sync-changes.js';
import { applicant } from './synthetic.js';

declare const window: { readonly bench: Bench };

const ROUNDS = 4; // the first warms up
const CHANGE_SETS = 1_000;
const SCREENS = ['nothing', 'list'] as const;

/** A laptop that joins an organisation of this size, and then takes in what another one changes. */
export async function measureJoining(
  database: Database,
  address: string,
  { size, pages }: { readonly size: number; readonly pages: string },
): Promise<readonly Line[]> {
  const there = await testOrganisation(database);
  const other = await there.laptop();
  const stamps = await writeApplicants(other, size);
  const node = new SyncServer({ databaseUrl: address });
  await node.start();
  const folder = await mkdtemp(path.join(tmpdir(), 'fairdesk-bench-laptop-'));
  const services = await openServices(folder, true);
  try {
    const { code } = await invite(database, there.id, null);
    const joined = await services.handlers['sync.join']({ server: node.address, code, laptop: 'Stand 1' });
    if (!joined.ok) throw new Error(joined.code);
    const loaded = await measureFirstLoad(services, 2 * size);
    const opened = await openPage(services, { folder, pages, engine: 'LevelDB' });
    const taken = await takeInRounds(opened, async (round) => {
      await changePeople(other, stamps, round);
      await exchangeAll(services);
    });
    await opened.close();
    return [...loaded, ...taken];
  } finally {
    await services.close();
    await node.stop();
    await there.app.close();
    await rm(folder, { recursive: true });
  }
}

async function takeInRounds(
  { page, load }: BenchPage,
  bring: (round: number) => Promise<void>,
): Promise<readonly Line[]> {
  await load();
  await page.evaluate(() => window.bench.open());
  const times = { nothing: [] as TakeInTimes[], list: [] as TakeInTimes[] };
  for (let round = 0; round < SCREENS.length * ROUNDS; round += 1) {
    await bring(round);
    const screen = SCREENS[round % SCREENS.length] ?? 'nothing';
    const asked = [screen, RECRUITER, round] as const;
    times[screen].push(await page.evaluate((given) => window.bench.takeInWith(...given), asked));
  }
  await page.evaluate(() => window.bench.close());
  const of = (screen: 'nothing' | 'list', name: keyof TakeInTimes): number =>
    medianOf(times[screen].slice(1).map((one) => one[name]));
  const what = `${CHANGE_SETS.toLocaleString('en')} change sets taken in`;
  const raw = 'raw put of the same sealed rows';
  const without = 'the same without a screen';
  return [
    { what, ours: of('nothing', 'all'), limit: of('nothing', 'rawPut'), against: raw },
    { what: '  with the list on the screen', ours: of('list', 'all'), limit: of('nothing', 'all'), against: without },
    {
      what: '  longest wait of who types',
      ours: of('list', 'longest'),
      limit: of('nothing', 'longest'),
      against: without,
    },
  ];
}

/** Answers under which stamp each was made. */
async function writeApplicants(laptop: SigningLaptop, size: number): Promise<Stamp[]> {
  await pushAll(laptop, [work(laptop, ground())]);
  const people = Array.from({ length: size }, (_, n) => work(laptop, applicant(n)));
  await pushAll(laptop, people);
  return people.map(({ stamp }) => stamp);
}

/** One field of as many people, over what stands. */
async function changePeople(laptop: SigningLaptop, stamps: Stamp[], round: number): Promise<void> {
  const changed = Array.from({ length: CHANGE_SETS }, (_, at) => {
    const n = (round * CHANGE_SETS + at) % stamps.length;
    const id = `bb${n.toString(16).padStart(30, '0')}` as PersonId;
    const target = { table: 'person', id, dossier: id };
    const changeSet = work(laptop, [setField(target, 'school', `KTH ${round.toString()}`, [stamps[n] ?? ''])]);
    stamps[n] = changeSet.stamp;
    return changeSet;
  });
  await pushAll(laptop, changed);
}

async function pushAll(laptop: SigningLaptop, changeSets: readonly ChangeSet[]): Promise<void> {
  for (let at = 0; at < changeSets.length; at += PUSH_AT_ONCE) {
    const { text } = await laptop.push(...changeSets.slice(at, at + PUSH_AT_ONCE));
    if (!text.includes('"refused":[]')) throw new Error(`not everything was taken: ${text.slice(0, 200)}`);
  }
}

function work(laptop: SigningLaptop, changes: ChangeSet['changes']): ChangeSet {
  return laptop.changeSet(changes, { by: RECRUITER, action: 'capture' });
}
