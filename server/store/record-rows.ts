import { hash } from 'node:crypto';
import type { PackedState } from '../../shared/changes/change-set.js';
import { packState, unpackState } from '../../shared/changes/record-state.js';
import type { Json } from '../../shared/lib/json.js';
import { canonicalState, digestedText } from '../../shared/sync/digest.js';
import type { Queries } from '../database/database.js';
import { asLines, textsOf } from '../database/lines.js';
import { recordKey, valueOf, type KnownRecord } from '../fold/known-record.js';

interface RecordRow extends Record<string, unknown> {
  readonly tbl: string;
  readonly id: string;
  readonly dossier: string;
  readonly state: string;
}

/** Records that a push writes. */
export interface Writing {
  /** As they stood before, all of those that stood. */
  readonly known: readonly KnownRecord[];
  readonly written: readonly KnownRecord[];
  /** Of the log, to which they are folded from here on. */
  readonly place: number;
}

/** The named records as they stand, and all recruiters: every judgement asks for those. */
export async function readRecords(
  { query }: Queries,
  organisation: string,
  wanted: readonly { readonly table: string; readonly id: string }[],
): Promise<readonly KnownRecord[]> {
  const rows = await query<RecordRow>(
    `SELECT tbl, id, dossier, state FROM record
     JOIN (SELECT DISTINCT tbl, id FROM unnest($2::text[], $3::text[]) AS asked (tbl, id)) AS wanted USING (tbl, id)
     WHERE organisation = $1
     UNION ALL -- a recruiter who is named comes twice, and says the same
     SELECT tbl, id, dossier, state FROM record WHERE organisation = $1 AND tbl = 'recruiter'`,
    [organisation, wanted.map(({ table }) => table), wanted.map(({ id }) => id)],
  );
  return rows.map(recordOf);
}

/** Of whole dossiers the records in these tables, as they stand. */
export async function readDossiers(
  { query }: Queries,
  organisation: string,
  { dossiers, tables }: { readonly dossiers: readonly string[]; readonly tables: readonly string[] },
): Promise<readonly KnownRecord[]> {
  const rows = await query<RecordRow>(
    `SELECT tbl, id, dossier, state FROM record
     WHERE organisation = $1 AND dossier = ANY ($2::text[]) AND tbl = ANY ($3::text[]) AND NOT erased ORDER BY tbl, id`,
    [organisation, dossiers, tables],
  );
  return rows.map(recordOf);
}

/** People who may have been joined to this one (G-13): all of them, and perhaps others that name it. */
export async function readJoinedTo(
  { query }: Queries,
  organisation: string,
  person: string,
): Promise<readonly KnownRecord[]> {
  const rows = await query<RecordRow>(
    `SELECT tbl, id, dossier, state FROM record
     WHERE organisation = $1 AND tbl = 'person' AND NOT erased AND strpos(state, $2) > 0 ORDER BY id`,
    [organisation, `"into":${JSON.stringify(person)}`],
  );
  return rows.map(recordOf);
}

/** All records of these tables, as they stand. */
export async function readTables(
  { query }: Queries,
  organisation: string,
  tables: readonly string[],
): Promise<readonly KnownRecord[]> {
  const rows = await query<RecordRow>(
    `SELECT tbl, id, dossier, state FROM record
     WHERE organisation = $1 AND tbl = ANY ($2::text[]) AND NOT erased ORDER BY tbl, id`,
    [organisation, tables],
  );
  return rows.map(recordOf);
}

function recordOf({ tbl, id, dossier, state }: RecordRow): KnownRecord {
  return {
    table: tbl,
    id,
    dossier: dossier === '' ? null : dossier,
    // Written by this server, from a state.
    state: unpackState(JSON.parse(state) as PackedState),
  };
}

/** Writes records as they stand at a place of the log. Those that are new go in without a look at whether they are there. */
export async function writeRecords(
  queries: Queries,
  organisation: string,
  { known, written, place }: Writing,
): Promise<void> {
  const there = new Set(known.map(recordKey));
  const added = written.filter((record) => !there.has(recordKey(record)));
  const changed = written.filter((record) => there.has(recordKey(record)));
  await insert(queries, organisation, { records: added, place, onConflict: '' });
  const onConflict = `ON CONFLICT (organisation, tbl, id) DO UPDATE SET place = excluded.place, erased = excluded.erased,
    vacancy = excluded.vacancy, department = excluded.department, digest = excluded.digest, state = excluded.state`;
  await insert(queries, organisation, { records: changed, place, onConflict });
}

async function insert(
  { query }: Queries,
  organisation: string,
  {
    records,
    place,
    onConflict,
  }: { readonly records: readonly KnownRecord[]; readonly place: number; readonly onConflict: string },
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(rowOf);
  await query(
    `INSERT INTO record (organisation, place, tbl, id, dossier, erased, vacancy, department, digest, state)
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::text[], $9::bigint[], ${textsOf('$10')})
     ${onConflict}`,
    [
      organisation,
      place,
      rows.map(({ tbl }) => tbl),
      rows.map(({ id }) => id),
      rows.map(({ dossier }) => dossier),
      rows.map(({ erased }) => erased),
      rows.map(({ vacancy }) => vacancy),
      rows.map(({ department }) => department),
      rows.map(({ digest }) => digest),
      asLines(rows.map(({ state }) => state)),
    ],
  );
}

function rowOf(record: KnownRecord) {
  const { table, id, dossier, state } = record;
  const text = canonicalState(packState(state));
  return {
    tbl: table,
    id,
    dossier: dossier ?? '',
    erased: state.erased,
    vacancy: table === 'application' ? textOf(valueOf(record, 'vacancyId')) : null,
    department: table === 'vacancy' ? textOf(valueOf(record, 'department')) : null,
    digest: digestOf(table, id, text),
    state: text,
  };
}

/** First 8 bytes of the hash that the protocol names, as PostgreSQL's bigint. */
function digestOf(table: string, id: string, state: string): string {
  return hash('sha256', digestedText(table, id, state), 'buffer')
    .readBigInt64BE(0)
    .toString();
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
