import { afterEach, describe, expect, it } from 'vitest';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import { failure, success } from '../../../shared/lib/result.js';
import type { SyncStatus } from '../../data/sync-status.js';
import { SyncLoop, type SyncDeps } from './sync-loop.js';

const JOINED: NonNullable<SyncStanding> = {
  server: 'https://sync.example.com',
  organisation: { id: 'o', name: 'Norrvik' },
  recruiterId: null,
  laptop: 'Stand',
  unsent: 0,
  contactAt: null,
  skew: 0,
  problem: null,
  loading: null,
  toRenew: [],
  brings: false,
  resend: null,
};

/** A server and a clock that only move when a test says so. */
class World implements SyncDeps {
  standing: SyncStanding = JOINED;
  fails: HostErrorCode | null = null;
  rounds = 1;
  /** How long a round lasts, in milliseconds. */
  lasts = 0;
  exchanges: number[] = [];
  taken = 0;
  time = 0;
  readonly seen: SyncStatus['kind'][] = [];
  readonly #waiting: { readonly at: number; readonly go: () => void }[] = [];
  readonly loop = new SyncLoop(this);

  constructor() {
    this.loop.status.subscribe(() => this.seen.push(this.loop.status.current().kind));
  }

  readonly state = () => Promise.resolve(success(this.standing));
  readonly exchange = async () => {
    this.exchanges.push(this.time);
    if (this.lasts > 0) await this.tick(this.lasts);
    if (this.fails !== null) return failure(this.fails);
    this.rounds -= 1;
    return success({ sent: 1, refused: 0, received: 2, more: this.rounds > 0 });
  };
  readonly wait = async () => {
    await this.tick(25_000);
    return success({ news: false });
  };
  readonly takeIn = () => {
    this.taken += 1;
    this.loop.noteChange(); // the lists tell of what came, too
    return Promise.resolve(success(null));
  };
  compared = 0;
  differs = false;
  readonly compare = () => {
    this.compared += 1;
    this.standing = { ...JOINED, compareDue: false };
    return Promise.resolve(success({ differs: this.differs }));
  };
  readonly now = () => this.time;
  readonly random = () => 1;
  readonly report = (error: unknown) => {
    throw error;
  };
  readonly tick = (ms: number) =>
    new Promise<void>((resolve) => {
      this.#waiting.push({ at: this.time + ms, go: resolve });
    });

  /** Lets everything happen that happens by itself, then moves the clock on. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left >= 0; left -= 500) {
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      const due = this.#waiting.filter(({ at }) => at <= this.time);
      for (const one of due) {
        this.#waiting.splice(this.#waiting.indexOf(one), 1);
        one.go();
      }
      this.time += 500;
    }
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }
}

let world: World;

afterEach(async () => {
  const stopped = world.loop.stop();
  await world.pass(0);
  await stopped;
});

describe('Sync', () => {
  it('asks nobody while this laptop belongs to no organisation, and begins when it does', async () => {
    world = new World();
    world.standing = null;
    world.loop.start();
    await world.pass(60_000);
    expect(world.exchanges).toEqual([]);
    world.standing = JOINED;
    world.loop.poke();
    await world.pass(0);
    expect(world.exchanges).toHaveLength(1);
    expect(world.loop.status.current()).toEqual({ kind: 'online' });
  });

  it('goes on until nothing is left, each page taken in before the next is asked for', async () => {
    world = new World();
    world.rounds = 3;
    world.lasts = 2_000;
    world.loop.start();
    await world.pass(10_000);
    expect(world.exchanges).toHaveLength(3);
    expect(world.taken).toBe(3);
    expect(world.seen).toEqual(['syncing', 'syncing', 'online']);
  });

  it('tells of no exchange that is over at once: the word would only flash', async () => {
    world = new World();
    world.rounds = 3;
    world.loop.start();
    await world.pass(10_000);
    expect(world.exchanges).toHaveLength(3);
    expect(world.seen).toEqual(['online']);
  });

  it('is not set going by what came from others, but by what is written here', async () => {
    world = new World();
    world.loop.start();
    await world.pass(10_000);
    expect(world.exchanges).toHaveLength(1);
    world.loop.noteChange();
    await world.pass(0);
    expect(world.exchanges).toHaveLength(2);
  });

  it('compares when it is time, once everything is exchanged, and exchanges on where something differs', async () => {
    world = new World();
    world.rounds = 2;
    world.differs = true;
    world.standing = { ...JOINED, compareDue: true };
    world.loop.start();
    await world.pass(0);
    expect(world.compared).toBe(1);
    expect(world.exchanges).toHaveLength(3);
    expect(world.loop.status.current()).toEqual({ kind: 'online' });
  });

  it('asks all the same every few minutes', async () => {
    world = new World();
    world.loop.start();
    await world.pass(10 * 60_000);
    expect(world.exchanges.length).toBeGreaterThanOrEqual(3);
    expect(world.exchanges.length).toBeLessThanOrEqual(5);
  });

  it('waits longer after each failure, never beyond a minute, and says that it is offline and when it tries again', async () => {
    world = new World();
    world.fails = 'sync/unreachable';
    world.loop.start();
    await world.pass(40 * 60_000);
    const pauses = world.exchanges.slice(1).map((at, before) => at - (world.exchanges[before] ?? 0));
    expect(pauses.slice(0, 3)).toEqual([...pauses.slice(0, 3)].sort((a, b) => a - b));
    expect(Math.max(...pauses)).toBeGreaterThan(45_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(61_000);
    const status = world.loop.status.current();
    const last = world.exchanges.at(-1) ?? 0;
    expect(status).toEqual({ kind: 'offline', nextAt: expect.any(Number) as number });
    expect('nextAt' in status && (status.nextAt ?? 0) - last).toBeGreaterThan(29_000);
    expect('nextAt' in status && (status.nextAt ?? 0) - last).toBeLessThanOrEqual(60_000);
  });

  it('names what somebody has to put right, and tries at once when it is poked', async () => {
    world = new World();
    world.fails = 'sync/revoked';
    world.loop.start();
    await world.pass(0);
    expect(world.loop.status.current()).toMatchObject({ kind: 'problem', code: 'sync/revoked' });
    world.fails = null;
    world.loop.poke();
    await world.pass(0);
    expect(world.loop.status.current()).toEqual({ kind: 'online' });
  });
});
