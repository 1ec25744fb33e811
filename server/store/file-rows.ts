import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { FileOffer } from '../../shared/sync/protocol.js';
import type { Database, Queries } from '../database/database.js';
import { seenDepartments, type Sight } from './sight.js';

export interface FileRow {
  readonly id: string;
  readonly dossier: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** SHA-256 of each part. */
  readonly parts: readonly string[];
  readonly complete: boolean;
}

/** Notes what a file consists of, unless it is known already. */
export async function offerFile(
  { query }: Queries,
  organisation: string,
  id: string,
  offer: z.infer<typeof FileOffer>,
): Promise<void> {
  await query(
    `INSERT INTO file (organisation, id, dossier, size, sha256, parts) VALUES ($1, $2, $3, $4, $5, $6::text[])
     ON CONFLICT DO NOTHING`,
    [organisation, id, offer.dossier ?? '', offer.size, offer.sha256, offer.parts],
  );
}

/** A file that a laptop with this sight may know of. */
export async function findFile(
  { query }: Queries,
  organisation: string,
  { id, sight }: { readonly id: string; readonly sight: Sight },
): Promise<FileRow | null> {
  const [row] = await query<FileRow & Record<string, unknown>>(
    `SELECT id, dossier, size, sha256, parts, complete FROM file
     WHERE organisation = $1 AND id = $2 AND ($3::text[] IS NULL OR NOT EXISTS (
       SELECT 1 FROM dossier_scope AS scope WHERE scope.organisation = $1 AND scope.dossier = file.dossier
         AND cardinality(scope.departments) > 0 AND NOT scope.departments && $3::text[]))`,
    [organisation, id, seenDepartments(sight)],
  );
  return row ?? null;
}

/** Numbers of the parts that are not there yet. */
export async function missingParts(
  { query }: Queries,
  organisation: string,
  file: FileRow,
): Promise<readonly number[]> {
  const there = await query<{ part: number }>('SELECT part FROM file_part WHERE organisation = $1 AND file = $2', [
    organisation,
    file.id,
  ]);
  const have = new Set(there.map(({ part }) => part));
  return file.parts.flatMap((_sha256, part) => (have.has(part) ? [] : [part]));
}

/** Keeps a part whose bytes were checked. With the last one the whole is checked: if it is damaged, it begins anew. */
export async function keepPart(
  database: Database,
  organisation: string,
  { file, part, bytes }: { readonly file: FileRow; readonly part: number; readonly bytes: Uint8Array },
): Promise<'kept' | 'complete' | 'damaged' | 'erased'> {
  return await database.transaction(async (queries) => {
    const { query } = queries;
    const locked = await query('SELECT 1 AS one FROM file WHERE organisation = $1 AND id = $2 FOR UPDATE', [
      organisation,
      file.id,
    ]);
    if (locked.length === 0) return 'erased';
    await query(
      'INSERT INTO file_part (organisation, file, part, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [organisation, file.id, part, bytes],
    );
    if ((await missingParts(queries, organisation, file)).length > 0) return 'kept';
    const hash = createHash('sha256');
    for await (const piece of readParts(queries, organisation, file)) hash.update(piece);
    if (hash.digest('hex') === file.sha256) {
      await query('UPDATE file SET complete = true WHERE organisation = $1 AND id = $2', [organisation, file.id]);
      return 'complete';
    }
    await query('DELETE FROM file WHERE organisation = $1 AND id = $2', [organisation, file.id]);
    return 'damaged';
  });
}

/** The bytes of a file from its part `from` to its part `to`, one part at a time. */
export async function* readParts(
  { query }: Queries,
  organisation: string,
  { id, parts }: Pick<FileRow, 'id' | 'parts'>,
  { from, to }: { readonly from: number; readonly to: number } = { from: 0, to: parts.length - 1 },
): AsyncGenerator<Uint8Array> {
  for (let part = from; part <= to; part += 1) {
    const [row] = await query<{ bytes: Uint8Array }>(
      'SELECT bytes FROM file_part WHERE organisation = $1 AND file = $2 AND part = $3',
      [organisation, id, part],
    );
    if (row === undefined) throw new Error('a part of the file is gone');
    yield row.bytes;
  }
}
