import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { FileOffer } from '../../shared/sync/protocol.js';
import type { Database, Queries } from '../database/database.js';
import { FILE_NEWS, NEWS } from './news.js';
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
  /** The record that named it was deleted. */
  readonly erased: boolean;
}

const COLUMNS = 'id, dossier, size, sha256, parts, complete, erased';

/** Whether a dossier of the organisation `$1` is in sight: none in particular always is. */
function seenDossier(dossier: string, departments: string): string {
  return `(${departments}::text[] IS NULL OR NOT EXISTS (
    SELECT 1 FROM dossier_scope AS scope WHERE scope.organisation = $1 AND scope.dossier = ${dossier}
      AND cardinality(scope.departments) > 0 AND NOT scope.departments && ${departments}::text[]))`;
}

/** Whether of a laptop's own change sets one about a dossier was taken: what it filed there it may bring, also where it sees it no more. */
function wroteAbout(dossier: string, laptop: string): string {
  return `EXISTS (SELECT 1 FROM change_set WHERE organisation = $1 AND dossiers @> ARRAY[${dossier}]
    AND device IN (SELECT device.id FROM device WHERE device.laptop = ${laptop}))`;
}

/** Who brings a file: what it sees, and its own. */
export interface Bringer {
  readonly laptop: number;
  readonly sight: Sight;
}

/** Notes what a file of a dossier consists of that the laptop sees or wrote about, unless the file is known already. */
export async function offerFile(
  { query }: Queries,
  organisation: string,
  { id, offer, by }: { readonly id: string; readonly offer: z.infer<typeof FileOffer>; readonly by: Bringer },
): Promise<void> {
  await query(
    `INSERT INTO file (organisation, id, dossier, size, sha256, parts)
     SELECT $1, $2, $3, $4, $5, $6::text[] WHERE ${seenDossier('$3', '$7')} OR ${wroteAbout('$3', '$8')}
     ON CONFLICT DO NOTHING`,
    [
      organisation,
      id,
      offer.dossier ?? '',
      offer.size,
      offer.sha256,
      offer.parts,
      seenDepartments(by.sight),
      by.laptop,
    ],
  );
}

/** Of the named files those that are whole and in sight. */
export async function wholeFiles(
  { query }: Queries,
  organisation: string,
  { ids, sight }: { readonly ids: readonly string[]; readonly sight: Sight },
): Promise<readonly FileRow[]> {
  return await query<FileRow & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM file WHERE organisation = $1 AND id = ANY ($2::text[]) AND complete AND NOT erased
       AND ${seenDossier('file.dossier', '$3')} ORDER BY id`,
    [organisation, ids, seenDepartments(sight)],
  );
}

/** Deletes files whose records were deleted, also those that did not come yet: none of them is taken again. */
export async function eraseFiles({ query }: Queries, organisation: string, ids: readonly string[]): Promise<void> {
  await query(
    `INSERT INTO file (organisation, id, dossier, size, sha256, parts, erased)
     SELECT $1, unnest($2::text[]), '', 0, '', '{}', true
     ON CONFLICT (organisation, id) DO UPDATE SET dossier = '', size = 0, sha256 = '', parts = '{}', complete = false,
       erased = true`,
    [organisation, ids],
  );
  await query('DELETE FROM file_part WHERE organisation = $1 AND file = ANY ($2::text[])', [organisation, ids]);
}

export interface FileWanted {
  readonly id: string;
  readonly sight: Sight;
  /** Where it is to be brought: who brings it. */
  readonly laptop?: number;
}

/** A file that a laptop with this sight may know of, or may bring. */
export async function findFile(
  { query }: Queries,
  organisation: string,
  { id, sight, laptop }: FileWanted,
): Promise<FileRow | null> {
  const [row] = await query<FileRow & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM file WHERE organisation = $1 AND id = $2
       AND (${seenDossier('file.dossier', '$3')} OR ${wroteAbout('file.dossier', '$4')})`,
    [organisation, id, seenDepartments(sight), laptop ?? null],
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
    const locked = await query(
      'SELECT 1 AS one FROM file WHERE organisation = $1 AND id = $2 AND NOT erased FOR UPDATE',
      [organisation, file.id],
    );
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
      await query('SELECT pg_notify($1, $2)', [NEWS, `${organisation} ${FILE_NEWS}`]);
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

/** The bytes of a file of the organisation; null while it is not whole, and once it is gone. */
export async function readWholeFile(queries: Queries, organisation: string, id: string): Promise<Uint8Array | null> {
  const [file] = await queries.query<FileRow & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM file WHERE organisation = $1 AND id = $2 AND complete AND NOT erased`,
    [organisation, id],
  );
  if (file === undefined) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of readParts(queries, organisation, file)) pieces.push(piece);
  return Buffer.concat(pieces);
}
