import { z } from 'zod';
import { MEDIA_TYPES, type MediaType } from '../../../shared/records/document.js';
import { Id } from '../../../shared/records/primitives.js';
import { openRow } from '../sealed-row.js';
import type { WorkingStore } from '../working-store.js';
import { exportLine } from './export-line.js';
import type { ZipEntry } from '../../../shared/lib/zip/write-zip.js';

/** Rows read at a time, and bytes of text in one part: what stands in memory at once. */
const ROWS_AT_ONCE = 500;
const PART_BYTES = 4 * 1024 * 1024;

export const MANIFEST_FILE = 'fairdesk.json';
export const RECORDS_FOLDER = 'records';
export const FILES_FOLDER = 'files';

/** What an export says of itself. */
export const ExportManifest = z.object({
  format: z.literal('fairdesk-export'),
  version: z.literal(1),
  writtenAt: z.int().nonnegative(),
  /** Records by their table. */
  records: z.record(z.string(), z.int().nonnegative()),
  withFiles: z.boolean(),
  files: z.int().nonnegative(),
  /** Files that are damaged, or gone: named by documents, and not in the export. */
  unreadableFiles: z.array(Id),
});
export type ExportManifest = z.infer<typeof ExportManifest>;

const ENDINGS: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Of a document, as far as its file's place follows from it. */
const FileOf = z.object({ fileId: Id, mediaType: z.enum(MEDIA_TYPES) });

export interface ExportProgress {
  readonly what: 'records' | 'files';
  readonly done: number;
  readonly total: number;
}

/** Names damage of the working store under some work, and throws it on. */
export type Watched = <Value>(work: Promise<Value>) => Promise<Value>;

export interface ExportDeps {
  readonly store: WorkingStore;
  readonly watched: Watched;
  readonly fetchFile: (fileId: string) => Promise<Uint8Array<ArrayBuffer> | null>;
}

export interface ExportWish {
  readonly withFiles: boolean;
  /** UTC milliseconds. */
  readonly now: number;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly onDone: (manifest: ExportManifest) => void;
}

/**
 * Every record of the working store as lines of JSON, some megabytes in each entry, then the files if they are wanted, then what
 * the export says of itself. A page of rows and one part of text are in memory at a time, besides the ids of the files.
 */
export async function* exportEntries(
  { store, fetchFile, watched }: ExportDeps,
  { withFiles, now, onProgress, onDone }: ExportWish,
): AsyncGenerator<ZipEntry> {
  const counts = new Map<string, number>();
  const files = new Map<string, string>();
  const total = await store.database.records.count();
  let lines: string[] = [];
  let [size, part, done] = [0, 0, 0];
  const flush = (): ZipEntry => {
    const bytes = new TextEncoder().encode(lines.join(''));
    [lines, size, part] = [[], 0, part + 1];
    return { name: `${RECORDS_FOLDER}/${part.toString().padStart(5, '0')}.jsonl`, bytes, deflate: true };
  };
  for await (const rows of pagesOf(store, watched)) {
    for (const row of rows) {
      const line = exportLine(row);
      if (line === null) continue;
      counts.set(line.table, (counts.get(line.table) ?? 0) + 1);
      const file = line.table === 'document' ? FileOf.safeParse(line.fields) : null;
      if (file?.success === true) files.set(file.data.fileId, filePlace(file.data));
      const text = `${JSON.stringify(line)}\n`;
      lines.push(text);
      size += text.length;
      if (size >= PART_BYTES) yield flush();
    }
    done += rows.length;
    onProgress({ what: 'records', done, total: Math.max(total, done) });
  }
  if (lines.length > 0) yield flush();
  const unreadableFiles: string[] = [];
  let written = 0;
  for (const [fileId, name] of withFiles ? files : []) {
    const bytes = await fetchFile(fileId);
    if (bytes === null) unreadableFiles.push(fileId);
    else yield { name, bytes, deflate: false };
    written += 1;
    onProgress({ what: 'files', done: written, total: files.size });
  }
  const manifest: ExportManifest = {
    format: 'fairdesk-export',
    version: 1,
    writtenAt: now,
    records: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    withFiles,
    files: written - unreadableFiles.length,
    unreadableFiles,
  };
  yield {
    name: MANIFEST_FILE,
    bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
    deflate: false,
  };
  onDone(manifest);
}

function filePlace({ fileId, mediaType }: z.infer<typeof FileOf>): string {
  return `${FILES_FOLDER}/${fileId}.${ENDINGS[mediaType]}`;
}

/** All rows, opened, in the order of their ids; a record that is written meanwhile comes as it stands when its page is read. */
async function* pagesOf({ database, sealer }: WorkingStore, watched: Watched) {
  for (let after = ''; ;) {
    const sealed = await database.records.where(':id').above(after).limit(ROWS_AT_ONCE).toArray();
    const last = sealed.at(-1);
    if (last === undefined) return;
    yield await watched(Promise.all(sealed.map((row) => openRow(sealer, row))));
    after = last.id;
  }
}
