import { randomBytes } from 'node:crypto';
import { TransformStream, type ReadableStream } from 'node:stream/web';
import type { Handlers } from '../../../shared/host/dispatch.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';

/** Bytes; the page cuts its parts smaller, so that a file of the dossier still fits. */
export const MAX_PART_BYTES = 16 * 1024 * 1024;
const MAX_OPEN = 4;

interface Outgoing {
  readonly writer: ReturnType<TransformStream<Uint8Array, Uint8Array>['writable']['getWriter']>;
  /** Until the browser fetches it. */
  file: ReadableStream<Uint8Array> | null;
}

/**
 * Files on their way from the page to the place where the browser saves them, a part at a time: a part is taken when the one
 * before it has left, so that no file ever stands in memory whole, and none on our disk at all.
 */
export class OutgoingFiles {
  readonly #open = new Map<string, Outgoing>();

  readonly handlers: Pick<Handlers, 'export.begin' | 'export.end'> = {
    'export.begin': () => {
      const id = this.#begin();
      return Promise.resolve(success({ id, url: `/exports/${id}` }));
    },
    'export.end': async ({ id, whole }) => await this.#end(id, whole),
  };

  /** The file as it comes in, once; null where there is none, or somebody has it already. */
  take(id: string): ReadableStream<Uint8Array> | null {
    const outgoing = this.#open.get(id);
    const file = outgoing?.file ?? null;
    if (outgoing !== undefined) outgoing.file = null;
    return file;
  }

  /** Answers when the part has left. `export/stopped` when nobody takes it any more. */
  async put(id: string, part: Uint8Array): Promise<Result<null, 'export/stopped'>> {
    const outgoing = this.#open.get(id);
    return await settled(outgoing?.writer.write(part));
  }

  stopAll(): void {
    for (const id of [...this.#open.keys()]) void this.#end(id, false);
  }

  #begin(): string {
    const id = randomBytes(16).toString('hex');
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(undefined, undefined, {
      highWaterMark: 0,
    });
    const writer = writable.getWriter();
    writer.closed.catch(() => undefined); // whoever writes next hears of it
    this.#open.set(id, { writer, file: readable });
    const [oldest] = this.#open.keys();
    if (this.#open.size > MAX_OPEN && oldest !== undefined) void this.#end(oldest, false);
    return id;
  }

  async #end(id: string, whole: boolean): Promise<Result<null, 'export/stopped'>> {
    const outgoing = this.#open.get(id);
    this.#open.delete(id);
    return await settled(whole ? outgoing?.writer.close() : outgoing?.writer.abort(new Error('stopped')));
  }
}

async function settled(work: Promise<void> | undefined): Promise<Result<null, 'export/stopped'>> {
  if (work === undefined) return failure('export/stopped');
  try {
    await work;
    return success(null);
  } catch {
    return failure('export/stopped');
  }
}
