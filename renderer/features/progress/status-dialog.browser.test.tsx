import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { applicationCreate, testId, vacancyCreate } from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { closeProgress } from '../../state/progress-request.js';
import { hidePage } from '../../testing/page-on-show.js';
import { applicationId, MAJA, openProgress, personId, VACANCY } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

beforeEach(() => {
  closeProgress();
});

afterEach(async () => {
  closeProgress();
  await hidePage();
});

const EBBA = { givenName: 'Ebba', language: 'sv' } as const;
const PRIYA = { givenName: 'Priya', language: 'en', email: '' } as const;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const statusOf = (session: Session, n: number) => session.roster.current().applications.get(applicationId(n))?.status;

it('R9: Withdrawn asks nothing, shows whom it concerns, also those without an address, and can be undone', async () => {
  const session = await openProgress('withdraw', { people: [EBBA, PRIYA] });
  await expect.element(page.getByText('have withdrawn')).toBeInTheDocument();
  expect(page.getByText('New → Withdrawn', { exact: true }).elements()).toHaveLength(2);
  await expect.element(button('Cancel')).toBeInTheDocument();
  await button('Mark 2 as withdrawn').click();
  await expect.element(page.getByText('2 applicants are marked as withdrawn')).toBeInTheDocument();
  expect([statusOf(session, 0), statusOf(session, 1)]).toEqual(['withdrawn', 'withdrawn']);
  expect(session.roster.current().messages.size).toBe(0);
  await button('Undo').click();
  await expect.poll(() => [statusOf(session, 0), statusOf(session, 1)]).toEqual(['new', 'new']);
});

it('R12: who has withdrawn already is named and left out, and then there is nothing to execute', async () => {
  const event = { id: testId(77), at: 1, by: MAJA, type: 'status', to: 'withdrawn' } as const;
  const more = [{ kind: 'event', table: 'application', id: applicationId(0), dossier: personId(0), event }] as const;
  await openProgress('withdraw', { people: [EBBA], more });
  await expect.element(page.getByText('Has already withdrawn')).toBeInTheDocument();
  await expect.element(button(/^Mark/)).not.toBeInTheDocument();
  await expect.element(button('Close').first()).toBeInTheDocument();
});

it('R13, R14, G-2: Delete lists the ticked, spares whose tick is taken away, and takes the others out of the vacancy', async () => {
  const session = await openProgress('delete', { people: [EBBA, PRIYA] });
  await page.getByRole('checkbox', { name: 'Include Priya Norrlander' }).click();
  await button('Delete 1').click();
  await expect.element(page.getByText('1 application is in Deleted applications')).toBeInTheDocument();
  expect([statusOf(session, 0), statusOf(session, 1)]).toEqual(['deleted', 'new']);
  expect(
    session.roster
      .current()
      .applicationsIn(VACANCY)
      .map(({ id }) => id),
  ).toEqual([applicationId(1)]);
  await button('Undo').click();
  await expect.poll(() => session.roster.current().applicationsIn(VACANCY).length).toBe(2);
});

it('R33, C13: Transfer asks where to, by status; who is moved stands in the other vacancy only, without the answers given here', async () => {
  const target = testId<VacancyId>(50);
  const more = [vacancyCreate(target, { title: 'Controller', department: 'Finance' })];
  const session = await openProgress('transfer', { people: [EBBA], more });
  await button('Check the plan').click();
  await expect.element(page.getByText('Choose a vacancy.')).toBeInTheDocument();
  await page.getByRole('combobox', { name: 'Vacancy' }).click();
  await page.getByRole('option', { name: 'Controller · Finance' }).click();
  await button('Check the plan').click();
  await expect.element(page.getByText('Controller: Transferred · New → Transferred away')).toBeInTheDocument();
  await button('Transfer 1').click();
  await expect.element(page.getByText('1 applicant is transferred')).toBeInTheDocument();
  const { roster } = session;
  expect(roster.current().applicationsIn(VACANCY)).toEqual([]);
  expect(roster.current().applicationsIn(target)).toMatchObject([{ personId: personId(0), status: 'transferred' }]);
  await button('Undo').click();
  await expect
    .poll(() =>
      roster
        .current()
        .applicationsIn(VACANCY)
        .map(({ status }) => status),
    )
    .toEqual(['new']);
  expect(roster.current().applicationsIn(target)).toEqual([]);
});

