import type { Bar } from '../../ui/report/bar-plot.js';
import type { Report } from '../../ui/report/report.js';

/** What a page of reports shows: the same figures as lengths and as numbers. */
export interface ReportView {
  readonly plot: { readonly title: string; readonly full: number; readonly bars: readonly Bar[] };
  readonly report: Report;
}
