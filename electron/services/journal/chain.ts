import type { DamagedFrame } from './damaged-frame.js';
import { hashFrame, NO_PREVIOUS, type FrameHeader } from './frame-header.js';

export interface ChainHead {
  readonly n: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  /** A frame of this device was lost here: what its next one must name is not known. */
  readonly afterLoss: boolean;
}

/**
 * The newest frame of each device, and what could not be read: one hash chain a device, over the ciphertext. Numbers of
 * this laptop (`own`) follow each other. Those of others have gaps, where this laptop may not see something, and what was
 * damaged here may arrive once more: of them the hashes alone must fit.
 */
export class Chain {
  own: string | null;
  readonly heads = new Map<string, ChainHead>();
  readonly damaged = new Map<number, DamagedFrame>();
  /** The last damaged frame of which not even the device is known; 0 when there is none. */
  #lastUnknown = 0;

  constructor(own: string | null) {
    this.own = own;
  }

  /** Takes the next readable frame. One that does not continue its device's chain is named as damaged. */
  take(header: FrameHeader, body: Uint8Array): void {
    const { device, n, seq } = header;
    if (!this.#continues(header)) this.damaged.set(seq, { seq, device, n });
    this.#advance(device, { n, seq, hash: hashFrame(body), afterLoss: false });
  }

  /** Notes a frame that cannot be read; `header` is what it still says of itself. */
  lose(seq: number, header: FrameHeader | null): void {
    if (header?.seq !== seq) {
      this.damaged.set(seq, { seq, device: null, n: null });
      this.#lastUnknown = Math.max(this.#lastUnknown, seq);
      return;
    }
    const { device, n } = header;
    this.damaged.set(seq, { seq, device, n });
    const hash = this.heads.get(device)?.hash ?? NO_PREVIOUS;
    this.#advance(device, { n, seq, hash, afterLoss: true });
  }

  /** Whether a lost frame may have been this device's, so that its last number is not known. */
  isUncertain(device: string): boolean {
    return this.#lastUnknown > (this.heads.get(device)?.seq ?? 0);
  }

  #advance(device: string, head: ChainHead): void {
    const before = this.heads.get(device)?.n ?? 0;
    this.heads.set(device, { ...head, n: device === this.own ? head.n : Math.max(before, head.n) });
  }

  #continues({ device, n, previous }: FrameHeader): boolean {
    const head = this.heads.get(device);
    const isOwn = device === this.own;
    if (this.isUncertain(device)) return !isOwn || n > (head?.n ?? 0);
    if (head === undefined) return Buffer.from(previous).equals(NO_PREVIOUS);
    const follows = !isOwn || n === head.n + 1;
    return follows && (head.afterLoss || Buffer.from(previous).equals(head.hash));
  }
}
