import type { FilePlace } from '../../../../shared/host/sync-standing.js';
import { failure, success } from '../../../../shared/lib/result.js';
import { FILE_PART, FILES_AT_ONCE, type KnownFile } from '../../../../shared/sync/protocol.js';
import type { FileStore } from '../../files/file-store.js';
import { asStep, type Round, type Step } from '../round.js';
import type { SealedFile } from '../sync-state.js';
import type { SyncTrouble } from '../sync-trouble.js';
import { fetchPart } from './fetch-part.js';
import { FileSender } from './file-sender.js';
import { WaitingFiles, type FileJournal } from './waiting-files.js';
import type { WaitingFile, WaitingList } from './waiting-list.js';

export interface FileExchangePorts {
  readonly journal: FileJournal;
  readonly list: SealedFile<WaitingList>;
  readonly files: FileStore;
  /** What has come so far of files that are not whole, sealed like them. */
  readonly incoming: FileStore;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** What is known of a waiting file since the program started. */
interface Asked {
  readonly at: number;
  readonly here: boolean;
  /** What the server has; null where it has not got it whole. */
  readonly known: KnownFile | null;
  /** Wrong bytes came, or the server does not take it: not at once again. */
  readonly inVain: boolean;
}

/** Requests in one step, so that change sets never wait long. */
const REQUESTS = 10;
/** Milliseconds until it is asked again after what neither side could mend at once. */
const ASK_AGAIN = 5_000;
const TRY_AGAIN = 10 * 60_000;

/** The files of the dossiers, both ways, one request after the other. Between any two it may be killed. */
export class FileExchange {
  readonly #ports: FileExchangePorts;
  readonly #waiting: WaitingFiles;
  readonly #sender: FileSender;
  readonly #asked = new Map<string, Asked>();
  /** Nothing opens them: where the server has them, they come once more. */
  readonly #unreadable = new Set<string>();

  constructor(ports: FileExchangePorts) {
    this.#ports = ports;
    this.#waiting = new WaitingFiles(ports.list, ports.journal);
    this.#sender = new FileSender(ports.files);
  }

  /** Whether a step could have something to do. */
  async hasWork(epoch: string): Promise<boolean> {
    await this.#waiting.open(epoch);
    return this.#waiting.isBehind || this.#waiting.count > 0;
  }

  /** Moves about one part. Everything that names files up to `sentTo` is on the server. True where there is more at once. */
  async step(round: Round, sentTo: number): Promise<Step<boolean>> {
    await this.#waiting.open(round.state.epoch);
    const isRead = await this.#waiting.read(sentTo);
    let more = true;
    for (let requests = 0, bytes = 0; requests < REQUESTS && bytes < FILE_PART; requests++) {
      const moved = await this.#one(round);
      if (!moved.ok) return moved;
      more = moved.value !== null;
      if (moved.value === null) break;
      bytes += moved.value;
    }
    await this.#waiting.write();
    return success(more || !isRead);
  }

