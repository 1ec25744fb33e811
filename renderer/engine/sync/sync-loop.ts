import type { Exchanged, SyncStanding } from '../../../shared/host/sync-standing.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Result } from '../../../shared/lib/result.js';
import type { z } from 'zod';
import { Observable } from '../../data/observable.js';
import type { SyncStatus } from '../../data/sync-status.js';

export interface SyncDeps {
  state(): Promise<Result<SyncStanding, HostErrorCode>>;
  exchange(): Promise<Result<z.infer<typeof Exchanged>, HostErrorCode>>;
  /** Answers when there is news, and in any case after a while. */
  wait(): Promise<Result<{ readonly news: boolean }, HostErrorCode>>;
  /** What came is taken into lists and store. */
  takeIn(): Promise<Result<unknown, HostErrorCode>>;
  /** Once a day, when the host says that it is time: whether something was found that is mended by exchanging on. */
  compare?(): Promise<Result<{ readonly differs: boolean }, HostErrorCode>>;
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** Answers after so many milliseconds. */
  tick(ms: number): Promise<void>;
  /** Told of faults in the program; nothing personal. */
  report(error: unknown): void;
}

/** A laptop that sleeps stops long timers; short ones, and the clock looked at, do not mind. */
const TICK = 5_000;
const FIRST_PAUSE = 2_000;
/** A server that was away for minutes is not waited for as long again, and a hello of each laptop a minute is nothing to it. */
const LONGEST_PAUSE = 60_000;
/** Without any news the server is asked all the same. */
const ASK_EVERY = 3 * 60_000;
/** An exchange that is over sooner is not told of: every note that somebody types would flash. */
const WORTH_TELLING = 1_000;

const UNREACHED: readonly HostErrorCode[] = ['sync/offline', 'sync/unreachable', 'host/unreachable'];

/** Exchanges with the server for as long as the program runs, whatever the browser thinks of the network. */
export class SyncLoop {
  readonly status = new Observable<SyncStatus>({ kind: 'off' });
  readonly standing = new Observable<SyncStanding>(null);
  readonly #deps: SyncDeps;
  #running: Promise<void> | null = null;
  #stopped = false;
  #poked = false;
  #wake: (() => void) | null = null;
  #failures = 0;
  #taking = false;

  constructor(deps: SyncDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#stopped = false;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#running;
  }

  /** Something may have changed: exchange now. */
  readonly poke = (): void => {
    this.#poked = true;
    this.#wake?.();
  };

  /** Something was written here; what only came from others is no reason to ask again. */
  readonly noteChange = (): void => {
    if (!this.#taking) this.poke();
  };

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#once();
      } catch (error) {
        this.#deps.report(error);
        this.#failures += 1;
        await this.#sleep(this.#pause());
      }
    }
  }

  async #once(): Promise<void> {
    this.#poked = false;
    const standing = await this.#look();
    if (standing === null) {
      this.status.set({ kind: 'off' });
      return await this.#sleep(Number.POSITIVE_INFINITY);
    }
    const failed = await this.#exchangeAll(standing.unsent);
    await this.#look();
    if (failed !== null) {
      this.#failures += 1;
      const pause = this.#pause();
      const nextAt = this.#deps.now() + pause;
      this.status.set(
        UNREACHED.includes(failed) ? { kind: 'offline', nextAt } : { kind: 'problem', code: failed, nextAt },
      );
      return await this.#sleep(pause);
    }
    this.#failures = 0;
    this.status.set({ kind: 'online' });
    await this.#awaitNews();
  }

  async #look(): Promise<SyncStanding> {
    const state = await this.#deps.state();
    if (state.ok) this.standing.set(state.value);
    return state.ok ? state.value : this.standing.current();
  }

  /** Rounds until neither side has anything left; a page of what came is taken in before the next is asked for. */
  async #exchangeAll(unsent: number): Promise<HostErrorCode | null> {
    let done = 0;
    const begun = this.#deps.now();
    for (;;) {
      const answer = await this.#deps.exchange();
      if (!answer.ok) return answer.code;
      const { sent, refused, received, more } = answer.value;
      done += sent + received;
      const standing = await this.#look();
      const tells = standing !== null && standing.resend !== null;
      if (received > 0 || refused > 0 || tells || (standing?.toRenew.length ?? 0) > 0) {
        const taken = await this.#takeIn();
        if (!taken.ok) return taken.code;
      }
      if (this.#stopped) return null;
      if (!(more || tells) && !(await this.#mustMend(standing))) return null; // what it told is sent at once
      if (this.#deps.now() - begun < WORTH_TELLING) continue;
      const loading = standing?.loading ?? null;
      this.status.set(
        loading === null
          ? { kind: 'syncing', done, total: unsent > done ? unsent : null }
          : { kind: 'syncing', done: loading.done, total: loading.total },
      );
    }
  }

  /** What cannot be compared at the moment is compared at another time. */
  async #mustMend(standing: SyncStanding): Promise<boolean> {
    if (standing?.compareDue !== true) return false;
    const compared = await this.#deps.compare?.();
    return compared?.ok === true && compared.value.differs;
  }

  async #takeIn(): Promise<Result<unknown, HostErrorCode>> {
    this.#taking = true;
    try {
      return await this.#deps.takeIn();
    } finally {
      this.#taking = false;
    }
  }

  /** Until the server has something new, something was written here, or it is time to ask all the same. */
  async #awaitNews(): Promise<void> {
    const until = this.#deps.now() + ASK_EVERY;
    while (!this.#isWoken() && this.#deps.now() < until) {
      const answer = await Promise.race([this.#deps.wait(), this.#woken()]);
      if (answer === undefined || (answer.ok && answer.value.news)) return;
      if (!answer.ok) return await this.#sleep(FIRST_PAUSE); // the next exchange says what is wrong
    }
  }

  /** Longer after each failure, and never the same for all laptops of a hall. */
  #pause(): number {
    const whole = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(this.#failures, 10));
    return whole * (0.5 + this.#deps.random() / 2);
  }

  async #sleep(ms: number): Promise<void> {
    const until = this.#deps.now() + ms;
    while (!this.#isWoken() && this.#deps.now() < until) {
      const left = Math.min(TICK, until - this.#deps.now());
      await Promise.race([this.#deps.tick(left), this.#woken()]);
    }
  }

  #isWoken(): boolean {
    return this.#stopped || this.#poked;
  }

  #woken(): Promise<undefined> {
    return new Promise((resolve) => {
      this.#wake = () => {
        resolve(undefined);
      };
      if (this.#isWoken()) resolve(undefined);
    });
  }
}
