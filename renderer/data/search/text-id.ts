/** An id of 32 hexadecimal digits as four words. */
export function idToWords(id: string): Uint32Array {
  return Uint32Array.from([0, 8, 16, 24], (at) => parseInt(id.slice(at, at + 8), 16));
}

/** The id that stands as four words from `at` times four on. */
export function idFromWords(words: Uint32Array, at: number): string {
  let id = '';
  for (let word = at * 4; word < at * 4 + 4; word++) id += (words[word] ?? 0).toString(16).padStart(8, '0');
  return id;
}

/** Ids to look for among those of a segment. */
export class IdSet {
  /** By their first word, which seldom two have in common. */
  readonly #byFirst = new Map<number, Uint32Array[]>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) {
      const words = idToWords(id);
      const first = words[0] ?? 0;
      const same = this.#byFirst.get(first);
      if (same === undefined) this.#byFirst.set(first, [words]);
      else same.push(words);
    }
  }

  /** Whether the id at this place of `ids` is one of them. */
  holds(ids: Uint32Array, at: number): boolean {
    const candidates = this.#byFirst.get(ids[at * 4] ?? 0);
    return candidates?.some((words) => words.every((word, n) => word === ids[at * 4 + n])) === true;
  }
}