  /**
   * Dossiers that left sight with a file that lies here and is still to be sent, unless that was tried in vain; null while the
   * journal is being read.
   */
  async dossiersToSend(round: Round, sentTo: number): Promise<ReadonlySet<string> | null> {
    await this.#waiting.open(round.state.epoch);
    if (!(await this.#waiting.read(sentTo))) return null;
    const leaving = new Set<string | null>(round.state.leaving);
    const dossiers = new Set<string>();
    for (const { file, dossier } of this.#waiting.inOrder().filter((one) => leaving.has(one.dossier))) {
      const isInVain = this.#asked.get(file)?.inVain === true || this.#unreadable.has(file);
      if (dossier !== null && !isInVain && (await this.#ports.files.has(file))) dossiers.add(dossier);
    }
    return dossiers;
  }

  /** Files that are to be sent or fetched. */
  async count(epoch: string): Promise<number> {
    await this.#waiting.open(epoch);
    return this.#waiting.count;
  }

  async placeOf(file: string, epoch: string): Promise<FilePlace> {
    if (await this.#ports.files.has(file)) return 'here';
    await this.#waiting.open(epoch);
    if (this.#waiting.get(file) === undefined) return this.#waiting.isBehind ? 'coming' : 'gone';
    const asked = this.#asked.get(file);
    if (asked?.inVain === true) return 'damaged';
    return asked === undefined || asked.known !== null ? 'coming' : 'not-there';
  }

  /** Somebody waits for it. */
  wish(file: string): void {
    this.#waiting.wish(file);
    this.#asked.delete(file);
  }

  /** What the server did not have it may have now. */
  askAgain(): void {
    for (const [file, { here, known }] of this.#asked) if (!here && known === null) this.#asked.delete(file);
  }

  /** This laptop belongs to no organisation any more. */
  async forget(): Promise<void> {
    this.#asked.clear();
    await this.#waiting.forget();
  }

  /** One request; answers the bytes that it moved, null where there is nothing to ask for. */
  async #one(round: Round): Promise<Step<number | null>> {
    const leaving = new Set<string | null>(round.state.leaving); // they go when their files are sent
    const order = this.#waiting.inOrder();
    const next =
      order.find((one) => leaving.has(one.dossier) && this.#isDue(one)) ?? order.find((one) => this.#isDue(one));
    if (next === undefined) return success(null);
    const asked = this.#asked.get(next.file);
    if (asked === undefined || this.#isOld(asked)) return await this.#ask(round);
    return asked.here ? await this.#send(round, next) : await this.#fetch(round, next, asked);
  }

  #isDue({ file }: WaitingFile): boolean {
    const asked = this.#asked.get(file);
    if (asked === undefined || this.#isOld(asked)) return true;
    return !asked.inVain && (asked.here || asked.known !== null);
  }

  #isOld({ at, inVain, here, known }: Asked): boolean {
    const age = Math.abs(this.#ports.now() - at);
    return inVain ? age > TRY_AGAIN : !here && known === null && age > ASK_AGAIN;
  }

  async #ask(round: Round): Promise<Step<number>> {
    const unasked = this.#waiting.inOrder().filter(({ file }) => {
      const asked = this.#asked.get(file);
      return asked === undefined || this.#isOld(asked);
    });
    const batch = unasked.slice(0, FILES_AT_ONCE);
    const answer = await round.client.files(
      round.line(),
      batch.map(({ file }) => file),
    );
    if (!answer.ok) return asStep(answer);
    const known = new Map<string, KnownFile>(answer.value.files.map((one) => [one.id, one]));
    for (const one of batch) {
      const here = !this.#unreadable.has(one.file) && (await this.#ports.files.has(one.file));
      if (here && known.has(one.file)) await this.#finish(one);
      else this.#note(one, { here, known: known.get(one.file) ?? null });
    }
    return success(0);
  }

  async #send(round: Round, one: WaitingFile): Promise<Step<number>> {
    const sent = await this.#sender.sendNext(round, one);
    if (!sent.ok) return await this.#refused(one, sent);
    if (sent.value === 'unreadable') {
      this.#unreadable.add(one.file);
      this.#note(one, { here: false, known: null });
      return success(0);
    }
    if (sent.value === 'erased' || sent.value.isWhole) await this.#finish(one);
    return success(sent.value === 'erased' ? 0 : sent.value.bytes);
  }

  async #fetch(round: Round, one: WaitingFile, { known }: Asked): Promise<Step<number>> {
    const named = await this.#waiting.describe(one);
    if (named === null || known === null) {
      await this.#finish(one);
      return success(0);
    }
    const came = await fetchPart(round, this.#ports, { named, known });
    if (came.ok && came.value.isWhole) await this.#finish(one);
    if (came.ok) return success(came.value.bytes);
    if (!('problem' in came)) return failure(came.code, came.detail);
    return await this.#refused(one, came);
  }

  /** What concerns one file holds up no other. */
  async #refused(one: WaitingFile, trouble: SyncTrouble): Promise<Step<number>> {
    const here = this.#asked.get(one.file)?.here === true;
    switch (trouble.code) {
      case 'sync/erased':
        await this.#finish(one);
        return success(0);
      case 'sync/not-found':
      case 'sync/incomplete-file':
      case 'sync/damaged-part':
        this.#note(one, { here, known: null, inVain: here || trouble.code === 'sync/damaged-part' });
        return success(0);
      default:
        return asStep(trouble);
    }
  }

  #note({ file }: WaitingFile, { here, known, inVain = false }: Omit<Asked, 'at' | 'inVain'> & Partial<Asked>) {
    this.#asked.set(file, { at: this.#ports.now(), here, known, inVain });
  }

  async #finish(one: WaitingFile): Promise<void> {
    this.#waiting.drop(one);
    this.#asked.delete(one.file);
    this.#unreadable.delete(one.file);
    await this.#ports.incoming.discard(one.file);
  }
}
