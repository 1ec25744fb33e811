export const REPORTS = ['rejections', 'sources', 'fairs'] as const;
export type ReportName = (typeof REPORTS)[number];

/** What the address of *Reports* may carry. */
export interface ReportSearch {
  readonly report?: ReportName;
}

/** For the route: whatever stands in the address, a report that exists or none. */
export function readReportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const report = REPORTS.find((known) => known === search['report']);
  return report === undefined ? {} : { report };
}
