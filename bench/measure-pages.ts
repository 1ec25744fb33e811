import { spawn } from 'node:child_process';
import path from 'node:path';
import autocannon from 'autocannon';
import { SyncServer } from '../e2e/support/sync-server.js';
import { ROOT } from '../scripts/program.js';
import { beginAsking } from '../server/testing/asked-panel.js';
import { InvitedCandidate } from '../server/testing/invited-candidate.js';
import { PostgresCluster } from '../server/testing/postgres-cluster.js';
import { testOrganisation } from '../server/testing/test-organisation.js';
import { format, medianOf, type Line } from './line.js';
import { SlowConnections } from './slow-connections.js';
import { openPostgresStore } from './sync-stores.js';

const AT_ONCE = 50;
const SECONDS = 6;
const ROUNDS = 3;
const SLOW = 1_000;

/** Of one load: answers in a second, and milliseconds within which 99 of 100 came. */
interface Load {
  readonly perSecond: number;
  readonly p99: number;
}

/** The reply page as phones ask for it, on PostgreSQL, beside the same bytes from Node's own server, with and without slow connections. */
export async function measurePages(say: (line: string) => void): Promise<void> {
  const cluster = await PostgresCluster.start({ durable: true });
  if (cluster === null) return say('  NOT MEASURED: there are no programs of PostgreSQL 15 or newer on this machine.');
  const { database, close } = await openPostgresStore(cluster);
  const there = await testOrganisation(database);
  const { path: link } = await InvitedCandidate.invite(await beginAsking(await there.laptop()));
  const server = new SyncServer({ databaseUrl: cluster.address }, { FAIRDESK_TRUSTED_PROXIES: '127.0.0.1' });
  await server.start();
  const bare = await startBare(`${server.address}${link}`);
  try {
    const { ours, limit, slowed } = await measure(`${server.address}${link}`, bare.address);
    for (const line of lines(ours, limit, slowed)) say(format(line));
  } finally {
    bare.stop();
    await server.stop();
    await there.app.close();
    await close();
    await cluster.stop();
  }
}

/** In turns, so that what else the machine does falls on all of them. */
async function measure(page: string, bare: string) {
  const times = { ours: [] as Load[], limit: [] as Load[], slowed: [] as Load[] };
  await load(page); // it has run once
  for (let round = 0; round < ROUNDS; round += 1) {
    times.limit.push(await load(bare));
    times.ours.push(await load(page));
    const slow = await SlowConnections.open(Number(new URL(page).port), SLOW);
    times.slowed.push(await load(page));
    if (slow.open < SLOW / 2) throw new Error(`only ${slow.open.toString()} slow connections stood open`);
    slow.close();
  }
  return { ours: middle(times.ours), limit: middle(times.limit), slowed: middle(times.slowed) };
}

function lines(ours: Load, limit: Load, slowed: Load): readonly Line[] {
  const bare = 'the same bytes from Node’s own server';
  const pace = ({ perSecond }: Load): string => `${Math.round(perSecond).toLocaleString('en')}/s`;
  const thousand = ({ perSecond }: Load): number => 1_000_000 / perSecond;
  return [
    {
      what: `1,000 reply pages, ${AT_ONCE.toString()} at once: ${pace(ours)}`,
      ours: thousand(ours),
      limit: thousand(limit),
      against: bare,
    },
    { what: '  99 of 100 within', ours: ours.p99, limit: limit.p99, against: bare },
    {
      what: `  beside ${SLOW.toLocaleString('en')} slow ones: ${pace(slowed)}`,
      ours: thousand(slowed),
      limit: thousand(ours),
      against: 'without them',
    },
    { what: '  99 of 100 within', ours: slowed.p99, limit: ours.p99, against: 'without them' },
  ];
}

let networks = 0;

/** Each request comes from another network, else the server would soon let it wait. Every answer is the page. */
async function load(url: string): Promise<Load> {
  const result = await autocannon({
    url,
    connections: AT_ONCE,
    duration: SECONDS,
    requests: [
      {
        setupRequest: (request) => {
          networks += 1;
          const network = `10.${[networks >> 16, networks >> 8, networks].map((part) => part & 255).join('.')}`;
          return { ...request, headers: { ...request.headers, 'x-forwarded-for': network } };
        },
      },
    ],
  });
  const wrong = result.non2xx + result.errors + result.timeouts;
  if (wrong > 0 || result['2xx'] === 0) throw new Error(`${wrong.toString()} answers were not the page`);
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99 };
}

function middle(loads: readonly Load[]): Load {
  return { perSecond: medianOf(loads.map((one) => one.perSecond)), p99: medianOf(loads.map((one) => one.p99)) };
}

async function startBare(page: string): Promise<{ readonly address: string; readonly stop: () => void }> {
  const answer = await fetch(page);
  if (!answer.ok) throw new Error(`the page answered ${answer.status.toString()}`);
  const answered = JSON.stringify({ headers: Object.fromEntries(answer.headers), body: await answer.text() });
  const child = spawn(process.execPath, [path.join(ROOT, 'bench/bare-page.cjs'), answered], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (said: string) => {
      resolve(/listens on (\d+)/.exec(said)?.[1] ?? '');
    });
  });
  return { address: `http://127.0.0.1:${port}/`, stop: () => child.kill() };
}
