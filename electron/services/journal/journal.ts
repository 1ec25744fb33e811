import type { ChangeSet } from '../../../shared/changes/change-set.js';
import type { JournalHead } from '../../../shared/host/contract.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { AppendLog } from '../append-log/open-append-log.js';
import { isDiskFull } from '../disk/error-code.js';
import { AnchorKeeper } from './anchor-keeper.js';
import type { Chain } from './chain.js';
import { sealFrame, type KeyOfDossier, type SealedFrame } from './change-set-frame.js';
import { ErasureKeeper } from './erasure-keeper.js';
import { erasuresOf } from './erasures.js';
import { hashFrame, NO_PREVIOUS, type FrameHeader } from './frame-header.js';
import { numberReceived, renewedBy, type Received, type ReceiveOptions, type Writing } from './housekeeping.js';
import { LOG_ERRORS, type JournalErrorCode } from './journal-error.js';
import type { JournalOptions, JournalState } from './journal-options.js';
import { JournalReader } from './journal-reader.js';
import { makeKeys, makeKeysOfPage } from './make-keys.js';
import { startSegment } from './open-segments.js';
import { readPage, type ReadEntry } from './read-page.js';
import { isSameChangeSet } from './same-change-set.js';
import { newDeviceId, type Place, type Segment } from './segment.js';
import { verifyJournal } from './verify-journal.js';

