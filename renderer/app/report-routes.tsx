import { createRoute } from '@tanstack/react-router';
import { CandidateReportPage } from '../features/applications/candidate-report/candidate-report-page.js';
import { StatisticsPage } from '../features/applications/statistics/statistics-page.js';
import { readReportSearch } from '../features/reports/report-names.js';
import { ReportsPage } from '../features/reports/reports-page.js';
import { PageFor } from './page-for.js';
import { root, vacancyParams } from './root-route.js';

const page = { getParentRoute: () => root };

const statistics = createRoute({
  ...page,
  path: '/vacancies/$vacancyId/statistics',
  params: vacancyParams,
  component: function Statistics() {
    const { vacancyId } = statistics.useParams();
    return (
      <PageFor right="reports">
        <StatisticsPage key={vacancyId} vacancyId={vacancyId} />
      </PageFor>
    );
  },
});
const candidateReport = createRoute({
  ...page,
  path: '/vacancies/$vacancyId/candidate-report',
  params: vacancyParams,
  component: function CandidateReport() {
    const { vacancyId } = candidateReport.useParams();
    return (
      <PageFor right="reports">
        <CandidateReportPage key={vacancyId} vacancyId={vacancyId} />
      </PageFor>
    );
  },
});
const reports = createRoute({
  ...page,
  path: '/reports',
  validateSearch: readReportSearch,
  component: function Reports() {
    const { report = 'rejections' } = reports.useSearch();
    return (
      <PageFor right="reports">
        <ReportsPage name={report} />
      </PageFor>
    );
  },
});

/** The pages that need the right to reports (G-9). */
export const reportRoutes = [statistics, candidateReport, reports] as const;
