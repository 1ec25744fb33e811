import { Button, Checkbox, Progress } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  candidateBatches,
  CANDIDATES_PER_REPORT,
  withoutWithdrawn,
} from '../../../../shared/domain/reports/candidate-batches.js';
import type { ApplicationId, VacancyId } from '../../../../shared/records/primitives.js';
import type { Vacancy } from '../../../../shared/records/vacancy.js';
import type { Roster, Stored } from '../../../data/roster/rows.js';
import { useRoster } from '../../../data/use-session.js';
import { readList } from '../../../state/application-lists.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { useFormats } from '../../../ui/formats.js';
import page from '../../../ui/list-page.module.css';
import report from '../../../ui/report/report.module.css';
import { HandlingHead } from '../handling-head.js';
import { countSections } from '../sections.js';
import { listApplications, sortApplications, type ListedApplication } from '../sort-applications.js';
import { VacancyGone } from '../vacancy-gone.js';
import { CandidateTable } from './candidate-table.js';
import classes from './candidate-report.module.css';
import { MadeReports } from './made-reports.js';
import { useCandidateReport, type CandidateReportDesk } from './use-candidate-report.js';

/** *Candidate report* of a vacancy (G-6, G-15): the CVs of the chosen candidates as one PDF. */
export function CandidateReportPage({ vacancyId }: { readonly vacancyId: VacancyId }) {
  const { collator } = useFormats();
  const select = useCallback(
    (roster: Roster) => ({
      vacancy: roster.vacancies.get(vacancyId) ?? null,
      rows: sortApplications(listApplications(roster, vacancyId), { column: 'name', descending: false }, collator),
    }),
    [vacancyId, collator],
  );
  const { vacancy, rows } = useRoster(select);
  return vacancy === null ? <VacancyGone /> : <Candidates vacancy={vacancy} rows={rows} />;
}

interface CandidatesProps {
  readonly vacancy: Stored<VacancyId, Vacancy>;
  readonly rows: readonly ListedApplication[];
}

function Candidates({ vacancy, rows }: CandidatesProps) {
  const { t } = useTranslation();
  const [hidesWithdrawn, setHidesWithdrawn] = useState(true);
  const shown = useMemo(() => (hidesWithdrawn ? withoutWithdrawn(rows) : rows), [rows, hidesWithdrawn]);
  const [ticked, setTicked] = useState<ReadonlySet<ApplicationId>>(() => startOf(vacancy.id, rows));
  const chosen = useMemo(() => shown.filter(({ application }) => ticked.has(application.id)), [shown, ticked]);
  const desk = useCandidateReport(vacancy);
  return (
    <div className={page['page']}>
      <HandlingHead
        vacancy={vacancy}
        section="candidates"
        counts={countSections(rows.map(({ application }) => application))}
      />
      {rows.length === 0 ? (
        <div className={page['nobody']}>
          <EmptyState icon={IconFiles} title={t('reports.candidateReport')}>
            {t('reports.candidateReportEmpty')}
          </EmptyState>
        </div>
      ) : (
        <>
          <Bar chosen={chosen} desk={desk}>
            <Checkbox
              label={t('reports.hideWithdrawn')}
              checked={hidesWithdrawn}
              disabled={desk.making !== null}
              onChange={({ currentTarget }) => {
                setHidesWithdrawn(currentTarget.checked);
              }}
            />
          </Bar>
          <div className={report['content']}>
            <MadeReports made={desk.made} />
            <CandidateTable rows={shown} ticked={ticked} disabled={desk.making !== null} onChange={setTicked} />
          </div>
        </>
      )}
    </div>
  );
}

/** Those who are ticked in *All applications*; everybody while nobody is. */
function startOf(vacancyId: VacancyId, rows: readonly ListedApplication[]): ReadonlySet<ApplicationId> {
  const ids = rows.map(({ application }) => application.id);
  const ticked = ids.filter((id) => readList(vacancyId).ticked.has(id));
  return new Set(ticked.length === 0 ? ids : ticked);
}

interface BarProps {
  readonly chosen: readonly ListedApplication[];
  readonly desk: CandidateReportDesk;
  readonly children: ReactNode;
}

/** How many candidates and files it will be, before anything is made; then how far it is. */
function Bar({ chosen, desk: { making, make, cancel }, children }: BarProps) {
  const { t } = useTranslation();
  const batches = candidateBatches(chosen).length;
  const size = { count: chosen.length, files: batches, most: CANDIDATES_PER_REPORT };
  if (making !== null) {
    return (
      <div className={report['bar']}>
        <h2>{t('reports.candidateReport')}</h2>
        <p role="status">{t('reports.making', { ...making })}</p>
        <Progress
          className={classes['progress']}
          aria-label={t('reports.candidateReport')}
          value={(100 * (making.at - 1)) / making.count}
        />
        <Button size="xs" onClick={cancel}>
          {t('common.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className={report['bar']}>
      <h2>{t('reports.candidateReport')}</h2>
      {children}
      <div className={classes['side']}>
        <p className={classes['size']} role="status">
          {chosen.length === 0
            ? t('reports.nobodyChosen')
            : t(batches === 1 ? 'reports.chosenOne' : 'reports.chosenMany', size)}
        </p>
        <Button size="xs" variant="filled" disabled={chosen.length === 0} onClick={() => void make(chosen)}>
          {t('reports.make')}
        </Button>
      </div>
    </div>
  );
}
