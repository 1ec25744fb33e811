import 'fake-indexeddb/auto';

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

Object.defineProperty(globalThis, 'navigator', { value: { locks: new LocksInOneProcess() }, configurable: true });
