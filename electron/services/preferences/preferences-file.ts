import { join } from 'node:path';
import { Preferences, type ParsedInputOf } from '../../../shared/host/contract.js';
import type { Disk } from '../disk/disk.js';
import { writeWholeFile } from '../disk/write-whole-file.js';

const DEFAULTS: Preferences = {
  language: null,
  theme: 'system',
  density: 'compact',
  recruiterId: null,
  workOffline: false,
};
type PreferencesChange = ParsedInputOf<'preferences.write'>;
const FILE = 'preferences.json';

/** Preferences of this laptop, in clear: there is nothing personal in them. */
export class PreferencesFile {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #onFault: (error: unknown) => void;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(disk: Disk, folder: string, onFault: (error: unknown) => void) {
    this.#disk = disk;
    this.#folder = folder;
    this.#onFault = onFault;
  }

  /** The defaults where nothing is stored. A file that cannot be understood is put aside and reported. */
  async read(): Promise<Preferences> {
    const path = join(this.#folder, FILE);
    const bytes = await this.#disk.read(path);
    if (bytes === null) return DEFAULTS;
    try {
      const stored = Preferences.partial().parse(JSON.parse(Buffer.from(bytes).toString()));
      return merge(DEFAULTS, stored);
    } catch (error) {
      this.#onFault(error);
      await this.#disk.rename(path, `${path}.damaged`);
      return DEFAULTS;
    }
  }

  /** Writes one after the other, each on top of the one before. */
  async write(changes: PreferencesChange): Promise<Preferences> {
    const mine = this.#queue.then(async () => {
      const next = merge(await this.read(), changes);
      await this.#disk.makeFolder(this.#folder);
      await writeWholeFile(this.#disk, join(this.#folder, FILE), Buffer.from(`${JSON.stringify(next, null, 2)}\n`));
      return next;
    });
    this.#queue = mine.catch(() => undefined);
    return await mine;
  }
}

function merge(current: Preferences, changes: PreferencesChange): Preferences {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Preferences.parse({ ...current, ...Object.fromEntries(given) });
}
