import { SECOND } from '../../shared/lib/time.js';
import type { Database } from '../database/database.js';
import { FILE_NEWS, NEWS } from '../store/news.js';

/** Told which of both may have grown. */
type Tell = (what: 'log' | 'file') => void;

/** News of files wait so long for more, in milliseconds: each time, every laptop that waits for a file asks for all of its own. */
const GATHERED = 2 * SECOND;
/** So often each is told: who asked just before it, and was fetching others when it was told first, hears of it too. */
const TIMES = 3;

/** Hears from the store, once for the whole node, when an organisation's log grew, and tells whoever waits for it here. */
export class NewsDesk {
  readonly #waiting = new Map<string, Set<Tell>>();
  /** Organisations of which files became whole, and how often it is still to be told. */
  readonly #gathering = new Map<string, { readonly timer: NodeJS.Timeout; times: number }>();
  #stop: (() => Promise<void>) | null = null;

  async open(database: Database): Promise<void> {
    this.#stop = await database.listen(NEWS, (payload) => {
      const [organisation, what] = payload?.split(' ') ?? [];
      // Something may have been missed: everybody looks.
      if (organisation === undefined) for (const one of this.#waiting.keys()) this.#tell(one, 'log');
      else if (what === FILE_NEWS) this.#gather(organisation);
      else this.#tell(organisation, 'log');
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
    for (const { timer } of this.#gathering.values()) clearInterval(timer);
    this.#gathering.clear();
  }

  #gather(organisation: string): void {
    const there = this.#gathering.get(organisation);
    if (there !== undefined) {
      there.times = TIMES;
      return;
    }
    const tell = (): void => {
      gathering.times -= 1;
      if (gathering.times === 0) {
        clearInterval(gathering.timer);
        this.#gathering.delete(organisation);
      }
      this.#tell(organisation, 'file');
    };
    const gathering = { timer: setInterval(tell, GATHERED), times: TIMES };
    this.#gathering.set(organisation, gathering);
  }

  #tell(organisation: string, what: 'log' | 'file'): void {
    for (const tell of this.#waiting.get(organisation) ?? []) tell(what);
  }
}
