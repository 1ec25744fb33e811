import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { ReportSheet } from '../../../shared/records/report-sheet.js';
import type { Typeset } from './typesetter.js';
import { REPORT_TEMPLATE } from './typst-parts.js';

export type ReportErrorCode = 'report/cannot-be-built';

interface RenderedSheet {
  readonly pdf: Uint8Array;
  /** Characters that the font lacks stand as question marks. */
  readonly replaced: boolean;
}

/**
 * What is kept when the font lacks something: first what it nearly always has, then only what it is known to have. A report
 * on twenty-five people is not refused for one letter of one name.
 */
const KEPT = [
  /[^\n\t\x20-\x7E\u00A0-\u024F\u0370-\u03FF\u0400-\u04FF\u1E00-\u1EFF\u2010-\u2027\u2030-\u203A\u20AC\u2122]/gu,
  /[^\n\t\x20-\x7E\u00A0-\u017F\u2013\u2014\u2018-\u201D\u2022\u2026\u20AC]/gu,
];
/** What word processors write for the dots of a list. */
const PRIVATE = /\p{Co}/gu;

/** A sheet of a candidate report as a PDF of its own. */
export async function renderReportSheet(
  typeset: Typeset,
  sheet: ReportSheet,
): Promise<Result<RenderedSheet, ReportErrorCode>> {
  for (const missing of [null, ...KEPT]) {
    const inputs = { sheet: JSON.stringify(sheet, (_, value: unknown) => settable(value, missing)) };
    const pdf = await typeset({ template: REPORT_TEMPLATE, inputs, date: sheet.date });
    if (pdf.ok) return success({ pdf: pdf.value, replaced: missing !== null });
    if (pdf.code !== 'unreadable-character') break;
  }
  return failure('report/cannot-be-built');
}

function settable(value: unknown, missing: RegExp | null): unknown {
  if (typeof value !== 'string') return value;
  const plain = value.normalize('NFC').replace(PRIVATE, '•');
  return missing === null ? plain : plain.replace(missing, '?');
}
