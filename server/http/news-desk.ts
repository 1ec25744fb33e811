import type { Database } from '../database/database.js';
import { FILE_NEWS, NEWS } from '../store/news.js';

/** Told which of both may have grown. */
type Tell = (what: 'log' | 'file') => void;

/** Hears from the store, once for the whole node, when an organisation's log grew, and tells whoever waits for it here. */
export class NewsDesk {
  readonly #waiting = new Map<string, Set<Tell>>();
  #stop: (() => Promise<void>) | null = null;

  async open(database: Database): Promise<void> {
    this.#stop = await database.listen(NEWS, (payload) => {
      const [organisation, what] = payload?.split(' ') ?? [];
      // Something may have been missed: everybody looks.
      const told = organisation === undefined ? [...this.#waiting.values()] : [this.#waiting.get(organisation) ?? []];
      for (const waiting of told) for (const tell of waiting) tell(what === FILE_NEWS ? 'file' : 'log');
    });
  }

  /** Calls `tell` whenever there may be something new. Answers how to stop. */
  wait(organisation: string, tell: Tell): () => void {
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
