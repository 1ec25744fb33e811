import type { TFunction } from 'i18next';
import { success, type Result } from '../../../../shared/lib/result.js';
import type { HostErrorCode } from '../../../../shared/host/errors.js';
import type { ReportSheet } from '../../../../shared/records/report-sheet.js';
import type { StoredRecord } from '../../../data/read-record.js';
import { readDossierOnce } from '../../../data/read-dossier-once.js';
import type { Session } from '../../../data/session.js';
import { fetchFile } from '../../../ui/pdf/fetch-file.js';
import type { ListedApplication } from '../sort-applications.js';
import type { FilePages } from './file-pages.js';
import type { ReportPart } from './join-report.js';
import { fileNote, fileWarning } from './report-words.js';

/** A candidate's sheet and CVs, ready to be joined, and what the reader must know about them. */
export interface CandidatePart extends ReportPart {
  readonly warnings: readonly string[];
}

export interface PartContext {
  readonly session: Pick<Session, 'dossier' | 'host'>;
  readonly t: TFunction;
  readonly signal: AbortSignal;
  /** What every sheet of the report says of itself. */
  readonly common: Pick<ReportSheet, 'language' | 'date' | 'title'>;
  /** Makes a file ready; a port, so that tests need neither canvas nor worker. */
  readonly filePages: (
    bytes: Uint8Array<ArrayBuffer>,
    mediaType: StoredCv['fields']['mediaType'],
  ) => Promise<FilePages>;
  /** The lines under the name. */
  readonly linesOf: (row: ListedApplication) => readonly string[];
}

type StoredCv = StoredRecord<'document'>;

interface ReadCv {
  readonly name: string;
  readonly file: FilePages;
}

/** Reads a candidate's CVs and sets the sheet that stands before them. A file that cannot be put in is named on it. */
export async function candidatePart(
  row: ListedApplication,
  place: string,
  context: PartContext,
): Promise<Result<CandidatePart, HostErrorCode>> {
  const { t, common, session, signal } = context;
  const dossier = await readDossierOnce(session, row.person.id);
  const cvs = (dossier?.documents ?? []).filter(({ fields }) => isCvOf(fields, row.application.id));
  const read: ReadCv[] = [];
  for (const cv of cvs) read.push({ name: cv.fields.name, file: await readCv(cv, context) });
  const sheet: ReportSheet = {
    ...common,
    kind: 'candidate',
    place,
    name: row.name,
    lines: [...context.linesOf(row), ...(read.length === 0 ? [t('reports.noCv')] : [])],
    files: read.map(({ name, file }) => ({ name, note: fileNote(file, t), missing: file.kind === 'none' })),
    texts: read.flatMap(({ name, file }) => (file.kind === 'text' ? [{ heading: name, text: file.text }] : [])),
  };
  const made = await setSheet(session.host, sheet, signal);
  if (!made.ok) return made;
  const files = read.flatMap(({ file }) => ('pdf' in file ? [file.pdf] : []));
  return success({
    name: row.name,
    pdfs: [made.value.pdf, ...files],
    warnings: [
      ...(read.length === 0 ? [t('reports.noCv')] : []),
      ...read.flatMap(({ name, file }) => {
        const warning = fileWarning(file, t);
        return warning === null ? [] : [`${name}: ${warning}`];
      }),
      ...(made.value.replaced ? [t('reports.charactersReplaced')] : []),
    ],
  });
}

/** What belongs to another application stays there. */
function isCvOf({ kind, applicationId }: StoredCv['fields'], own: string): boolean {
  return kind === 'cv' && (applicationId === null || applicationId === own);
}

async function readCv({ fields }: StoredCv, { session, signal, filePages }: PartContext): Promise<FilePages> {
  const bytes = await fetchFile(session.host.fileUrl(fields.fileId), signal);
  if (bytes.ok) return await filePages(bytes.value, fields.mediaType);
  return { kind: 'none', reason: bytes.code === 'file/damaged' ? 'unreadable' : 'missing' };
}

/** A sheet as the host sets it. */
export async function setSheet(
  host: Session['host'],
  sheet: ReportSheet,
  signal: AbortSignal,
): Promise<Result<{ readonly pdf: Uint8Array; readonly replaced: boolean }, HostErrorCode>> {
  const made = await host.call('report.sheet', { sheet });
  if (!made.ok) return made;
  const pdf = await fetchFile(made.value.url, signal);
  return pdf.ok ? success({ pdf: pdf.value, replaced: made.value.replaced }) : pdf;
}
