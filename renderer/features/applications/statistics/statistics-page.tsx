import { IconChartBar } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countStages } from '../../../../shared/domain/reports/stages-passed.js';
import { dateIn, MINUTE } from '../../../../shared/lib/time.js';
import type { VacancyId } from '../../../../shared/records/primitives.js';
import type { Roster } from '../../../data/roster/rows.js';
import { useNow } from '../../../data/use-now.js';
import { useRoster } from '../../../data/use-session.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { useFormats } from '../../../ui/formats.js';
import page from '../../../ui/list-page.module.css';
import { BarPlot } from '../../../ui/report/bar-plot.js';
import { ReportCommands } from '../../../ui/report/report-commands.js';
import { ReportTable } from '../../../ui/report/report-table.js';
import classes from '../../../ui/report/report.module.css';
import { STATUS_LOOKS } from '../../../ui/status-tag.js';
import { countProgress } from '../count-progress.js';
import { HandlingHead } from '../handling-head.js';
import { countSections } from '../sections.js';
import { VacancyGone } from '../vacancy-gone.js';
import { STAGE_NAMES, statisticsReport } from './statistics-report.js';
import { statisticsRows, type StatisticsRow } from './statistics-rows.js';

/** *Statistics* of a vacancy (G-6): who passed which stage, as a plot and as its table. */
export function StatisticsPage({ vacancyId }: { readonly vacancyId: VacancyId }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow(MINUTE);
  const { collator } = formats;
  const select = useCallback(
    (roster: Roster) => ({
      vacancy: roster.vacancies.get(vacancyId) ?? null,
      rows: statisticsRows(roster, vacancyId, now, collator),
    }),
    [vacancyId, now, collator],
  );
  const { vacancy, rows } = useRoster(select);
  const report = useMemo(() => statisticsReport(rows, formats, t), [rows, formats, t]);
  if (vacancy === null) return <VacancyGone />;
  return (
    <div className={page['page']}>
      <HandlingHead
        vacancy={vacancy}
        section="statistics"
        counts={countSections(rows.map(({ application }) => application))}
      />
      {rows.length === 0 ? (
        <div className={page['nobody']}>
          <EmptyState icon={IconChartBar} title={t('reports.statistics')}>
            {t('reports.statisticsEmpty')}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className={classes['bar']}>
            <h2>{t('reports.statistics')}</h2>
            <ReportCommands
              report={report}
              title={t('reports.statistics')}
              scope={[vacancy.title]}
              today={dateIn(formats.zone, now)}
            />
          </div>
          <div className={classes['content']}>
            <p className={classes['printed']}>{t('reports.asOf', { date: formats.dateTime(now) })}</p>
            <Plots rows={rows} />
            <ReportTable report={report} label={t('reports.statisticsTable')} />
          </div>
        </>
      )}
    </div>
  );
}

function Plots({ rows }: { readonly rows: readonly StatisticsRow[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const all = rows.length;
  const share = (count: number): string => `${formats.number(count)} · ${formats.percent(count / all)}`;
  const stages = useMemo(() => countStages(rows.map(({ marks }) => marks)), [rows]);
  const statuses = useMemo(() => countProgress(rows, 'overview'), [rows]);
  return (
    <div className={classes['plots']}>
      <BarPlot
        title={t('reports.stagesPassed')}
        full={all}
        bars={stages.map(({ stage, passed, ahead }) => ({
          key: stage,
          name: t(STAGE_NAMES[stage]),
          count: passed,
          ahead,
          figure:
            ahead === 0 ? share(passed) : `${share(passed)} · ${t('reports.ahead', { count: formats.number(ahead) })}`,
        }))}
      />
      <BarPlot
        title={t('dossier.vacancyStatus')}
        full={all}
        bars={statuses.map(({ status, count }) => ({
          key: status,
          name: t(STATUS_LOOKS[status].word),
          count,
          figure: share(count),
        }))}
      />
    </div>
  );
}
