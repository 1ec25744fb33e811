import type { TFunction } from 'i18next';
import { fairReport, STEPS, type FairRow, type Step } from '../../../shared/domain/reports/fair-report.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { HOUR, type Instant } from '../../../shared/lib/time.js';
import type { Roster } from '../../data/roster/rows.js';
import type { Formats } from '../../ui/formats.js';
import { metPeople } from './met-people.js';
import { inScopePeriod, type ReportScope } from './report-scope.js';
import type { ReportView } from './report-view.js';

const STEP_WORDS = {
  captured: 'reports.captured',
  applied: 'reports.applied',
  invited: 'common.statusInvited',
  offered: 'common.statusOffered',
  hired: 'common.statusHired',
} as const satisfies Record<Step, MessageKey>;

/** What became of the people of each fair (beyond.md no. 15); the period is that in which they were met. */
export function fairView(roster: Roster, scope: ReportScope, now: Instant, formats: Formats, t: TFunction): ReportView {
  const rows = fairReport(metPeople(roster, now, inScopePeriod(scope, formats.zone)));
  const nameOf = ({ fairId }: FairRow): string =>
    (fairId === null ? undefined : roster.fairs.get(fairId)?.name) ?? t('reports.noFair');
  const sum = (step: Step): number => rows.reduce((total, { steps }) => total + steps[step], 0);
  const all = sum('captured');
  return {
    plot: {
      title: t('reports.becameOfPeople'),
      full: all,
      bars: STEPS.map((step) => ({
        key: step,
        name: t(STEP_WORDS[step]),
        count: sum(step),
        figure: `${formats.number(sum(step))} · ${formats.percent(sum(step) / all)}`,
      })),
    },
    report: {
      columns: [
        { name: t('reports.fair') },
        ...STEPS.map((step) => ({ name: t(STEP_WORDS[step]), number: true })),
        { name: t('reports.contacted'), number: true },
        { name: t('reports.medianToContact'), inFile: t('reports.medianHours'), number: true },
      ],
      rows: rows.map((row) => ({
        key: row.fairId ?? '',
        cells: [nameOf(row), ...STEPS.map((step) => row.steps[step]), row.contacted, waitCell(row, formats)],
      })),
      totals: [
        t('reports.total'),
        ...STEPS.map(sum),
        rows.reduce((total, { contacted }) => total + contacted, 0),
        null,
      ],
    },
  };
}

/** A spreadsheet counts with hours; a person reads hours or days. */
function waitCell({ medianToContact }: FairRow, formats: Formats) {
  if (medianToContact === null) return null;
  const hours = Math.round((10 * medianToContact) / HOUR) / 10;
  return { value: hours, shown: formats.duration(medianToContact) };
}
