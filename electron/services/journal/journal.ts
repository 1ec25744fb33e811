import type { ChangeSet } from '../../../shared/changes/change-set.js';
import type { JournalHead } from '../../../shared/host/contract.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { AppendLog, AppendLogErrorCode } from '../append-log/open-append-log.js';
import { isDiskFull } from '../disk/error-code.js';
import { AnchorKeeper } from './anchor-keeper.js';
import type { Chain } from './chain.js';
import { dossiersToSeal, sealFrame, type KeyOfDossier } from './change-set-frame.js';
import { ErasureKeeper } from './erasure-keeper.js';
import { erasuresOf, namedByFolds, renewedDossiers } from './erasures.js';
import { NO_PREVIOUS, type FrameHeader } from './frame-header.js';
import type { JournalOptions, JournalState } from './journal-options.js';
import { startSegment } from './open-segments.js';
import { readPage, type ReadEntry } from './read-page.js';
import { isSameChangeSet } from './same-change-set.js';
import type { Place, Segment } from './segment.js';
import { verifyJournal } from './verify-journal.js';

export type JournalErrorCode =
  | 'journal/behind'
  | 'journal/different-change-set'
  | 'journal/disk-full'
  | 'journal/write-failed'
  | 'journal/closed'
  | 'keyring/erased';

const LOG_ERRORS = {
  'log/disk-full': 'journal/disk-full',
  'log/write-failed': 'journal/write-failed',
  'log/closed': 'journal/closed',
} as const satisfies Record<AppendLogErrorCode, JournalErrorCode>;

/** The truth: every change set, sealed, in the order in which this laptop saved it. */
export class Journal {
  readonly #options: JournalOptions & { readonly segmentBytes: number };
  readonly #journalId: string;
  readonly #device: string;
  readonly #rolledBack: boolean;
  readonly #segments: Segment[];
  readonly #places: Map<string, number>;
  #chain: Chain;
  #log: AppendLog;
  #head: number;
  #stamp: string | null;
  #closed = false;
  #queue: Promise<unknown> = Promise.resolve();
  #verifying: Promise<void> | null = null;
  #verified = false;
  readonly #anchor: AnchorKeeper;
  readonly #erasures: ErasureKeeper;

  private constructor(options: JournalOptions & { readonly segmentBytes: number }, state: JournalState) {
    this.#options = options;
    this.#anchor = new AnchorKeeper(options);
    this.#journalId = state.journalId;
    this.#device = state.device;
    this.#rolledBack = state.rolledBack;
    this.#segments = state.segments;
    this.#places = new Map(state.places);
    this.#chain = state.chain;
    this.#log = state.log;
    this.#stamp = state.stamp;
    const last = state.segments.at(-1);
    this.#head = last === undefined ? 0 : last.firstSeq - 1 + (last.places?.length ?? 0);
    this.#erasures = new ErasureKeeper(options, state.erasures);
  }

  /** Finishes what a killed program left to do. Use `openJournal`. */
  static async start(
    options: JournalOptions & { readonly segmentBytes: number },
    state: JournalState,
  ): Promise<Journal> {
    const journal = new Journal(options, state);
    await journal.#erasures.finish();
    return journal;
  }

