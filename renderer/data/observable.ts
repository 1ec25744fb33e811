/** A value that screens follow with `useSyncExternalStore`. */
export class Observable<Value> {
  #value: Value;
  readonly #listeners = new Set<() => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  readonly current = (): Value => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  set(value: Value): void {
    this.#value = value;
    this.notify();
  }

  /** Tells listeners that the value changed in place. */
  notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
