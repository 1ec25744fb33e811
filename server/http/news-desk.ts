import type { Database } from '../database/database.js';
import { NEWS } from '../store/push-change-sets.js';

/** Hears from the store, once for the whole node, when an organisation's log grew, and tells whoever waits for it here. */
export class NewsDesk {
  readonly #waiting = new Map<string, Set<() => void>>();
  #stop: (() => Promise<void>) | null = null;

  async open(database: Database): Promise<void> {
    this.#stop = await database.listen(NEWS, (payload) => {
      const organisation = payload?.split(' ')[0];
      // Something may have been missed: everybody looks.
      const told = organisation === undefined ? [...this.#waiting.values()] : [this.#waiting.get(organisation) ?? []];
      for (const waiting of told) for (const tell of waiting) tell();
    });
  }

  /** Calls `tell` whenever there may be something new. Answers how to stop. */
  wait(organisation: string, tell: () => void): () => void {
    const waiting = this.#waiting.get(organisation) ?? new Set();
    this.#waiting.set(organisation, waiting.add(tell));
    return () => {
      waiting.delete(tell);
      if (waiting.size === 0 && this.#waiting.get(organisation) === waiting) this.#waiting.delete(organisation);
    };
  }

  async close(): Promise<void> {
    await this.#stop?.();
    this.#stop = null;
  }
}
