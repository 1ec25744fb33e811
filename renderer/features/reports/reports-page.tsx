import { IconReport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { dateIn, MINUTE } from '../../../shared/lib/time.js';
import type { Roster } from '../../data/roster/rows.js';
import { useNow } from '../../data/use-now.js';
import { useRoster } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { NoMatch } from '../../ui/no-match.js';
import { PageHead } from '../../ui/page-head.js';
import { BarPlot } from '../../ui/report/bar-plot.js';
import { ReportCommands } from '../../ui/report/report-commands.js';
import { ReportTable } from '../../ui/report/report-table.js';
import classes from '../../ui/report/report.module.css';
import { Segmented } from '../../ui/segmented.js';
import { fairView } from './fair-table.js';
import { rejectionView } from './rejection-table.js';
import { REPORTS, type ReportName } from './report-names.js';
import { EVERYTHING, isNarrowed, scopeOf, type ReportScope } from './report-scope.js';
import { ScopeFilters, useScopeWords } from './scope-filters.js';
import { sourceView } from './source-table.js';

/** Each with what its figures count and what its period means. */
const REPORT_WORDS = {
  rejections: { name: 'reports.rejections', lead: 'reports.rejectionsLead' },
  sources: { name: 'reports.sources', lead: 'reports.sourcesLead' },
  fairs: { name: 'reports.fairs', lead: 'reports.fairsLead' },
} as const satisfies Record<ReportName, { name: MessageKey; lead: MessageKey }>;

/** *Reports* (G-15): why people were rejected, where they come from, what became of those met at a fair. */
export function ReportsPage({ name }: { readonly name: ReportName }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReportScope>(EVERYTHING);
  const scope = useMemo(() => scopeOf(name, chosen), [name, chosen]);
  return (
    <>
      <PageHead title={t('home.reports')} />
      <div className={classes['narrow']}>
        <Segmented
          label={t('reports.choose')}
          hideLabel
          value={name}
          options={REPORTS.map((value) => ({ value, label: t(REPORT_WORDS[value].name) }))}
          onChange={(next) => void navigate({ to: '/reports', search: { report: next } })}
        />
        <ScopeFilters name={name} scope={chosen} onChange={setChosen} />
      </div>
      <Shown
        key={name}
        name={name}
        scope={scope}
        onClear={() => {
          setChosen(EVERYTHING);
        }}
      />
    </>
  );
}

interface ShownProps {
  readonly name: ReportName;
  /** As far as the report applies it. */
  readonly scope: ReportScope;
  readonly onClear: () => void;
}

function Shown({ name, scope, onClear }: ShownProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow(MINUTE);
  const view = useMemo(
    () => (roster: Roster) => {
      if (name === 'fairs') return fairView(roster, scope, now, formats, t);
      return (name === 'rejections' ? rejectionView : sourceView)(roster, scope, formats, t);
    },
    [name, scope, now, formats, t],
  );
  const { plot, report } = useRoster(view);
  const words = useScopeWords(scope);
  const title = t(REPORT_WORDS[name].name);
  if (report.rows.length === 0) return <Nothing name={name} filtering={isNarrowed(scope)} onClear={onClear} />;
  return (
    <div className={classes['content']}>
      <div className={classes['top']}>
        <h2>{title}</h2>
        <ReportCommands report={report} title={title} scope={words} today={dateIn(formats.zone, now)} />
      </div>
      <p className={classes['printed']}>{[t('reports.asOf', { date: formats.dateTime(now) }), ...words].join(' · ')}</p>
      <p className={classes['lead']}>{t(REPORT_WORDS[name].lead)}</p>
      <div className={classes['plots']}>
        <BarPlot {...plot} />
      </div>
      <ReportTable report={report} label={title} />
    </div>
  );
}

interface NothingProps {
  readonly name: ReportName;
  readonly filtering: boolean;
  readonly onClear: () => void;
}

/** Why the report is empty: nobody is there yet, or nobody matches its filters. */
function Nothing({ name, filtering, onClear }: NothingProps) {
  const { t } = useTranslation();
  if (!filtering) {
    return (
      <EmptyState icon={IconReport} title={t('reports.nothing')}>
        {t(REPORT_WORDS[name].lead)}
      </EmptyState>
    );
  }
  return <NoMatch text={t('reports.noMatchText')} onClear={onClear} />;
}
