import type { PackedState } from '../../shared/changes/change-set.js';
import { isUnknown, packState, unpackState, valuesOf } from '../../shared/changes/record-state.js';
import { canonicalJson, type Json } from '../../shared/lib/json.js';
import type { ReadEntry } from '../../electron/services/journal/read-page.js';
import { readAll } from '../../electron/services/testing/open-storage.js';
import type { OpenRow } from '../../renderer/data/sealed-row.js';
import { expectedRecords, type Expected } from './expected-records.js';
import { readServer, type ServerEvidence } from './server-evidence.js';
import type { SimulatedLaptop } from './simulated-laptop.js';
import type { World } from './world.js';

/** The working stores of about so many laptops are made anew. */
const REMADE = 10;

interface LaptopEvidence {
  readonly laptop: SimulatedLaptop;
  readonly rows: readonly OpenRow[];
  /** Records that are neither erased nor unknown, by id. */
  readonly states: ReadonlyMap<string, PackedState>;
  /** The same as canonical JSON. */
  readonly shown: ReadonlyMap<string, string>;
  /** The same, of a working store that was made anew from the journal, where that was done. */
  readonly rebuilt: ReadonlyMap<string, string>;
  readonly entries: readonly ReadEntry[];
  /** Requests of a step where there is nothing to do. */
  readonly idleRequests: number;
}

/** Everything that can be looked at once it is quiet. */
export interface Evidence extends ServerEvidence {
  readonly world: World;
  readonly laptops: readonly LaptopEvidence[];
  /** What the ledger says of each record that is not erased. */
  readonly expected: ReadonlyMap<string, Expected>;
  /** Whether a laptop may see a dossier (docs/sync-protocol.md), worked out from the records. */
  readonly sees: (laptop: SimulatedLaptop, dossier: string | null) => boolean;
}

export async function gather(world: World): Promise<Evidence> {
  const server = await readServer(world);
  const laptops: LaptopEvidence[] = [];
  const every = Math.ceil(world.laptops.length / REMADE);
  for (const [at, laptop] of world.laptops.entries()) laptops.push(await lookInto(world, laptop, at % every === 0));
  const expected = expectedRecords({ world, ...server });
  return { world, ...server, laptops, expected, sees: sightIn(server) };
}

async function lookInto({ network }: World, laptop: SimulatedLaptop, remakes: boolean): Promise<LaptopEvidence> {
  if (!laptop.revoked) await laptop.exchange(); // whoever was just told something greets once more
  const before = network.requests;
  if (!laptop.revoked) await laptop.exchange();
  const idleRequests = network.requests - before;
  const rows = await laptop.page.stored();
  const states = statesOf(rows);
  if (remakes) await laptop.openAnew();
  const rebuilt = remakes ? statesOf(await laptop.page.stored()) : states;
  const entries = await readAll(laptop.storage.journal);
  return { laptop, rows, states, shown: asText(states), rebuilt: asText(rebuilt), entries, idleRequests };
}

function statesOf(rows: readonly OpenRow[]): ReadonlyMap<string, PackedState> {
  const living = rows.filter(({ state }) => !state.erased && !isUnknown(state));
  return new Map(living.map(({ id, state }) => [id, packState(state)]));
}

function asText(states: ReadonlyMap<string, PackedState>): ReadonlyMap<string, string> {
  return new Map([...states].map(([id, state]) => [id, canonical(state)]));
}

function sightIn({ records }: ServerEvidence): Evidence['sees'] {
  const valueOf = (id: unknown, field: string): Json | undefined => {
    const kept = typeof id === 'string' ? records.get(id) : undefined;
    return kept === undefined ? undefined : valuesOf(unpackState(kept.state))[field];
  };
  const applications = [...records].filter(([, { table, state }]) => table === 'application' && !state.erased);
  return ({ recruiter }, dossier) => {
    const own = recruiter === null ? [] : valueOf(recruiter, 'departments');
    if (dossier === null || !Array.isArray(own) || own.length === 0) return true;
    const departments = applications
      .filter(([, kept]) => kept.dossier === dossier)
      .map(([id]) => valueOf(valueOf(id, 'vacancyId'), 'department') ?? '');
    return departments.length === 0 || departments.some((one) => one === '' || own.includes(one));
  };
}

export function canonical(state: PackedState): string {
  return canonicalJson(state as unknown as Json);
}
