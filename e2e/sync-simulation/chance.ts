import { seededRandom } from '../../electron/services/testing/seeded-random.js';

/** Everything that a seed decides. */
export class Chance {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seededRandom(seed);
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  oneOf<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('there is nothing to choose from');
    return value;
  }

  /** 32 hexadecimal digits. */
  id(): string {
    return Array.from({ length: 32 }, () => this.below(16).toString(16)).join('');
  }
}
