import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { eventsOf, valuesOf } from '../../../shared/changes/record-state.js';
import { filePath } from '../../../shared/lib/zip/file-path.js';
import { writeZipWith, type Bytes, type ZipEntry } from '../../../shared/lib/zip/write-zip.js';
import { dateIn } from '../../../shared/lib/time.js';
import { PERSONAL_RECORDS } from '../../../shared/records/person-export.js';
import type { Database } from '../../database/database.js';
import type { KnownRecord } from '../../fold/known-record.js';
import { readWholeFile } from '../../store/file-rows.js';
import type { Candidate } from './find-candidate.js';

const deflate = promisify(deflateRaw);

/** Everything that is kept about somebody, as a ZIP file: the records as `person.json`, and the files. One of them is in memory at a time. */
export function zipOf(database: Database, candidate: Candidate, now: number): Readable {
  const means = {
    utf8: (text: string): Bytes => new Uint8Array(Buffer.from(text)),
    deflate: async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await deflate(bytes)),
  };
  return Readable.from(
    writeZipWith(means, entriesOf(database, candidate, now), dateIn(candidate.organisation.zone, now)),
  );
}

async function* entriesOf(database: Database, candidate: Candidate, now: number): AsyncGenerator<ZipEntry> {
  const files = candidate.documents.map(({ fileId, name }, at) => ({ fileId, path: filePath('files', at + 1, name) }));
  const missing: string[] = [];
  for (const { fileId, path } of files) {
    const bytes = await readWholeFile(database, candidate.organisation.id, fileId);
    if (bytes === null) missing.push(path);
    else yield { name: path, bytes: new Uint8Array(bytes), deflate: false };
  }
  const json = JSON.stringify(ownCopy(candidate, { now, files, missing }), null, 2);
  yield { name: 'person.json', bytes: new Uint8Array(Buffer.from(`${json}\n`)), deflate: true };
}

/** docs/export-format.md. What the schemas of the person export leave out is left out here: the list of what is handed out is one. */
function ownCopy(
  { organisation, records, vacancies }: Candidate,
  {
    now,
    files,
    missing,
  }: {
    readonly now: number;
    readonly files: readonly { readonly fileId: string; readonly path: string }[];
    readonly missing: readonly string[];
  },
) {
  const tables = Object.entries(PERSONAL_RECORDS).map(([table, schema]) => [
    table,
    records
      .filter((record) => record.table === table)
      .flatMap((record): readonly unknown[] => schema.safeParse([kept(record)]).data ?? []),
  ]);
  return {
    format: 'fairdesk-own-copy',
    version: 1,
    writtenAt: now,
    organisation: organisation.name,
    records: Object.fromEntries(tables) as Record<string, unknown>,
    names: { vacancies: Object.fromEntries(vacancies) },
    files,
    missingFiles: missing,
  };
}

function kept({ id, state }: KnownRecord) {
  const takenBack = [...state.events.values()]
    .map(({ event }) => event)
    .filter((event) => state.retracted.has(event.id));
  return { id, fields: valuesOf(state), events: eventsOf(state), takenBack };
}
