import { join } from 'node:path';
import { z } from 'zod';
import { StampSchema } from '../../../shared/changes/change-set.js';
import { Id } from '../../../shared/records/primitives.js';
import { Cursor, DeviceId, Sends } from '../../../shared/sync/protocol.js';
import type { Disk } from '../disk/disk.js';
import { writeWholeFile } from '../disk/write-whole-file.js';
import { WaitingList } from './files/waiting-list.js';

/** Why all records are loaded. But after a restore of the server (`epoch`) what did not come is out of sight. */
export const LOAD_REASONS = ['first', 'epoch', 'rewound', 'scope', 'expired'] as const;
export type LoadReason = (typeof LOAD_REASONS)[number];

const Position = z.object({ n: z.int(), seq: z.int() });

const Name = z.object({
  device: DeviceId,
  /** Whether the server knows that it is this laptop's. */
  announced: z.boolean(),
  /** Up to where the server has what was written under it. */
  sent: Position,
  /** Of the last change set that was sent; null where it is not known. */
  lastStamp: StampSchema.nullable(),
  /** Nothing under it is sent any more: what it lacked was filed again under another. */
  closed: z.boolean(),
});

const Load = z.object({
  reason: z.enum(LOAD_REASONS),
  /** Where the next page begins; null at the first. */
  after: Cursor.nullable(),
  /** Place in the journal at which it began. */
  fromSeq: z.int(),
  done: z.int(),
  total: z.int().nullable(),
});

const State = z.object({
  v: z.literal(1),
  /** An origin. */
  server: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  recruiterId: Id.nullable(),
  /** Origin of the server's pages, as it said last. */
  pages: z.string().nullable().default(null),
  /** What the server sends itself, and under which name, as it said last; without channels once it sends nothing any more. */
  sends: Sends.nullable().default(null),
  /** What people call the laptop. */
  laptop: z.string(),
  /** PKCS #8 in DER, base64. Never leaves this file but to sign. */
  privateKey: z.string(),
  epoch: z.string(),
  names: z.array(Name),
  cursor: Cursor.nullable(),
  load: Load.nullable(),
  /** Place of the newest change set on the server, as far as it is known here. */
  head: z.int(),
  /** Milliseconds that the server's clock is ahead of this laptop's. */
  skew: z.int(),
  /** UTC milliseconds of this laptop; null before the first answer. */
  contactAt: z.int().nullable(),
  /** UTC milliseconds of this laptop when it last knew the same as the server, or began to mend that; null: to be seen soon. */
  comparedAt: z.int().nullable().default(null),
  /** What last went wrong; null after everything went right. */
  problem: z.object({ code: z.string(), at: z.int() }).nullable(),
  /** Dossiers of which others deleted something permanently, and that are to be written anew here (docs/adr/0019). */
  toRenew: z.array(z.string()),
  /** Dossiers that left this laptop's sight, and go as soon as nothing of them waits here (docs/adr/0052). */
  leaving: z.array(z.string()).default([]),
  /** Refused change sets by the ids of their notes, which stand in the journal behind `seq`; and whose dossiers they were about. */
  refused: z.array(z.object({ id: z.string(), seq: z.int(), dossiers: z.array(z.string()) })).default([]),
  /** It worked before it joined: what it wrote is handed in as it stands, and until then nothing is sent (docs/adr/0050). */
  brings: z.boolean().default(false),
  /** After a restore, or before what it brings is handed in: between these places stands what the server told; what is known beyond it is to be sent. */
  resend: z.object({ from: z.int(), to: z.int() }).nullable(),
});
export type SyncState = z.infer<typeof State>;
export type NameState = SyncState['names'][number];

/** A joining that may have been answered: asked again with the same key, the server answers the same. */
const Joining = z.object({ v: z.literal(1), server: z.string(), code: z.string(), privateKey: z.string() });

export interface SealedFileOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  /** Throws when the bytes are not what was sealed. */
  readonly open: (bytes: Uint8Array) => Uint8Array;
}

/** One sealed value in a file of its own. */
export class SealedFile<Value> {
  readonly #options: SealedFileOptions;
  readonly #path: string;
  readonly #schema: z.ZodType<Value>;
  #known: Value | null | undefined;

  constructor(options: SealedFileOptions, name: string, schema: z.ZodType<Value>) {
    this.#options = options;
    this.#path = join(options.folder, name);
    this.#schema = schema;
  }

  /** Null where there is none. Throws when it cannot be opened: damaged is not empty. */
  async read(): Promise<Value | null> {
    if (this.#known !== undefined) return this.#known;
    const sealed = await this.#options.disk.read(this.#path);
    const text = sealed === null ? null : Buffer.from(this.#options.open(sealed)).toString();
    this.#known = text === null ? null : this.#schema.parse(JSON.parse(text));
    return this.#known;
  }

  /** Durable when it answers. Throws what the disk throws; then the old value stands. */
  async write(value: Value): Promise<void> {
    const { disk, folder, seal } = this.#options;
    await disk.makeFolder(folder);
    await writeWholeFile(disk, this.#path, seal(Buffer.from(JSON.stringify(value))));
    this.#known = value;
  }

  async remove(): Promise<void> {
    if ((await this.read().catch(() => undefined)) === null) return; // what nobody can read goes, too
    const { disk, folder } = this.#options;
    await disk.remove(this.#path);
    await disk.syncFolder(folder);
    this.#known = null;
  }
}

/** What this laptop keeps about its server. */
export interface SyncFiles {
  /** Null while it belongs to no organisation. */
  readonly state: SealedFile<SyncState>;
  readonly joining: SealedFile<z.infer<typeof Joining>>;
  readonly waitingFiles: SealedFile<WaitingList>;
}

export function openSyncFiles(options: SealedFileOptions): SyncFiles {
  return {
    state: new SealedFile(options, 'state', State),
    joining: new SealedFile(options, 'joining', Joining),
    waitingFiles: new SealedFile(options, 'files', WaitingList),
  };
}