  get head(): JournalHead {
    return {
      device: this.#device,
      seq: this.#head,
      n: this.#chain.heads.get(this.#device)?.n ?? 0,
      stamp: this.#stamp,
      journalId: this.#journalId,
      damaged: [...this.#chain.damaged.values()].sort((a, b) => a.seq - b.seq),
      rolledBack: this.#rolledBack,
    };
  }

  /**
   * Seals, appends, syncs; what it answers is saved. The same change set again answers the same place. A change set of
   * another device keeps its own (device, n).
   */
  async append(changeSet: ChangeSet): Promise<Result<{ readonly seq: number }, JournalErrorCode>> {
    const mine = this.#queue.then(() => this.#append(changeSet));
    this.#queue = mine.catch(() => undefined);
    return await mine;
  }

  /** At most `limit` frames after a place, fewer when they are long; none only at the head. */
  async read(after: number, limit: number): Promise<{ readonly entries: readonly ReadEntry[]; readonly head: number }> {
    const head = this.#head;
    const entries = await readPage(this.#options, this.#segments, { after, limit, head }, this.#keyOf);
    for (const { seq, damaged } of entries) {
      if (damaged && !this.#chain.damaged.has(seq)) this.#chain.damaged.set(seq, { seq, device: null, n: null });
    }
    return { entries, head };
  }

  /** Checks the whole journal, once; `head.damaged` is complete afterwards. */
  async verify(): Promise<void> {
    this.#verifying ??= this.#verify();
    await this.#verifying;
  }

  /** Waits for what is being written and leaves an anchor behind. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#queue;
    await this.#verifying?.catch(() => undefined);
    await this.#erasures.settled();
    await this.#writeAnchor();
    await this.#log.close();
  }

  async #append(changeSet: ChangeSet): Promise<Result<{ readonly seq: number }, JournalErrorCode>> {
    if (this.#closed) return failure('journal/closed');
    await this.#erasures.finish();
    const { device, n } = changeSet;
    const known = this.#chain.heads.get(device);
    if (known !== undefined && n <= known.n) return await this.#findAgain(changeSet);
    const expected = known === undefined && device !== this.#device ? n : (known?.n ?? 0) + 1;
    if (n !== expected) return failure('journal/behind', `${n} instead of ${expected}`);
    // Another laptop's folds know nothing of what only this one holds: renewing here is a change set of this laptop's own.
    const renewed = device === this.#device ? renewedDossiers(changeSet.changes) : [];
    const keys = await this.#makeKeys(changeSet, renewed);
    if (!keys.ok) return keys;
    await this.#rollSegment();
    const header: FrameHeader = { device, n, seq: this.#head + 1, previous: known?.hash ?? NO_PREVIOUS };
    const { journalKey, dossiers } = this.#options;
    const generationOf = (dossier: string): number => dossiers.generationOf(dossier);
    const { body, envelope } = sealFrame(header, changeSet, { journalKey, keyOf: this.#keyOf, generationOf, renewed });
    const written = await this.#log.append(body);
    if (!written.ok) return failure(LOG_ERRORS[written.code], written.detail);
    this.#note(header, changeSet, body, written.value[0]);
    this.#erasures.note(erasuresOf(envelope));
    await this.#erasures.finish();
    if (this.#anchor.isDue) void this.#writeAnchor();
    return success({ seq: header.seq });
  }

  #note(header: FrameHeader, { stamp }: ChangeSet, body: Uint8Array, place: Place | undefined): void {
    this.#chain.take(header, body);
    this.#segments.at(-1)?.places?.push(place);
    this.#places.set(placeKey(header), header.seq);
    this.#head = header.seq;
    if (this.#stamp === null || stamp > this.#stamp) this.#stamp = stamp;
    this.#anchor.note(body.length);
  }

  /** An own change to an erased dossier is refused; what others still send of it is left out when it is sealed. */
  async #makeKeys({ device, changes }: ChangeSet, renewed: readonly string[]): Promise<Result<null, JournalErrorCode>> {
    const { dossiers } = this.#options;
    const wanted = [...dossiersToSeal(changes)];
    const living = wanted.filter((dossier) => dossiers.stateOf(dossier) !== 'erased');
    if (device === this.#device && living.length < wanted.length) return failure('keyring/erased');
    const ensured = await dossiers.ensure(living);
    const ready = ensured.ok && renewed.length > 0 ? await this.#renew(changes, renewed) : ensured;
    if (ready.ok) return ready;
    if (ready.code === 'keyring/erased') return failure('keyring/erased');
    const isFull = ready.code === 'log/disk-full' || ready.code === 'file/disk-full';
    return failure(isFull ? 'journal/disk-full' : 'journal/write-failed', ready.detail);
  }

  /** Until the frame is saved both keys open what they sealed: cut off here, nothing was erased and nothing is lost. */
  async #renew(changes: ChangeSet['changes'], renewed: readonly string[]): Promise<Result<null>> {
    const { dossiers, renewFiles } = this.#options;
    const made = await dossiers.renew(renewed);
    return made.ok ? await renewFiles(namedByFolds(changes, renewed)) : made;
  }

  async #findAgain(changeSet: ChangeSet): Promise<Result<{ readonly seq: number }, JournalErrorCode>> {
    let seq = this.#places.get(placeKey(changeSet));
    if (seq === undefined && !this.#verified) {
      await this.verify();
      seq = this.#places.get(placeKey(changeSet));
    }
    if (seq === undefined) return failure('journal/different-change-set', 'its place is damaged');
    const { entries } = await this.read(seq - 1, 1);
    const there = entries[0]?.changeSet ?? null;
    const same = there === null ? this.#isErasure(changeSet) : isSameChangeSet(there, changeSet);
    return same ? success({ seq }) : failure('journal/different-change-set');
  }

  /** Whether nothing of a change set could be left, because all its dossiers were erased or began anew. */
  #isErasure({ changes }: ChangeSet): boolean {
    return changes.every(({ dossier }) => dossier !== null && this.#options.dossiers.stateOf(dossier, 1) === 'erased');
  }

  async #rollSegment(): Promise<void> {
    if (this.#log.size < this.#options.segmentBytes) return;
    const head = { v: 1, journalId: this.#journalId, device: this.#device, firstSeq: this.#head + 1 } as const;
    try {
      const { segment, log } = await startSegment(this.#options, head);
      await this.#log.close();
      this.#segments.push(segment);
      this.#log = log;
    } catch (error) {
      if (!isDiskFull(error)) this.#options.onFault(error); // the old segment goes on; it is only longer than usual
    }
  }

  async #verify(): Promise<void> {
    const head = this.#head;
    const chain = await verifyJournal(this.#options, this.#segments, head, (header) => {
      this.#places.set(placeKey(header), header.seq);
    });
    this.#verified = true;
    for (const [seq, frame] of chain.damaged) this.#chain.damaged.set(seq, this.#chain.damaged.get(seq) ?? frame);
  }

  async #writeAnchor(): Promise<void> {
    if (!this.#erasures.isDone) return;
    const state = { journalId: this.#journalId, seq: this.#head, stamp: this.#stamp, chain: this.#chain };
    await this.#anchor.write(state);
  }

  readonly #keyOf: KeyOfDossier = (dossier, generation) => {
    const { dossiers } = this.#options;
    return (
      dossiers.keyOf(dossier, generation) ?? (dossiers.stateOf(dossier, generation) === 'erased' ? null : undefined)
    );
  };
}

function placeKey({ device, n }: { readonly device: string; readonly n: number }): string {
  return `${device} ${n}`;
}
