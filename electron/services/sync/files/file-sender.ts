import { success } from '../../../../shared/lib/result.js';
import { FILE_PART } from '../../../../shared/sync/protocol.js';
import type { FileStore } from '../../files/file-store.js';
import type { Round } from '../round.js';
import type { Answer } from '../sync-trouble.js';
import { partsOf, sha256 } from './sha256.js';
import type { WaitingFile } from './waiting-list.js';

interface Sending {
  readonly file: string;
  readonly parts: readonly Uint8Array[];
  /** Numbers of the parts that the server has not got. */
  readonly missing: readonly number[];
}

/** Bytes that a request moved. `erased`: its dossier is gone; `unreadable`: nothing here opens it. */
type Sent = { readonly bytes: number; readonly isWhole: boolean } | 'erased' | 'unreadable';

/** Sends one file after the other: offered first, then each part that the server lacks. */
export class FileSender {
  readonly #files: Pick<FileStore, 'get'>;
  /** Opened once; whatever breaks off, it is offered again, and the server says what is missing. */
  #sending: Sending | null = null;

  constructor(files: Pick<FileStore, 'get'>) {
    this.#files = files;
  }

  /** One request. */
  async sendNext(round: Round, one: WaitingFile): Promise<Answer<Sent>> {
    const begun = this.#sending?.file === one.file ? this.#sending : null;
    this.#sending = null;
    return begun === null ? await this.#offer(round, one) : await this.#put(round, begun);
  }

  async #offer(round: Round, { file, dossier }: WaitingFile): Promise<Answer<Sent>> {
    const opened = await this.#files.get(file);
    if (!opened.ok) return success(opened.code === 'keyring/erased' ? 'erased' : 'unreadable');
    const { bytes } = opened.value;
    const parts = partsOf(bytes, FILE_PART);
    const offer = { dossier, size: bytes.length, sha256: sha256(bytes), parts: parts.map(sha256) };
    const answer = await round.client.offerFile(round.line(), file, offer);
    return answer.ok ? this.#goOn({ file, parts, missing: answer.value.missing }, 0) : answer;
  }

  async #put(round: Round, { file, parts, missing }: Sending): Promise<Answer<Sent>> {
    const [part = 0] = missing;
    const bytes = parts[part] ?? new Uint8Array();
    const answer = await round.client.putPart(round.line(), { file, part, bytes });
    return answer.ok ? this.#goOn({ file, parts, missing: answer.value.missing }, bytes.length) : answer;
  }

  #goOn(sending: Sending, bytes: number): Answer<Sent> {
    const isWhole = sending.missing.length === 0;
    this.#sending = isWhole ? null : sending;
    return success({ bytes, isWhole });
  }
}
