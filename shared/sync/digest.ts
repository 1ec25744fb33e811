import type { PackedState } from '../changes/change-set.js';
import { canonicalJson, type Json } from '../lib/json.js';

/** The text of a record whose SHA-256 the digest sums up: docs/sync-protocol.md. `state` is canonical. */
export function digestedText(table: string, id: string, state: string): string {
  return `${table} ${id} ${state}`;
}

/** A packed state as canonical JSON. */
export function canonicalState(state: PackedState): string {
  // It is JSON through and through; its type says more than that.
  return canonicalJson(state as unknown as Json);
}

/** Sums up records as `GET /v1/digest` does it. */
export class DigestSums {
  readonly #sums = new Map<string, bigint>();

  /** `hash`: the first 8 bytes of the SHA-256 of a record's text, big-endian. */
  add(id: string, hash: bigint): void {
    const bucket = id.slice(0, 2);
    this.#sums.set(bucket, BigInt.asUintN(64, (this.#sums.get(bucket) ?? 0n) + hash));
  }

  /** By the first two digits of the ids, 16 hexadecimal digits each. */
  get buckets(): Record<string, string> {
    return Object.fromEntries([...this.#sums].map(([bucket, sum]) => [bucket, sum.toString(16).padStart(16, '0')]));
  }
}
