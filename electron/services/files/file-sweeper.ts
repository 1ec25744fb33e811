import { join } from 'node:path';
import type { Disk } from '../disk/disk.js';
import { isUnfinished } from '../disk/write-whole-file.js';
import type { WallClock } from '../ports.js';
import { DAY } from '../../../shared/lib/time.js';

/** A file younger than this may belong to what is just being typed or saved. */
const SWEEP_AGE = DAY;
/** How long a swept file is kept aside: a sweep that was told too little must not destroy anything. */
const ASIDE_AGE = 7 * DAY;
const ASIDE = 'swept';
const SHELF = /^[0-9a-f]{2}$/;

export interface FileSweeperOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly clock: WallClock;
}

/** Takes away the files that nothing names, in two steps: put aside, and a week later removed. */
export class FileSweeper {
  readonly #options: FileSweeperOptions;

  constructor(options: FileSweeperOptions) {
    this.#options = options;
  }

  /** Answers how many files were put aside. */
  async sweep(keep: ReadonlySet<string>): Promise<number> {
    const { disk, clock } = this.#options;
    let aside = 0;
    for await (const { path, name, isAside } of this.all()) {
      if (isAside || keep.has(name) || !(await this.#isOld(path))) continue;
      if (isUnfinished(name)) await disk.remove(path);
      else {
        await disk.makeFolder(this.#aside);
        await disk.rename(path, join(this.#aside, `${name}-${clock.now()}`));
        aside++;
      }
    }
    for (const name of await disk.list(this.#aside)) {
      if (clock.now() - Number(name.split('-')[1]) > ASIDE_AGE) await disk.remove(join(this.#aside, name));
    }
    return aside;
  }

  /** A file that was swept though somebody needs it goes back to its place. Null when it is not there. */
  async bringBack(fileId: string): Promise<Uint8Array | null> {
    const { disk, folder } = this.#options;
    const aside = await this.#find(fileId);
    if (aside === null) return null;
    const path = join(folder, fileId.slice(0, 2), fileId);
    await disk.rename(aside, path);
    await disk.syncFolder(join(path, '..'));
    return await disk.read(path);
  }

  async holds(fileId: string): Promise<boolean> {
    return (await this.#find(fileId)) !== null;
  }

  async discard(fileId: string): Promise<void> {
    const aside = await this.#find(fileId);
    if (aside !== null) await this.#options.disk.remove(aside);
  }

  /** Of the files that were put aside. */
  async idsAside(): Promise<ReadonlySet<string>> {
    const names = await this.#options.disk.list(this.#aside);
    return new Set(names.map((name) => name.split('-')[0] ?? name));
  }

  async *all(): AsyncGenerator<{ readonly path: string; readonly name: string; readonly isAside: boolean }> {
    const { disk, folder } = this.#options;
    for (const shelf of await disk.list(folder)) {
      const isAside = shelf === ASIDE;
      if (!isAside && !SHELF.test(shelf)) continue;
      for (const name of await disk.list(join(folder, shelf))) {
        yield { path: join(folder, shelf, name), name, isAside };
      }
    }
  }

  get #aside(): string {
    return join(this.#options.folder, ASIDE);
  }

  async #find(fileId: string): Promise<string | null> {
    const name = (await this.#options.disk.list(this.#aside)).find((entry) => entry.startsWith(`${fileId}-`));
    return name === undefined ? null : join(this.#aside, name);
  }

  async #isOld(path: string): Promise<boolean> {
    const entry = await this.#options.disk.look(path);
    return entry !== null && this.#options.clock.now() - entry.modifiedAt > SWEEP_AGE;
  }
}
