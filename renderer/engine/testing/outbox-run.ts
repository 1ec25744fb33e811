import { vi } from 'vitest';
import type { MessageId } from '../../../shared/records/primitives.js';
import { Outbox, TICK } from '../outbox.js';
import type { OutboxDeps } from '../outbox-deps.js';
import { OutboxWorld } from './outbox-world.js';

/** A world and an outbox in it, under fake timers. */
export class OutboxRun {
  readonly world = new OutboxWorld();
  outbox = new Outbox(this.world.deps());

  /** With some of its ports changed. */
  change(change: (original: OutboxDeps) => Partial<OutboxDeps>): void {
    const original = this.world.deps();
    this.outbox = new Outbox({ ...original, ...change(original) });
  }

  /** Starts and lets everything that needs no time happen. */
  async start(): Promise<void> {
    this.outbox.start();
    await this.settle();
  }

  async settle(): Promise<void> {
    await vi.advanceTimersByTimeAsync(0);
  }

  /** Time goes by, ticks and all; milliseconds. */
  async pass(duration: number): Promise<void> {
    for (let left = duration; left > 0; left -= TICK) {
      this.world.now += Math.min(left, TICK);
      await vi.advanceTimersByTimeAsync(Math.min(left, TICK));
    }
  }

  calls(channel: string): number {
    return this.world.calls.filter((call) => call.channel === channel).length;
  }

  states(...ids: readonly MessageId[]): readonly string[] {
    return ids.map((id) => this.world.row(id).state);
  }
}
