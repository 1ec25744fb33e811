import { dirname } from 'node:path';
import { failure, success, type Failure, type Result } from '../../../shared/lib/result.js';
import type { Disk, DiskFile } from '../disk/disk.js';
import { isDiskFull } from '../disk/error-code.js';
import { nodeDisk } from '../disk/node-disk.js';
import { decodeFrames, encodeFrame, FRAME_HEADER, type Damage, type Frame } from './frame-format.js';

export type AppendLogErrorCode = 'log/disk-full' | 'log/write-failed' | 'log/closed';

export interface FramePlace {
  readonly index: number;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Bytes, header included. */
  readonly length: number;
}

export interface AppendLog {
  /** Bytes that are written and synced. */
  readonly size: number;
  /** Index that the next frame gets. */
  readonly nextIndex: number;
  /**
   * Writes one frame a body, in one write, and resolves after fdatasync: what it answers is on the medium. After a
   * failure nothing of it is. Calls wait for each other.
   */
  append(...bodies: readonly Uint8Array[]): Promise<Result<readonly FramePlace[], AppendLogErrorCode>>;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

export interface AppendLogOptions {
  /** Called for each whole frame, oldest first, before the log is answered. */
  onFrame(frame: Frame): void;
  /** Called for each stretch that can no longer be read. It stays in the file, where it can be examined. */
  onDamage?(damage: Damage): void;
  readonly disk?: Disk;
  /** Reads from here only: for a file whose beginning was checked before. */
  readonly from?: { readonly offset: number; readonly index: number };
}

/**
 * Opens an append-only file of checked frames, made when missing. A torn tail, which was never acknowledged, is cut off;
 * damage is reported. Throws what the disk throws on reading.
 */
export async function openAppendLog(path: string, options: AppendLogOptions): Promise<AppendLog> {
  const disk = options.disk ?? nodeDisk;
  const content = await disk.read(path);
  const { frames, damage, end, nextIndex } = decodeFrames(
    content ?? new Uint8Array(),
    options.from?.offset,
    options.from?.index,
  );
  const file = await disk.open(path);
  try {
    if (content === null) await disk.syncFolder(dirname(path));
    else if (content.length > end) {
      await file.truncate(end);
      await file.datasync();
    }
    for (const stretch of damage) options.onDamage?.(stretch);
    for (const frame of frames) options.onFrame(frame);
  } catch (error) {
    await file.close();
    throw error;
  }
  return new OpenLog(file, end, nextIndex);
}

class OpenLog implements AppendLog {
  readonly #file: DiskFile;
  #size: number;
  #nextIndex: number;
  #closed: AppendLogErrorCode | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(file: DiskFile, size: number, nextIndex: number) {
    this.#file = file;
    this.#size = size;
    this.#nextIndex = nextIndex;
  }

  get size(): number {
    return this.#size;
  }

  get nextIndex(): number {
    return this.#nextIndex;
  }

  async append(...bodies: readonly Uint8Array[]): Promise<Result<readonly FramePlace[], AppendLogErrorCode>> {
    const mine = this.#queue.then(() => this.#write(bodies));
    this.#queue = mine;
    return await mine;
  }

  async close(): Promise<void> {
    await this.#queue;
    if (this.#closed === 'log/closed') return;
    this.#closed = 'log/closed';
    await this.#file.close();
  }

  async #write(bodies: readonly Uint8Array[]): Promise<Result<readonly FramePlace[], AppendLogErrorCode>> {
    if (this.#closed !== null) return failure(this.#closed);
    const bytes = Buffer.concat(bodies.map((body, i) => encodeFrame(this.#nextIndex + i, body)));
    try {
      await this.#file.write(bytes, this.#size);
    } catch (error) {
      return await this.#takeBack(error);
    }
    try {
      await this.#file.datasync();
    } catch (error) {
      // After a failed sync the system may drop what it could not write and report success next time: trust ends here.
      if (!isDiskFull(error)) this.#closed = 'log/write-failed';
      return await this.#takeBack(error);
    }
    return success(this.#advance(bodies));
  }

  #advance(bodies: readonly Uint8Array[]): readonly FramePlace[] {
    return bodies.map((body) => {
      const place = { index: this.#nextIndex, offset: this.#size, length: FRAME_HEADER + body.length };
      this.#nextIndex++;
      this.#size += place.length;
      return place;
    });
  }

  async #takeBack(cause: unknown): Promise<Failure<AppendLogErrorCode>> {
    try {
      await this.#file.truncate(this.#size);
      await this.#file.datasync();
    } catch {
      this.#closed = 'log/write-failed'; // half a frame may stand there; the next start tells it from a whole one
    }
    const detail = cause instanceof Error ? cause.message : String(cause);
    return failure(isDiskFull(cause) ? 'log/disk-full' : 'log/write-failed', detail);
  }
}