it('R35, C25: into the CV database only those are saved who agreed to it; the others are named', async () => {
  const consent = {
    id: testId(78),
    type: 'consent',
    at: 1,
    by: MAJA,
    purpose: 'cv-database',
    given: true,
    noticeVersion: '1',
    language: 'sv',
    until: null,
  } as const;
  const more = [{ kind: 'event', table: 'person', id: personId(0), dossier: personId(0), event: consent }] as const;
  const session = await openProgress('transfer', { people: [EBBA, PRIYA], more });
  await page.getByRole('radio', { name: 'CV database' }).click();
  await button('Check the plan').click();
  await expect.element(page.getByText('No consent to be kept in the CV database')).toBeInTheDocument();
  await button('Transfer 1').click();
  await expect.poll(() => [statusOf(session, 0), statusOf(session, 1)]).toEqual(['saved', 'new']);
});

it('R38, R39, C24: Hire asks for position, department and start date, and for the other applications', async () => {
  const elsewhere = testId<VacancyId>(50);
  const other = testId<ApplicationId>(2900);
  const more = [
    vacancyCreate(elsewhere, { title: 'Controller' }),
    applicationCreate(other, { personId: personId(0), vacancyId: elsewhere }),
  ];
  const session = await openProgress('hire', { people: [EBBA], more });
  await button('Check the plan').click();
  await expect.element(page.getByText('Start date is missing for 1 applicant.')).toBeInTheDocument();
  await page.getByLabelText('Start date, Ebba Norrlander', { exact: true }).fill('2027-02-01');
  await page.getByRole('checkbox', { name: 'Ebba Norrlander: Controller (New) becomes Withdrawn' }).click();
  await button('Check the plan').click();
  await expect.element(page.getByText('New → Hired · Controller: New → Withdrawn')).toBeInTheDocument();
  await button('Hire 1').click();
  await expect.element(page.getByText('1 applicant is hired and stands under Employees')).toBeInTheDocument();
  const { applications } = session.roster.current();
  expect(applications.get(applicationId(0))).toMatchObject({
    status: 'hired',
    employment: { position: 'Trainee', department: 'Grid', startDate: '2027-02-01' },
  });
  expect(applications.get(other)?.status).toBe('withdrawn');
});

it('R26, C17: without a server Save and send says that nothing opens with a password, and hands the same people over to Save', async () => {
  const agreed = {
    id: testId(78),
    type: 'consent',
    at: 1,
    by: MAJA,
    purpose: 'cv-database',
    given: true,
    noticeVersion: '1',
    language: 'sv',
    until: null,
  } as const;
  const more = [0, 1].map((n) => ({
    ...({ kind: 'event', table: 'person', id: personId(n), dossier: personId(n) } as const),
    event: { ...agreed, id: testId<string>(78 + n) },
  }));
  const session = await openProgress('save-and-send-credentials', { people: [EBBA, PRIYA], more });
  await expect.element(page.getByText('There is nothing that a user name and password would open')).toBeInTheDocument();
  await expect.element(button(/^Save and send to/)).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Include Priya Norrlander' }).click();
  await button('Save application').click();
  await button('Save 1').click();
  await expect.poll(() => [statusOf(session, 0), statusOf(session, 1)]).toEqual(['saved', 'new']);
});

it('R104: after an action, Application handling and what else can be done with the same people are one click away', async () => {
  await openProgress('reject', { people: [PRIYA] });
  await page.getByRole('radio').first().click();
  await page.getByRole('radio', { name: 'Too little experience' }).click();
  await button('Check the plan').click();
  await button(/^Reject 1/).click();
  const related = page.getByRole('navigation', { name: 'See also' });
  await expect.element(related.getByRole('link', { name: 'Application handling' })).toBeInTheDocument();
  await expect.element(related.getByRole('link', { name: 'Tests' })).toBeInTheDocument();
  await related.getByRole('button', { name: 'Delete' }).click();
  await expect.element(button('Delete 1')).toBeInTheDocument();
});
