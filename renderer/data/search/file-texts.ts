import { z } from 'zod';
import { NO_TEXT, type FileText } from '../../../shared/domain/search/file-text.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { Result } from '../../../shared/lib/result.js';
import type { MediaType } from '../../../shared/records/document.js';
import type { Database } from '../database.js';
import type { StoredRecord } from '../read-record.js';
import { SealError, type Sealer } from '../sealing.js';

const KeptText = z.object({ fileId: z.string(), text: z.string(), none: z.enum(NO_TEXT).nullable() });
export interface FileReader {
  /** The bytes of a stored file. */
  readFile(fileId: string): Promise<Result<Uint8Array<ArrayBuffer>, HostErrorCode>>;
  /** The text of these bytes; whatever they are, it answers, and in a time that is bound. */
  readText(bytes: Uint8Array<ArrayBuffer>, mediaType: MediaType): Promise<FileText>;
}

/** Characters; more of one file is not searched. A long CV has 20,000. */
const LONGEST_TEXT = 200_000;
/** What the host says of a file that is not there or cannot be opened any more; everything else may pass. */
const GONE: readonly HostErrorCode[] = ['file/not-found', 'file/damaged'];

/** The texts of files: each is read once, and kept sealed in the working store. */
export class FileTexts {
  readonly #database: Database;
  readonly #sealer: Sealer;

  constructor(database: Database, sealer: Sealer) {
    this.#database = database;
    this.#sealer = sealer;
  }

  /** Null where the file cannot be had at the moment. */
  async textOf({ id, fields }: StoredRecord<'document'>, reader: FileReader): Promise<FileText | null> {
    const kept = await this.#kept(id);
    if (kept?.fileId === fields.fileId) return kept;
    const bytes = await reader.readFile(fields.fileId);
    if (!bytes.ok && !GONE.includes(bytes.code)) return null;
    const read = bytes.ok ? await reader.readText(bytes.value, fields.mediaType) : NOTHING;
    const text = { ...read, text: read.text.slice(0, LONGEST_TEXT) };
    const clear = { id, owner: fields.personId, kid: this.#sealer.kid };
    const box = await this.#sealer.seal(JSON.stringify({ ...text, fileId: fields.fileId }), associated(clear));
    await this.#database.fileTexts.put({ ...clear, box });
    return text;
  }

  /** What was read of a document's file; null where nothing was yet. */
  async read(id: string): Promise<string | null> {
    return (await this.#kept(id))?.text ?? null;
  }

  /** Whether the file of a document was not here when it was to be read. */
  async isMissing(id: string): Promise<boolean> {
    return (await this.#kept(id))?.none === 'missing';
  }

  /** Drops what was read of a document, or of everything in a dossier. */
  async forget(id: string): Promise<void> {
    const { fileTexts } = this.#database;
    await fileTexts.delete(id);
    await fileTexts.where('owner').equals(id).delete();
  }

  async #kept(id: string): Promise<z.infer<typeof KeptText> | null> {
    const row = await this.#database.fileTexts.get(id);
    if (row === undefined) return null;
    try {
      return KeptText.parse(JSON.parse(await this.#sealer.open(row.box, associated(row))));
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      return null; // a damaged copy: the file is read again
    }
  }
}

const NOTHING: FileText = { text: '', none: 'missing' };

function associated(row: { readonly id: string; readonly owner: string; readonly kid: string }): string {
  return ['fd1', 'file-text', row.id, row.owner, row.kid].join('|');
}
