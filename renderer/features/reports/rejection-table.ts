import type { TFunction } from 'i18next';
import { rejectionReport, type ReasonRow } from '../../../shared/domain/reports/rejection-report.js';
import { REJECTION_STAGES } from '../../../shared/records/application.js';
import type { Roster } from '../../data/roster/rows.js';
import type { Formats } from '../../ui/formats.js';
import { STAGE_WORDS } from '../../ui/stage-words.js';
import { applicationsInScope, inScopePeriod, type ReportScope } from './report-scope.js';
import type { ReportView } from './report-view.js';

/** *Rejection Reasons Report* (C21): why people were rejected, and at which stage; the period is that of the rejection. */
export function rejectionView(roster: Roster, scope: ReportScope, formats: Formats, t: TFunction): ReportView {
  const isWanted = inScopePeriod(scope, formats.zone);
  const rejections = applicationsInScope(roster, scope)
    .map(({ application }) => application)
    .filter(({ rejectedAt }) => rejectedAt !== null && isWanted(rejectedAt));
  const rows = rejectionReport(rejections);
  const names = new Map(roster.organisation?.rejectionReasons.map(({ id, names: words }) => [id, words]));
  const nameOf = ({ reasonId }: ReasonRow): string =>
    (reasonId === null ? undefined : names.get(reasonId)?.[formats.language]) ?? t('reports.noReason');
  const all = rows.reduce((sum, { total }) => sum + total, 0);
  return {
    plot: {
      title: t('reports.rejectionsByReason'),
      full: rows[0]?.total ?? 0,
      bars: rows.map((row) => ({
        key: row.reasonId ?? '',
        name: nameOf(row),
        count: row.total,
        figure: `${formats.number(row.total)} · ${formats.percent(row.total / all)}`,
      })),
    },
    report: {
      columns: [
        { name: t('applications.extractReason') },
        ...REJECTION_STAGES.map((stage) => ({ name: t(STAGE_WORDS[stage]), number: true })),
        { name: t('reports.total'), number: true },
      ],
      rows: rows.map((row) => ({
        key: row.reasonId ?? '',
        cells: [nameOf(row), ...REJECTION_STAGES.map((stage) => row.stages[stage]), row.total],
      })),
      totals: [
        t('reports.total'),
        ...REJECTION_STAGES.map((stage) => rows.reduce((sum, { stages }) => sum + stages[stage], 0)),
        all,
      ],
    },
  };
}
