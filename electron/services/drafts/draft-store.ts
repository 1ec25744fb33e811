import { join } from 'node:path';
import { z } from 'zod';
import { JsonValue } from '../../../shared/changes/json-value.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Json } from '../../../shared/lib/json.js';
import type { Disk } from '../disk/disk.js';
import { isUnfinished, writeWholeFile } from '../disk/write-whole-file.js';
import { associatedData, seal, unseal } from '../keyring/sealing.js';
import type { WallClock } from '../ports.js';

const Content = z.object({ savedAt: z.int(), draft: JsonValue });

export interface DraftStoreOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly key: Uint8Array;
  readonly clock: WallClock;
  readonly onFault: (error: unknown) => void;
}

/** What is being typed and not yet saved: one sealed file a form, replaced as a whole. */
export class DraftStore {
  readonly #options: DraftStoreOptions;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: DraftStoreOptions) {
    this.#options = options;
  }

  /** Newest first. A damaged one is among them, so that reading it says so instead of nobody ever knowing. */
  async list(): Promise<{ readonly key: string; readonly savedAt: number }[]> {
    const names = (await this.#options.disk.list(this.#options.folder)).filter((name) => !isUnfinished(name));
    const drafts: { key: string; savedAt: number }[] = [];
    for (const key of names) {
      const content = await this.#open(key);
      if (content === 'damaged') drafts.push({ key, savedAt: await this.#writtenAt(key) });
      else if (content !== null) drafts.push({ key, savedAt: content.savedAt });
    }
    return drafts.sort((a, b) => b.savedAt - a.savedAt);
  }

  async read(key: string): Promise<Result<{ readonly draft: Json }, 'draft/damaged'>> {
    const content = await this.#open(key);
    if (content === 'damaged') return failure('draft/damaged');
    return success({ draft: content?.draft ?? null });
  }

  async write(key: string, draft: Json): Promise<Result<null, 'draft/write-failed'>> {
    return await this.#inTurn(async () => {
      const { disk, folder, clock, onFault } = this.#options;
      const plain = Buffer.from(JSON.stringify({ savedAt: clock.now(), draft }));
      try {
        await disk.makeFolder(folder);
        await writeWholeFile(disk, join(folder, key), seal(this.#options.key, associated(key), plain));
        return success(null);
      } catch (error) {
        onFault(error);
        return failure('draft/write-failed');
      }
    });
  }

  async clear(key: string): Promise<void> {
    await this.#inTurn(() => this.#options.disk.remove(join(this.#options.folder, key)));
  }

  async #open(key: string): Promise<z.infer<typeof Content> | 'damaged' | null> {
    const sealed = await this.#options.disk.read(join(this.#options.folder, key));
    if (sealed === null) return null;
    const plain = unseal(this.#options.key, associated(key), sealed);
    if (plain === null) return 'damaged';
    const parsed = Content.safeParse(JSON.parse(Buffer.from(plain).toString()));
    return parsed.success ? parsed.data : 'damaged';
  }

  async #writtenAt(key: string): Promise<number> {
    const entry = await this.#options.disk.look(join(this.#options.folder, key));
    return Math.floor(entry?.modifiedAt ?? 0);
  }

  /** A later draft never loses against an earlier one, nor a cleared one against its last writing. */
  async #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.#queue.then(work);
    this.#queue = mine.catch(() => undefined);
    return await mine;
  }
}

function associated(key: string): Uint8Array {
  return associatedData('fairdesk/draft/1', key);
}
