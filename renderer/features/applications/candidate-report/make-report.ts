import type { HostErrorCode } from '../../../../shared/host/errors.js';
import { invariant } from '../../../../shared/lib/assert.js';
import { success, type Result } from '../../../../shared/lib/result.js';
import type { ReportSheet } from '../../../../shared/records/report-sheet.js';
import type { ListedApplication } from '../sort-applications.js';
import { candidatePart, setSheet, type CandidatePart, type PartContext } from './candidate-part.js';
import { countPages, joinReport } from './join-report.js';

/** A report of at most 25 candidates (G-15). */
export interface CandidateReport {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly candidates: number;
  /** Of the candidates that something has to be said about. */
  readonly warnings: readonly { readonly name: string; readonly words: readonly string[] }[];
}

interface MakeReport extends PartContext {
  /** The lines under the title of the first page. */
  readonly lines: readonly string[];
  /** Before each candidate, from 0. */
  readonly onProgress: (at: number, name: string) => void;
}

/**
 * The CVs of these candidates as one PDF: what is in it and on which page, then of each a sheet and the CVs. Null when it was
 * cancelled. Candidates are read one after the other: the files of one are in memory, not of all.
 */
export async function makeReport(
  rows: readonly ListedApplication[],
  context: MakeReport,
): Promise<Result<CandidateReport | null, HostErrorCode>> {
  const { signal, onProgress, common } = context;
  const parts: CandidatePart[] = [];
  for (const [at, row] of rows.entries()) {
    onProgress(at, row.name);
    const part = await candidatePart(row, `${(at + 1).toString()} / ${rows.length.toString()}`, context);
    if (signal.aborted) return success(null);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const contents = await setContents(parts, context);
  if (signal.aborted) return success(null);
  if (!contents.ok) return contents;
  const first = { name: common.title, pdfs: [contents.value] };
  const joined = await joinReport(common.title, common.language, [first, ...parts]);
  const warnings = parts.filter(({ warnings: words }) => words.length > 0);
  return success({
    ...joined,
    candidates: rows.length,
    warnings: warnings.map(({ name, warnings: words }) => ({ name, words })),
  });
}

/** The first pages know where everything begins; how many they are themselves is known once they are set. */
async function setContents(
  parts: readonly CandidatePart[],
  { session, signal, common, lines, t }: MakeReport,
): Promise<Result<Uint8Array, HostErrorCode>> {
  const lengths: number[] = [];
  for (const { pdfs } of parts) {
    let pages = 0;
    for (const pdf of pdfs) pages += await countPages(pdf);
    lengths.push(pages);
  }
  let own = 1;
  for (let tries = 0; tries < 3; tries++) {
    const sheet = contentsSheet(own);
    const made = await setSheet(session.host, sheet, signal);
    if (!made.ok) return made;
    const pages = await countPages(made.value.pdf);
    if (pages === own) return success(made.value.pdf);
    own = pages;
  }
  invariant(false, 'page numbers do not change how many lines there are');

  function contentsSheet(before: number): ReportSheet {
    let page = before + 1;
    const entries = parts.map(({ name, warnings }, at) => {
      const entry = { name, note: warnings.join(' · ').slice(0, 4000), page };
      page += lengths[at] ?? 0;
      return entry;
    });
    const heads: [string, string] = [t('reports.candidate'), t('reports.page')];
    return { ...common, kind: 'contents', lines: [...lines], heads, entries };
  }
}
