import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { setStatus } from '../../../shared/domain/status-event.js';
import { SHIPPED_REJECTION_REASONS } from '../../../shared/records/rejection-reason.js';
import type { PersonId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { readReportSearch } from './report-names.js';
import { ReportsPage } from './reports-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const TRAINEE = testId<VacancyId>(10);
const CONTROLLER = testId<VacancyId>(11);
const NOW = Date.parse('2026-11-18T12:00:00Z');
const [QUALIFICATIONS, EXPERIENCE] = SHIPPED_REJECTION_REASONS;

afterEach(async () => {
  vi.restoreAllMocks();
  await hidePage();
});

/** Somebody rejected for a reason. */
function rejected(n: number, vacancyId: VacancyId, reason: (typeof SHIPPED_REJECTION_REASONS)[number] | undefined) {
  const personId = testId<PersonId>(100 + n);
  const whose = { applicationId: testId<never>(200 + n), personId, status: 'new' } as const;
  const stamp = { at: NOW, by: null, newId: () => testId(300 + n) };
  const rejection = { stage: 'review', reasonId: reason?.id ?? '' } as const;
  return [
    personCreate(personId, { familyName: n.toString() }),
    applicationCreate(whose.applicationId, { personId, vacancyId, receivedAt: NOW }),
    setStatus(whose, 'rejected', stamp, { rejection }),
  ] as const satisfies readonly Change[];
}

async function show(...more: readonly Change[]): Promise<void> {
  await page.viewport(1200, 700);
  const vacancies = [
    vacancyCreate(TRAINEE, { title: 'Trainee 1/2 offshore', department: 'Grid' }),
    vacancyCreate(CONTROLLER, { title: 'Controller', department: 'Finance' }),
  ];
  const session = await openTestSession([organisationCreate(), ...vacancies, ...more], { now: NOW });
  const root = createRootRoute({ component: Outlet });
  const reports = createRoute({
    getParentRoute: () => root,
    path: '/reports',
    validateSearch: readReportSearch,
    component: function Reports() {
      const { report = 'rejections' } = reports.useSearch();
      return <ReportsPage name={report} />;
    },
  });
  const history = createMemoryHistory({ initialEntries: ['/reports'] });
  showPage(session, createRouter({ routeTree: root.addChildren([reports]), history }));
  await expect.element(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible();
}

const table = (name: string) => page.getByRole('table', { name });
const row = (name: string) => page.getByRole('row', { name });

it('C21 the plot and the table say the same, and a vacancy narrows both', async () => {
  await show(
    ...rejected(1, TRAINEE, QUALIFICATIONS),
    ...rejected(2, TRAINEE, QUALIFICATIONS),
    ...rejected(3, CONTROLLER, EXPERIENCE),
  );
  const plot = page.getByRole('figure', { name: 'Rejections by reason' });
  await expect.element(plot).toHaveTextContent(/Missing qualifications2 · 67.?%Too little experience1 · 33.?%/);
  await expect.element(row('Missing qualifications 2 0 0 0 0 2')).toBeVisible();
  await expect.element(row('Total 3 0 0 0 0 3')).toBeVisible();
  await page.getByRole('button', { name: 'Vacancy', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Controller/ }).click();
  await expect.element(row('Total 1 0 0 0 0 1')).toBeVisible();
  await expect.element(plot).not.toHaveTextContent('Missing qualifications');
});

it('G-15 each report is one click away, and says what it would show where there is nothing', async () => {
  await show(...rejected(1, TRAINEE, QUALIFICATIONS));
  await page.getByRole('radio', { name: 'Source' }).click();
  await expect.element(table('Source')).toBeVisible();
  await expect.element(row('Met at no fair 0 0 0 1 0 0 1')).toBeVisible();
  await page.getByRole('radio', { name: 'Fairs' }).click();
  await expect.element(table('Fairs')).toBeVisible();
  await page.getByRole('radio', { name: 'Rejection reasons' }).click();
  await page.getByRole('button', { name: 'Period' }).click();
  await page.getByRole('button', { name: 'Yesterday' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await expect.element(row('Total 1 0 0 0 0 1')).toBeVisible();
});

it('G-15 without anybody rejected there is nothing to report yet, and nothing to remove', async () => {
  await show();
  await expect.element(page.getByRole('heading', { name: 'Nothing to report yet' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Remove all filters' })).not.toBeInTheDocument();
});

it('the printed sheet names the filters of its own report, and no others', async () => {
  await show(...rejected(1, TRAINEE, QUALIFICATIONS), ...rejected(2, CONTROLLER, EXPERIENCE));
  await page.getByRole('button', { name: 'Department', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Grid/ }).click();
  await expect.element(row('Total 1 0 0 0 0 1')).toBeVisible();
  await expect.element(page.getByText(/^As of /)).toHaveTextContent(/ · Grid$/);
  await page.getByRole('radio', { name: 'Fairs' }).click();
  await expect.element(row('Total 2 2 0 0 0 0')).toBeInTheDocument();
  await expect.element(page.getByText(/^As of /)).not.toHaveTextContent('Grid');
  await page.getByRole('radio', { name: 'Source' }).click();
  await expect.element(page.getByText(/^As of /)).toHaveTextContent(/ · Grid$/);
});

it('a report is saved for a spreadsheet as it stands, without its sums, under the name of what it is about', async () => {
  await show(...rejected(1, TRAINEE, QUALIFICATIONS), ...rejected(2, CONTROLLER, EXPERIENCE));
  await page.getByRole('button', { name: 'Vacancy', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Trainee/ }).click();
  await expect.element(row('Total 1 0 0 0 0 1')).toBeVisible();
  const saved: { readonly name: string; readonly text: Promise<string> }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: fetch(this.href).then((answer) => answer.text()) });
  });
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect.poll(() => saved).toHaveLength(1);
  expect(saved[0]?.name).toBe('Rejection reasons 2026-11-18 – Trainee 1-2 offshore.csv');
  const lines = (await saved[0]?.text)?.trim().split('\r\n').slice(1);
  expect(lines).toEqual(['Missing qualifications;1;0;0;0;0;1']);
});

it('a report is printed from its page', async () => {
  await show(...rejected(1, TRAINEE, QUALIFICATIONS));
  const print = vi.spyOn(window, 'print').mockReturnValue();
  await page.getByRole('button', { name: /^Print/ }).click();
  expect(print).toHaveBeenCalledOnce();
});
