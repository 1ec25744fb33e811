import type { ChangeSet, Stamp } from '../../shared/changes/change-set.js';

export interface Entry {
  readonly laptop: string;
  readonly changeSet: ChangeSet;
  /**
   * `attempted`: no answer came, it may be there or not. `saved`: it must not be lost. `released`: it was saved on a laptop
   * that was put back, or revoked, before anybody else had it.
   */
  standing: 'attempted' | 'saved' | 'released';
  /** The server had not got it when it revoked the laptop. */
  afterRevocation: boolean;
}

/** Everything that was ever handed to a journal, by its stamp: filed again under another name it keeps that. */
export class Ledger {
  readonly #entries = new Map<Stamp, Entry>();
  /** Changes in all that was saved. */
  changes = 0;

  attempt(laptop: string, changeSet: ChangeSet): Entry {
    const known = this.#entries.get(changeSet.stamp);
    const isSame = JSON.stringify(known?.changeSet.changes) === JSON.stringify(changeSet.changes);
    if (known !== undefined && isSame) return known;
    // What was cut off before it was on the disk is gone, and its stamp is free.
    if (known?.standing === 'saved') throw new Error(`two change sets under one stamp: ${changeSet.stamp}`);
    const entry: Entry = { laptop, changeSet, standing: 'attempted', afterRevocation: false };
    this.#entries.set(changeSet.stamp, entry);
    return entry;
  }

  save(entry: Entry): void {
    if (entry.standing === 'attempted') this.changes += entry.changeSet.changes.length;
    entry.standing = entry.afterRevocation ? 'released' : 'saved';
  }

  /** The journal answered that it did not write it, and it is written again under another stamp. */
  withdraw(entry: Entry): void {
    if (entry.standing === 'attempted') this.#entries.delete(entry.changeSet.stamp);
  }

  /** Saved change sets that are nowhere any more, neither on the server nor in a journal that still counts, may be lost. */
  release(isSomewhere: (stamp: Stamp) => boolean): void {
    for (const [stamp, entry] of this.#entries) {
      if (entry.standing === 'saved' && !isSomewhere(stamp)) entry.standing = 'released';
    }
  }

  /** What the server has not got from a laptop that is revoked now, it never takes. */
  revoke(laptop: string, hasArrived: (stamp: Stamp) => boolean): void {
    for (const [stamp, entry] of this.#entries) {
      if (entry.laptop === laptop && !hasArrived(stamp)) entry.afterRevocation = true;
    }
  }

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }
}
