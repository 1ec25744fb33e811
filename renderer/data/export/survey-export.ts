import { failure, success, type Result } from '../../../shared/lib/result.js';
import { tables, TABLES, type Table } from '../../../shared/records/tables.js';
import type { WorkingStore } from '../working-store.js';
import { ExportManifest, FILES_FOLDER, MANIFEST_FILE, RECORDS_FOLDER } from './export-everything.js';
import { ExportLine } from './export-line.js';
import { listZip, readEntry, type ZipPlace } from './read-zip.js';

/** Bytes; our own parts have a few megabytes. */
const LONGEST_PART = 64 * 1024 * 1024;
const ROWS_AT_ONCE = 500;

export type ExportFault = 'export/not-one' | 'export/newer' | 'export/damaged';

/** A file that is an export, with what it says of itself. */
export interface OpenExport {
  readonly file: Blob;
  readonly parts: readonly ZipPlace[];
  /** By the ids of the files. */
  readonly files: ReadonlyMap<string, ZipPlace>;
  readonly manifest: ExportManifest;
}

/** What reading an export back would do, record for record. */
export interface ExportSurvey {
  readonly opened: OpenExport;
  readonly toAdd: number;
  /** Here already, and left as they are. */
  readonly there: number;
  /** Of people and records that were deleted permanently here: they never come back. */
  readonly erased: number;
  /** Not what their table declares, or without the person whose they are. */
  readonly invalid: number;
  readonly unknownTables: readonly string[];
  /** As `person.nickname`: their values are left out. */
  readonly unknownFields: readonly string[];
  /** Of documents that would be added and whose file is not in the export. */
  readonly withoutFile: number;
}

export async function openExport(file: Blob): Promise<Result<OpenExport, ExportFault>> {
  const places = await listZip(file);
  const described = places?.get(MANIFEST_FILE);
  if (places === null || described === undefined) return failure('export/not-one');
  const bytes = await readEntry(file, described, LONGEST_PART);
  if (bytes === null) return failure('export/damaged');
  const said = parsed(new TextDecoder().decode(bytes));
  const manifest = ExportManifest.safeParse(said);
  if (!manifest.success) return failure(isNewer(said) ? 'export/newer' : 'export/not-one');
  const all = [...places.values()];
  const files = all.filter(({ name }) => name.startsWith(`${FILES_FOLDER}/`));
  return success({
    file,
    parts: all.filter(({ name }) => name.startsWith(`${RECORDS_FOLDER}/`)),
    files: new Map(files.map((place) => [place.name.slice(FILES_FOLDER.length + 1).split('.')[0] ?? '', place])),
    manifest: manifest.data,
  });
}

/** A line that can be added, with the fields that its table declares. */
export interface KnownLine extends ExportLine {
  readonly table: Table;
}

/** Why a line is not added. */
export type LeftOut = 'there' | 'erased' | 'invalid' | { readonly unknownTable: string };

export interface JudgedLine {
  readonly line: KnownLine | null;
  readonly leftOut: LeftOut | null;
  readonly unknownFields: readonly string[];
}

/**
 * Every line of an export, judged against what stands here at this moment. Throws nothing for what the file holds; ends with
 * `false` where a part of it cannot be read.
 */
export async function* judgedLines(
  { file, parts }: OpenExport,
  store: Pick<WorkingStore, 'read'>,
): AsyncGenerator<readonly JudgedLine[] | false> {
  for (const part of parts) {
    const bytes = await readEntry(file, part, LONGEST_PART);
    if (bytes === null) {
      yield false;
      return;
    }
    const lines = new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter((line) => line !== '');
    for (let at = 0; at < lines.length; at += ROWS_AT_ONCE)
      yield await judge(lines.slice(at, at + ROWS_AT_ONCE), store);
  }
}

async function judge(texts: readonly string[], store: Pick<WorkingStore, 'read'>): Promise<readonly JudgedLine[]> {
  const read = texts.map((text) => ExportLine.safeParse(parsed(text)));
  const ids = read.flatMap(({ data }) => (data === undefined ? [] : [data.id, data.dossier ?? data.id]));
  const { rows } = await store.read([...new Set(ids)]);
  const isErased = (id: string | null): boolean => id !== null && rows.get(id)?.state.erased === true;
  return read.map(({ data }): JudgedLine => {
    if (data === undefined) return left('invalid');
    if (isErased(data.id) || isErased(data.dossier)) return left('erased');
    const table = TABLES.find((known) => known === data.table);
    if (table === undefined) return left({ unknownTable: data.table });
    if (rows.has(data.id)) return left('there');
    return known({ ...data, table });
  });
}

/** With its table's fields alone; invalid where they are not what the table declares. */
function known(line: KnownLine): JudgedLine {
  const { fields, events } = tables[line.table];
  const isValid =
    fields.safeParse(line.fields).success && line.events.every(({ event }) => events.safeParse(event).success);
  if (!isValid || (line.table === 'person') !== (line.dossier === line.id)) return left('invalid');
  const declared = Object.keys(line.fields).filter((field) => Object.hasOwn(fields.shape, field));
  const unknown = Object.keys(line.fields).filter((field) => !declared.includes(field));
  return {
    line: { ...line, fields: Object.fromEntries(declared.map((field) => [field, line.fields[field] ?? null])) },
    leftOut: null,
    unknownFields: unknown.map((field) => `${line.table}.${field}`),
  };
}

/** What reading it back would do; nothing is written. */
export async function surveyExport(
  opened: OpenExport,
  store: Pick<WorkingStore, 'read'>,
): Promise<Result<ExportSurvey, ExportFault>> {
  const count = { toAdd: 0, there: 0, erased: 0, invalid: 0, withoutFile: 0 };
  const unknownTables = new Set<string>();
  const unknownFields = new Set<string>();
  for await (const judged of judgedLines(opened, store)) {
    if (judged === false) return failure('export/damaged');
    for (const { line, leftOut, unknownFields: fields } of judged) {
      for (const field of fields) unknownFields.add(field);
      if (line !== null) {
        count.toAdd += 1;
        if (line.table === 'document' && !opened.files.has(textIn(line, 'fileId'))) count.withoutFile += 1;
      } else if (typeof leftOut === 'string') count[leftOut] += 1;
      else if (leftOut !== null) unknownTables.add(leftOut.unknownTable);
    }
  }
  return success({ opened, ...count, unknownTables: [...unknownTables], unknownFields: [...unknownFields] });
}

/** A field that holds a text; empty of any other. */
export function textIn({ fields }: Pick<ExportLine, 'fields'>, field: string): string {
  const value = fields[field];
  return typeof value === 'string' ? value : '';
}

function left(leftOut: LeftOut): JudgedLine {
  return { line: null, leftOut, unknownFields: [] };
}

function isNewer(said: unknown): boolean {
  const { format, version } = (typeof said === 'object' && said !== null ? said : {}) as {
    format?: unknown;
    version?: unknown;
  };
  return format === 'fairdesk-export' && typeof version === 'number' && version > 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
