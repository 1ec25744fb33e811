import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { setStatus } from '../../../shared/domain/status-event.js';
import { instantAt } from '../../../shared/lib/time.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { ALL_DELETED, changeDeletedList, useDeletedList } from '../../state/deleted-list.js';
import { useErasureRequestStore } from '../../state/erasure-request.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { DeletedApplicationsPage } from './deleted-applications-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const TRAINEE = testId<VacancyId>(10);
const CONTROLLER = testId<VacancyId>(11);
const GONE = testId<VacancyId>(12);
const MAJA = testId<RecruiterId>(3);
const TODAY = '2026-11-18';

beforeEach(() => {
  changeDeletedList({ type: 'filter', filter: ALL_DELETED });
  useDeletedList.setState({ cursor: null });
});

afterEach(hidePage);

const applicationId = (n: number): ApplicationId => testId(2000 + n);

let made = 0;

/** One application of a person, with the steps that brought it to its status, each at nine o’clock of a day. */
function application(
  n: number,
  { givenName, vacancyId, person = n }: { givenName: string; vacancyId: VacancyId; person?: number },
  steps: readonly (readonly [ApplicationStatus, string])[],
): readonly Change[] {
  const personId = testId<PersonId>(1000 + person);
  const newId = (): string => testId(9000 + (made += 1));
  return [
    ...(person === n ? [personCreate(personId, { givenName, familyName: 'Berg', school: 'KTH' })] : []),
    applicationCreate(applicationId(n), { personId, vacancyId }),
    ...steps.map(([to, date]) =>
      setStatus({ applicationId: applicationId(n), personId, status: 'new' }, to, {
        at: instantAt('Europe/Oslo', date, '09:00'),
        by: MAJA,
        newId,
      }),
    ),
  ];
}

const DELETED: readonly Change[] = [
  ...application(1, { givenName: 'Ebba', vacancyId: TRAINEE }, [['deleted', '2026-11-16']]),
  ...application(2, { givenName: 'Oskar', vacancyId: CONTROLLER }, [
    ['offered', '2026-11-10'],
    ['deleted', TODAY],
  ]),
  ...application(3, { givenName: 'Tuva', vacancyId: GONE }, [['deleted', '2026-11-17']]),
  ...application(4, { givenName: 'Nora', vacancyId: TRAINEE }, []),
];

