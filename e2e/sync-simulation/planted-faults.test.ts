import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SyncJournal } from '../../electron/services/sync/round.js';
import { migrate } from '../../server/database/migrate.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { ENGINES } from '../../server/testing/engines.js';
import type { RecordState, Register } from '../../shared/changes/record-state.js';
import { success } from '../../shared/lib/result.js';
import type { Plants } from './plants.js';
import { runSeed, SHORT } from './run-seed.js';
import { startNodes, stopNodes, type Nodes } from './simulated-server.js';
import { thinking, withoutCounterLock } from './without-counter-lock.js';

/** So many worlds at most: a fault shows itself in one of the first. */
const SEEDS = 30;
/** On PostgreSQL whoever writes takes a while; a log with its lock holds in so many worlds. */
const WITH_LOCK = 3;

let nodes: Nodes;

beforeAll(async () => {
  const database = await openPglite(null);
  await migrate(database);
  nodes = await startNodes(database);
});
afterAll(async () => {
  await stopNodes(nodes);
  await nodes.database.close();
});

/** What the first seed says that does not hold with a fault; null where none notices it. */
async function firstFailure(
  plants: Plants,
  over = nodes,
  { run = runSeed, seeds = SEEDS } = {},
): Promise<string | null> {
  for (let seed = 1; seed <= seeds; seed++) {
    try {
      await run(over, seed, SHORT, plants);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return null;
}

/** Of concurrent values the greatest stamp stands, and the others are gone. */
function byClockAlone(state: RecordState): RecordState {
  const fields = [...state.fields].map(([field, { heads, past }]): [string, Register] => {
    const [newest = '', ...lost] = [...heads.keys()].sort().reverse();
    return [
      field,
      { heads: new Map([...heads].filter(([stamp]) => stamp === newest)), past: new Set([...past, ...lost]) },
    ];
  });
  return { ...state, fields: new Map(fields) };
}

/** A number is left out now and then, and the server does not ask for it. */
function leavingOutNumbers(journal: SyncJournal): SyncJournal {
  const { reader } = journal;
  return new Proxy(journal, {
    get: (target, key) =>
      key !== 'reader'
        ? bound(target, key)
        : {
            names: () => reader.names(),
            lastNOf: (device: string) => reader.lastNOf(device),
            unsent: (sentTo: number) => reader.unsent(sentTo),
            dossiersWithin: (after: number, upTo?: number) => reader.dossiersWithin(after, upTo),
            readOwn: async (...[device, after, limit]: Parameters<typeof reader.readOwn>) => {
              const page = await reader.readOwn(device, after, limit);
              return page.entries.length < 3 ? page : { ...page, entries: page.entries.slice(1) };
            },
          },
  });
}

/** A page counts as taken before it is in the journal, which it reaches with the next one. */
function takingTheCursorFirst(journal: SyncJournal): SyncJournal {
  let waiting: (() => Promise<unknown>) | null = null;
  return new Proxy(journal, {
    get: (target, key) =>
      key !== 'receive'
        ? bound(target, key)
        : async (...page: Parameters<SyncJournal['receive']>) => {
            await waiting?.();
            waiting = () => target.receive(...page);
            return success({ written: page[0].length });
          },
  });
}

function bound(target: SyncJournal, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}

describe('the simulation notices', () => {
  it('numbers that do not follow each other', async () => {
    expect(await firstFailure({ journal: leavingOutNumbers, acceptsGaps: true })).toMatch(
      /nothing lost, nothing twice/,
    );
  });

  it('a cursor that is remembered apart from what it stands for', async () => {
    expect(await firstFailure({ journal: takingTheCursorFirst })).toMatch(/convergence/);
  });

  it('a merge by the clock alone', async () => {
    vi.doMock(import('../../shared/changes/merge.js'), async (original) => {
      const real = await original();
      return {
        joinStates: (left, right) => byClockAlone(real.joinStates(left, right)),
        applyChange: (state, change, stamp) => byClockAlone(real.applyChange(state, change, stamp)),
      };
    });
    vi.resetModules();
    const everything = await import('./run-seed.js');
    const servers = await import('./simulated-server.js');
    const over = await servers.startNodes(nodes.database);
    expect(await firstFailure({}, over, { run: everything.runSeed })).toMatch(/5 causally last/);
    await servers.stopNodes(over);
    vi.doUnmock(import('../../shared/changes/merge.js'));
    vi.resetModules();
  });
});

// The embedded engine has one connection: nobody reads while another writes.
describe.each(ENGINES.filter(({ name }) => name === 'postgres'))('the simulation, on $name', ({ empty }) => {
  it('notices a log without the lock on its counter, and nothing where it has it', { timeout: 180_000 }, async () => {
    const database = await empty();
    await migrate(database);
    const locked = await startNodes(thinking(database));
    expect(await firstFailure({ rush: true }, locked, { seeds: WITH_LOCK })).toBeNull();
    await stopNodes(locked);
    const unlocked = await startNodes(withoutCounterLock(thinking(database)));
    expect(await firstFailure({ rush: true }, unlocked)).toMatch(/1 convergence|4 places without a gap/);
    await stopNodes(unlocked);
    await database.close();
  });
});
