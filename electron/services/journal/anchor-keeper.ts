import { performance } from 'node:perf_hooks';
import type { Disk } from '../disk/disk.js';
import { writeAnchor, type Anchor } from './anchor.js';
import type { Chain } from './chain.js';

/** An anchor is due after so many frames, bytes or milliseconds: what lies behind the last one is checked at start. */
const FRAMES = 256;
const BYTES = 4 * 1024 * 1024;
const MILLISECONDS = 60_000;

export interface AnchorKeeperOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly journalKey: Uint8Array;
  /** A failure costs nothing but the next start some time. */
  readonly onFault: (error: unknown) => void;
}

export interface AnchoredState {
  readonly journalId: string;
  readonly seq: number;
  readonly stamp: string | null;
  readonly chain: Chain;
}

/** Writes down now and then how far the journal goes, so that a start need not check it all, and a cut-off end is seen. */
export class AnchorKeeper {
  readonly #options: AnchorKeeperOptions;
  #frames = 0;
  #bytes = 0;
  #last = performance.now();
  #queue: Promise<void> = Promise.resolve();

  constructor(options: AnchorKeeperOptions) {
    this.#options = options;
  }

  /** Counts an appended frame. */
  note(bytes: number): void {
    this.#frames++;
    this.#bytes += bytes;
  }

  get isDue(): boolean {
    return this.#frames >= FRAMES || this.#bytes >= BYTES || performance.now() - this.#last >= MILLISECONDS;
  }

  /** The state as it is when this is called, whatever is appended meanwhile. */
  async write(state: AnchoredState): Promise<void> {
    const anchor = toAnchor(state);
    this.#frames = 0;
    this.#bytes = 0;
    this.#last = performance.now();
    const { disk, folder, journalKey, onFault } = this.#options;
    const mine = this.#queue.then(() => writeAnchor(disk, folder, journalKey, anchor)).catch(onFault);
    this.#queue = mine;
    await mine;
  }
}

function toAnchor({ journalId, seq, stamp, chain }: AnchoredState): Anchor {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  const heads = [...chain.heads].map(([device, head]) => ({ ...head, device, hash: hex(head.hash) }));
  const hash = heads.find((head) => head.seq === seq && !head.afterLoss)?.hash ?? '';
  return { v: 1, journalId, seq, hash, stamp, heads, damaged: [...chain.damaged.values()] };
}