async function show(changes: readonly Change[] = DELETED, rights: readonly Right[] = RIGHTS): Promise<Session> {
  await page.viewport(1200, 700);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const session = await openTestSession(
    [
      organisationCreate(),
      vacancyCreate(TRAINEE, { title: 'Trainee', department: 'Grid' }),
      vacancyCreate(CONTROLLER, { title: 'Controller', department: 'Finance' }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      ...changes,
    ],
    { now: instantAt('Europe/Oslo', TODAY, '12:00') },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const rootRoute = createRootRoute({ component: Outlet });
  const getParentRoute = () => rootRoute;
  const routes = [
    createRoute({ getParentRoute, path: '/deleted', component: DeletedApplicationsPage }),
    createRoute({
      getParentRoute,
      path: '/vacancies/$vacancyId/applications/$applicationId',
      component: () => 'the dossier',
    }),
  ];
  const history = createMemoryHistory({ initialEntries: ['/deleted'] });
  showPage(session, createRouter({ routeTree: rootRoute.addChildren(routes), history }));
  await expect.element(page.getByRole('heading', { name: 'Deleted applications' })).toBeInTheDocument();
  return session;
}

const names = (): readonly string[] =>
  [...document.querySelectorAll('[data-line] a')].map(({ textContent }) => textContent);
const statusOf = (session: Session, n: number) => session.roster.current().applications.get(applicationId(n))?.status;
const button = (name: string | RegExp) => page.getByRole('button', { name });

it('R14: lists what is deleted, the last first, with vacancy, department, status before, who did it and when', async () => {
  await show();
  await expect.poll(names).toEqual(['Oskar Berg', 'Tuva Berg', 'Ebba Berg']);
  const row = page.getByRole('row', { name: /Oskar Berg/ });
  for (const words of ['Received job offer', 'Controller', 'Maja', '09:00'])
    await expect.element(row).toHaveTextContent(words);
  await expect.element(page.getByRole('row', { name: /Ebba Berg/ })).toHaveTextContent('16 Nov 2026');
});

it('G-2: Select vacancy, Select time period and names narrow it; nothing found is said, with the way back', async () => {
  await show();
  await button('Select vacancy').click();
  await page.getByRole('menuitemcheckbox', { name: /Trainee/ }).click();
  await expect.poll(names).toEqual(['Ebba Berg']);
  await button('Remove the filter Select vacancy').click();
  await button('Select time period').click();
  await page.getByLabelText('From').fill('2026-11-17');
  await expect.poll(names).toEqual(['Oskar Berg', 'Tuva Berg']);
  await page.getByLabelText('Until').fill('2026-11-17');
  await expect.poll(names).toEqual(['Tuva Berg']);
  await userEvent.keyboard('{Escape}');
  await page.getByRole('textbox', { name: 'Filter the list' }).fill('oskar');
  await expect.element(page.getByText('Nobody matches')).toBeInTheDocument();
  await button('Remove all filters').click();
  await expect.poll(names).toHaveLength(3);
});

it('R15: Restore takes the ticked back into their vacancies with the status Restored; Undo takes that back', async () => {
  const session = await show();
  await page.getByRole('checkbox', { name: 'Tick Ebba Berg' }).click();
  await page.getByRole('checkbox', { name: 'Tick Oskar Berg' }).click();
  await button(/^Restore/).click();
  await expect.poll(names).toEqual(['Tuva Berg']);
  expect([statusOf(session, 1), statusOf(session, 2), statusOf(session, 3)]).toEqual([
    'restored',
    'restored',
    'deleted',
  ]);
  const { toast } = useUiStore.getState();
  expect(toast?.text).toBe('2 applications are restored to their vacancies');
  await toast?.undo?.();
  await expect.poll(names).toEqual(['Oskar Berg', 'Tuva Berg', 'Ebba Berg']);
});

it('C14: whose vacancy is gone, and who has applied there again, is named with the reason before the others are restored', async () => {
  const again = application(5, { givenName: 'Ebba', vacancyId: TRAINEE, person: 1 }, []);
  const session = await show([...DELETED, ...again]);
  await userEvent.keyboard('{Control>}a{/Control}');
  await button(/^Restore/).click();
  const dialog = page.getByRole('dialog', { name: 'Restore' });
  await expect.element(dialog).toHaveTextContent('2 applications cannot be restored');
  await expect.element(dialog).toHaveTextContent('Tuva BergThe vacancy is deleted');
  await expect.element(dialog).toHaveTextContent('Ebba BergHas another application for Trainee');
  expect(statusOf(session, 2)).toBe('deleted');
  await button('Restore 1').click();
  await expect.poll(() => statusOf(session, 2)).toBe('restored');
  await expect.element(dialog).not.toBeInTheDocument();
  expect([statusOf(session, 1), statusOf(session, 3)]).toEqual(['deleted', 'deleted']);
});

it('C14: where nobody can be restored there is nothing to confirm', async () => {
  await show();
  await page.getByRole('checkbox', { name: 'Tick Tuva Berg' }).click();
  await button(/^Restore/).click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('1 application cannot be restored');
  await expect.element(button(/^Restore \d/)).not.toBeInTheDocument();
});

it('R16: Delete permanently is asked for the ticked', async () => {
  await show();
  await page.getByRole('checkbox', { name: /Ebba Berg/ }).click();
  await button('Delete permanently').click();
  expect(useErasureRequestStore.getState().request).toEqual({
    kind: 'applications',
    applications: [{ id: applicationId(1), personId: testId<PersonId>(1001) }],
  });
});

it('is worked by keyboard: down, tick, all, none, and Enter opens the dossier', async () => {
  await show();
  await userEvent.keyboard('jjx');
  expect([...useDeletedList.getState().ticked]).toEqual([applicationId(3)]);
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(page.getByRole('region', { name: 'Ticked applications' })).toHaveTextContent('3 ticked');
  await userEvent.keyboard('{Escape}');
  expect(useDeletedList.getState().ticked.size).toBe(0);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('the dossier')).toBeInTheDocument();
});

it('says what the place is while nothing is deleted', async () => {
  await show([]);
  await expect.element(page.getByText('Nothing is deleted')).toBeInTheDocument();
});

it('C19: shows nobody to those who may not delete', async () => {
  await show(DELETED, ['send-email']);
  await expect.element(page.getByText('You cannot open this page')).toBeInTheDocument();
  expect(names()).toEqual([]);
});
