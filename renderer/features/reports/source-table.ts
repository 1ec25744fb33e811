import type { TFunction } from 'i18next';
import { OUTCOMES, sourceReport, type Outcome, type SourceRow } from '../../../shared/domain/reports/source-report.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Roster } from '../../data/roster/rows.js';
import type { Formats } from '../../ui/formats.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import { applicationsInScope, inScopePeriod, type ReportScope } from './report-scope.js';
import type { ReportView } from './report-view.js';

const OUTCOME_WORDS = {
  active: 'reports.undecided',
  pending: 'applications.pending',
  hired: STATUS_LOOKS.hired.word,
  rejected: STATUS_LOOKS.rejected.word,
  withdrawn: STATUS_LOOKS.withdrawn.word,
  saved: STATUS_LOOKS.saved.word,
} as const satisfies Record<Outcome, MessageKey>;

/** *Source* (G-15): where the applications come from, and where they stand; the period is that in which they were received. */
export function sourceView(roster: Roster, scope: ReportScope, formats: Formats, t: TFunction): ReportView {
  const isWanted = inScopePeriod(scope, formats.zone);
  const applications = applicationsInScope(roster, scope)
    .filter(({ application }) => isWanted(application.receivedAt))
    .map(({ application, person }) => ({ status: application.status, fairId: person.fairId }));
  const rows = sourceReport(applications);
  const nameOf = ({ fairId }: SourceRow): string =>
    (fairId === null ? undefined : roster.fairs.get(fairId)?.name) ?? t('reports.noFair');
  const all = rows.reduce((sum, { total }) => sum + total, 0);
  return {
    plot: {
      title: t('reports.applicationsBySource'),
      full: rows[0]?.total ?? 0,
      bars: rows.map((row) => ({
        key: row.fairId ?? '',
        name: nameOf(row),
        count: row.total,
        figure: `${formats.number(row.total)} · ${formats.percent(row.total / all)}`,
      })),
    },
    report: {
      columns: [
        { name: t('applications.extractSource') },
        ...OUTCOMES.map((outcome) => ({ name: t(OUTCOME_WORDS[outcome]), number: true })),
        { name: t('reports.total'), number: true },
      ],
      rows: rows.map((row) => ({
        key: row.fairId ?? '',
        cells: [nameOf(row), ...OUTCOMES.map((outcome) => row.outcomes[outcome]), row.total],
      })),
      totals: [
        t('reports.total'),
        ...OUTCOMES.map((outcome) => rows.reduce((sum, { outcomes }) => sum + outcomes[outcome], 0)),
        all,
      ],
    },
  };
}
