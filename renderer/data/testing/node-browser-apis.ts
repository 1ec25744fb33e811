import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

/** What Node 20 lacks of a browser: exclusive locks by name, in one process. */
class LocksInOneProcess {
  readonly #held = new Map<string, Promise<unknown>>();

  async request<Value>(name: string, ...rest: readonly unknown[]): Promise<Value> {
    const run = rest.at(-1) as (lock: { name: string } | null) => Promise<Value>;
    const options = rest.length > 1 ? (rest[0] as { ifAvailable?: boolean }) : {};
    const before = this.#held.get(name);
    if (before !== undefined && options.ifAvailable === true) return await run(null);
    const mine = (before ?? Promise.resolve()).catch(() => undefined).then(() => run({ name }));
    this.#held.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.#held.get(name) === mine) this.#held.delete(name);
    }
  }
}

// Runs before each test file: none finds a lock or a database that another left.
Object.defineProperty(globalThis, 'indexedDB', { value: new IDBFactory(), configurable: true });
// Where no language is, pdf.js puts a navigator of its own in this one's place.
const navigator = { locks: new LocksInOneProcess(), language: 'en' };
Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
