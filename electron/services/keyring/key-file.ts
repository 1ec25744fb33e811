import { encodeFrame } from '../append-log/frame-format.js';
import { openAppendLog, type AppendLog, type AppendLogErrorCode } from '../append-log/open-append-log.js';
import type { Disk } from '../disk/disk.js';
import { isDiskFull } from '../disk/error-code.js';
import { writeWholeFile } from '../disk/write-whole-file.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { decodeKeyEntry, encodeKeyEntry, type KeyEntry } from './key-entry.js';

/** One copy of the dossier keys: appended to when a dossier begins, rewritten without a key when one is destroyed. */
export class KeyFile {
  readonly #disk: Disk;
  readonly #path: string;
  #log: AppendLog;
  /** What the file held when it was opened. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly erased: ReadonlySet<string>;
  /** Frames that can no longer be read. */
  readonly damaged: number;

  private constructor(disk: Disk, path: string, log: AppendLog, content: Content) {
    this.#disk = disk;
    this.#path = path;
    this.#log = log;
    this.keys = content.keys;
    this.erased = content.erased;
    this.damaged = content.damaged;
  }

  static async open(disk: Disk, path: string): Promise<KeyFile> {
    const keys = new Map<string, Uint8Array>();
    const erased = new Set<string>();
    let damaged = 0;
    const log = await openAppendLog(path, {
      disk,
      onFrame: ({ body }) => {
        const entry = decodeKeyEntry(body);
        if (entry === null) damaged++;
        else if (entry.kind === 'key') keys.set(entry.dossier, entry.wrapped);
        else erased.add(entry.dossier);
      },
      onDamage: ({ count }) => void (damaged += Math.max(1, count)),
    });
    return new KeyFile(disk, path, log, { keys, erased, damaged });
  }

  /** The other copy. Normally the two are equal to the byte, and what was read once need not be read again. */
  static async openTwin(disk: Disk, path: string, first: KeyFile): Promise<KeyFile> {
    const [one, other] = [await disk.read(first.#path), await disk.read(path)];
    const equal = one !== null && other !== null && first.damaged === 0 && Buffer.from(one).equals(other);
    if (!equal) return await KeyFile.open(disk, path);
    const from = { offset: first.#log.size, index: first.#log.nextIndex };
    const log = await openAppendLog(path, { disk, from, onFrame: () => undefined });
    return new KeyFile(disk, path, log, first);
  }

  async append(entries: readonly KeyEntry[]): Promise<Result<unknown, AppendLogErrorCode>> {
    return await this.#log.append(...entries.map(encodeKeyEntry));
  }

  /** The file with exactly these entries: what is left out is gone from it for good. */
  async rewrite(entries: readonly KeyEntry[]): Promise<Result<null, AppendLogErrorCode>> {
    const bytes = Buffer.concat(entries.map((entry, index) => encodeFrame(index, encodeKeyEntry(entry))));
    await this.#log.close(); // Windows does not replace a file that is open
    try {
      await writeWholeFile(this.#disk, this.#path, bytes);
    } catch (error) {
      await this.#reopen();
      return failure(isDiskFull(error) ? 'log/disk-full' : 'log/write-failed');
    }
    await this.#reopen();
    return success(null);
  }

  async close(): Promise<void> {
    await this.#log.close();
  }

  async #reopen(): Promise<void> {
    this.#log = await openAppendLog(this.#path, { disk: this.#disk, onFrame: () => undefined });
  }
}

interface Content {
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly erased: ReadonlySet<string>;
  readonly damaged: number;
}