/** The truth: every change set, sealed, in the order in which this laptop saved it. */
export class Journal {
  readonly #options: JournalOptions & { readonly segmentBytes: number };
  readonly #journalId: string;
  #device: string;
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
  /** What sending and forgetting need to know of this journal. */
  readonly reader: JournalReader;

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
    this.reader = new JournalReader(options, this.#segments, this.#keyOf, () => ({
      device: this.#device,
      head: this.#head,
      lastNOf: (device) => this.#chain.heads.get(device)?.n ?? 0,
    }));
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
   * Seals, appends, syncs; what it answers is saved. The same change set again answers the same place. Only under the name
   * that this laptop has now: `journal/behind` where somebody still writes under an older one.
   */
  async append(changeSet: ChangeSet): Promise<Result<{ readonly seq: number }, JournalErrorCode>> {
    return await this.#inTurn(() => this.#append(changeSet));
  }

  /**
   * Takes what others wrote, and this laptop's housekeeping, in one write. What is known by its number and stamp is passed over.
   * Answers how many it wrote.
   */
  async receive(
    received: readonly Received[],
    options: ReceiveOptions,
  ): Promise<Result<{ readonly written: number }, JournalErrorCode>> {
    return await this.#inTurn(() => this.#receive(received, options));
  }

  /** Writes change sets of an older name once more under the name of now, with its next numbers; their stamps stay. */
  async appendAgain(changeSets: readonly ChangeSet[]): Promise<Result<unknown, JournalErrorCode>> {
    return await this.#inTurn(() => {
      const { device, n } = this.head;
      // What they renewed is renewed: their folds know nothing of what came since.
      return this.#write(changeSets.map((one, at) => ({ changeSet: { ...one, device, n: n + 1 + at }, renewed: [] })));
    });
  }

  /** From here on this laptop's change sets are numbered from 1 under a new name, which it answers. */
  async takeName(): Promise<Result<string, JournalErrorCode>> {
    return await this.#inTurn(async () => {
      const device = newDeviceId();
      const begun = await this.#startSegment(device);
      if (!begun.ok) return begun;
      this.#device = device;
      this.#chain.own = device;
      return success(device);
    });
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
    const { device, n } = changeSet;
    const last = this.#chain.heads.get(device)?.n ?? 0;
    if (n <= last) return await this.#findAgain(changeSet);
    if (device !== this.#device) return failure('journal/behind', 'this laptop has another name now');
    if (n !== last + 1) return failure('journal/behind', `${n} instead of ${last + 1}`);
    const written = await this.#write([{ changeSet, renewed: renewedBy(changeSet, device) }], true);
    return written.ok ? success({ seq: this.#head }) : written;
  }

  async #receive(
    received: readonly Received[],
    { sentTo, onlyAt }: ReceiveOptions,
  ): Promise<Result<{ readonly written: number }, JournalErrorCode>> {
    if (onlyAt !== undefined && onlyAt !== this.#head) return failure('journal/behind');
    const lastOf = (device: string): number => this.#chain.heads.get(device)?.n ?? 0;
    const isHere = (device: string, n: number): boolean => this.#places.has(placeKey({ device, n }));
    const stampHere = (one: ChangeSet): Promise<string | null> => this.reader.stampAt(this.#places.get(placeKey(one)));
    const verify = (): Promise<void> => this.verify();
    const numbered = await numberReceived(received, { own: this.#device, lastOf, isHere, stampHere, verify });
    if (!numbered.ok) return numbered;
    const renewedOf = (changeSet: ChangeSet): readonly string[] => renewedBy(changeSet, this.#device);
    const renewed = numbered.value.flatMap(renewedOf);
    const unsent = renewed.length === 0 ? new Set<string>() : await this.reader.unsent(sentTo);
    if (renewed.some((dossier) => unsent.has(dossier))) return failure('journal/not-sent');
    const changes = numbered.value.flatMap((changeSet) => changeSet.changes);
    const keys = await makeKeysOfPage(this.#options, changes); // in one go: a page brings many people
    if (!keys.ok) return keys;
    const hasKey = (dossier: string): boolean => this.#options.dossiers.stateOf(dossier) === 'present';
    const writings = numbered.value.map((one) => ({ changeSet: one, renewed: renewedOf(one).filter(hasKey) }));
    const written = await this.#write(writings);
    return written.ok ? success({ written: writings.length }) : written;
  }

  /** Seals in order, since a dossier may begin anew on the way; writes all of it with one sync, or nothing. */
  async #write(writings: readonly Writing[], refusesErased = false): Promise<Result<null, JournalErrorCode>> {
    if (writings.length === 0) return success(null);
    await this.#rollSegment();
    const { journalKey, dossiers } = this.#options;
    const generationOf = (dossier: string): number => dossiers.generationOf(dossier);
    const hashes = new Map<string, Uint8Array>();
    const sealed: (SealedFrame & { readonly header: FrameHeader; readonly changeSet: ChangeSet })[] = [];
    for (const { changeSet, renewed } of writings) {
      const { device, n, changes } = changeSet;
      const keys = await makeKeys(this.#options, { changes, renewed, refusesErased });
      if (!keys.ok) return keys;
      const previous = hashes.get(device) ?? this.#chain.heads.get(device)?.hash ?? NO_PREVIOUS;
      const header = { device, n, seq: this.#head + sealed.length + 1, previous };
      const frame = sealFrame(header, changeSet, { journalKey, keyOf: this.#keyOf, generationOf, renewed });
      hashes.set(device, hashFrame(frame.body));
      sealed.push({ ...frame, header, changeSet });
    }
    const written = await this.#log.append(...sealed.map(({ body }) => body));
    if (!written.ok) return failure(LOG_ERRORS[written.code], written.detail);
    sealed.forEach(({ header, changeSet, body, envelope }, at) => {
      this.#note(header, changeSet, body, written.value[at]);
      this.#erasures.note(erasuresOf(envelope));
    });
    await this.#erasures.finish();
    if (this.#anchor.isDue) void this.#writeAnchor();
    return success(null);
  }

  #note(header: FrameHeader, { stamp }: ChangeSet, body: Uint8Array, place: Place | undefined): void {
    this.#chain.take(header, body);
    this.#segments.at(-1)?.places?.push(place);
    this.#places.set(placeKey(header), header.seq);
    this.#head = header.seq;
    if (this.#stamp === null || stamp > this.#stamp) this.#stamp = stamp;
    this.#anchor.note(body.length);
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
    await this.#startSegment(this.#device); // without room the old segment goes on; it is only longer than usual
  }

  async #startSegment(device: string): Promise<Result<null, JournalErrorCode>> {
    const head = { v: 1, journalId: this.#journalId, device, firstSeq: this.#head + 1 } as const;
    try {
      const { segment, log } = await startSegment(this.#options, head);
      await this.#log.close();
      if (this.#segments.at(-1)?.path === segment.path) this.#segments.pop();
      this.#segments.push(segment);
      this.#log = log;
      return success(null);
    } catch (error) {
      if (isDiskFull(error)) return failure('journal/disk-full');
      this.#options.onFault(error);
      return failure('journal/write-failed');
    }
  }

  async #verify(): Promise<void> {
    const head = this.#head;
    const chain = await verifyJournal(this.#options, this.#segments, { head, own: this.#device }, (header) => {
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

  async #inTurn<Value>(work: () => Promise<Result<Value, JournalErrorCode>>): Promise<Result<Value, JournalErrorCode>> {
    const mine = this.#queue.then(async () => {
      if (this.#closed) return failure('journal/closed');
      await this.#erasures.finish();
      return await work();
    });
    this.#queue = mine.catch(() => undefined);
    return await mine;
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
