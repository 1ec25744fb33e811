import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { setStatus } from '../../../shared/domain/status-event.js';
import { instantAt } from '../../../shared/lib/time.js';
import type { ApplicationEvent } from '../../../shared/records/application.js';
import type { Person } from '../../../shared/records/person.js';
import type { ApplicationId, FairId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { untick, useApplicationListStore } from '../../state/application-lists.js';
import { ALL_KEPT, changeDatabaseList, useDatabaseList } from '../../state/database-list.js';
import { closeProgress, closeVacancy, useProgressRequestStore } from '../../state/progress-request.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { CvDatabasePage } from './cv-database-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const TRAINEE = testId<VacancyId>(10);
const FAIR = testId<FairId>(20);
const MAJA = testId<RecruiterId>(3);
const TODAY = '2026-11-18';

beforeEach(() => {
  changeDatabaseList({ type: 'filter', filter: ALL_KEPT });
  useDatabaseList.setState({ cursor: null });
});

afterEach(async () => {
  closeProgress();
  closeVacancy();
  await hidePage();
});

const personId = (n: number): PersonId => testId(1000 + n);
const applicationId = (n: number): ApplicationId => testId(2000 + n);
let made = 0;
const newId = (): string => testId(9000 + (made += 1));
const stamp = { at: 1, by: MAJA, newId };

function consent(n: number, purpose: 'this-fair' | 'cv-database', until: string | null, given = true): Change {
  const event = { id: newId(), type: 'consent', at: made, by: MAJA, purpose, given, until } as const;
  const told = { noticeVersion: '1', language: 'sv' } as const;
  return { kind: 'event', table: 'person', id: personId(n), dossier: personId(n), event: { ...event, ...told } };
}

/** Somebody with an application that went through these steps; a prospect without steps. */
function met(
  n: number,
  person: Partial<Person>,
  steps: readonly Pick<Extract<ApplicationEvent, { type: 'status' }>, 'to' | 'rejection'>[] | null,
  consents: readonly Change[],
): readonly Change[] {
  const whose = { applicationId: applicationId(n), personId: personId(n), status: 'new' } as const;
  return [
    personCreate(personId(n), { familyName: 'Berg', kind: steps === null ? 'prospect' : 'candidate', ...person }),
    ...(steps === null ? [] : [applicationCreate(applicationId(n), { personId: personId(n), vacancyId: TRAINEE })]),
    ...(steps ?? []).map(({ to, rejection }) => setStatus(whose, to, stamp, { rejection })),
    ...consents,
  ];
}

const SAVED = { to: 'saved', rejection: null } as const;
const HIRED = { to: 'hired', rejection: null } as const;
const REJECTED = { to: 'rejected', rejection: { stage: 'first', reasonId: testId<string>(77) } } as const;

const KEPT: readonly Change[] = [
  ...met(
    1,
    { givenName: 'Åsa', city: 'Umeå', source: { fairId: FAIR } },
    [REJECTED, SAVED],
    [consent(1, 'cv-database', '2028-11-18')],
  ),
  ...met(
    2,
    { givenName: 'Oskar' },
    [SAVED],
    [consent(2, 'cv-database', '2028-11-18'), consent(2, 'cv-database', null, false)],
  ),
  ...met(3, { givenName: 'Tuva' }, null, [consent(3, 'this-fair', '2027-11-18')]),
  ...met(4, { givenName: 'Nora' }, [], [consent(4, 'cv-database', null)]),
  ...met(5, { givenName: 'Sten' }, [SAVED, HIRED], [consent(5, 'cv-database', null)]),
];

async function show(changes: readonly Change[] = KEPT, rights: readonly Right[] = RIGHTS): Promise<Session> {
  await page.viewport(1366, 700);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const fair = {
    name: 'Career Days',
    place: 'Oslo',
    stand: 'B14',
    firstDate: TODAY,
    lastDate: TODAY,
    demo: false,
    opensAt: '09:00',
    closesAt: '17:00',
    rooms: [],
  };
  const session = await openTestSession(
    [
      organisationCreate(),
      vacancyCreate(TRAINEE, { title: 'Trainee' }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      { kind: 'create', table: 'fair', id: FAIR, dossier: null, fields: fair },
      ...changes,
    ],
    { now: instantAt('Europe/Oslo', TODAY, '12:00') },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const rootRoute = createRootRoute({ component: Outlet });
  const getParentRoute = () => rootRoute;
  const routes = [
    createRoute({ getParentRoute, path: '/cv-database', component: CvDatabasePage }),
    createRoute({
      getParentRoute,
      path: '/vacancies/$vacancyId/applications/$applicationId',
      component: () => 'the dossier',
    }),
    createRoute({ getParentRoute, path: '/people/$personId', component: () => 'the prospect' }),
  ];
  const history = createMemoryHistory({ initialEntries: ['/cv-database'] });
  showPage(session, createRouter({ routeTree: rootRoute.addChildren(routes), history }), { width: 1366 });
  await expect.element(page.getByRole('heading', { name: 'CV database' })).toBeInTheDocument();
  return session;
}

const names = (): readonly string[] =>
  [...document.querySelectorAll('[data-line] a')].map(({ textContent }) => textContent);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (name: RegExp) => page.getByRole('row', { name });

it('R24, R25, G-12: lists who is saved and every prospect, with type, source, city, language and how long they agreed to it', async () => {
  await show();
  await expect.poll(names).toEqual(['Åsa Berg', 'Tuva Berg']);
  for (const words of ['Saved', 'Trainee', 'Career Days', 'Umeå', 'sv', '18 Nov 2028'])
    await expect.element(row(/Åsa/)).toHaveTextContent(words);
  for (const words of ['Prospect', 'No application', '18 Nov 2027, this fair only'])
    await expect.element(row(/Tuva/)).toHaveTextContent(words);
});

it('C25: the rejection before stays visible, with its stage; C24: those who were hired are gone', async () => {
  await show();
  await expect.element(row(/Åsa/)).toHaveTextContent('Rejection following 1st interview');
  expect(names()).not.toContain('Sten Berg');
});

it('C25: whose consent was withdrawn is not in the list; that they are still saved is said, and shown when asked for', async () => {
  await show();
  await expect.element(page.getByText('1 saved applicant is not in the list')).toBeInTheDocument();
  await button('Show').click();
  await expect.poll(names).toEqual(['Oskar Berg']);
  await expect.element(row(/Oskar/)).toHaveTextContent('Withdrawn');
  await button('Remove the filter Consent').click();
  await expect.poll(names).toHaveLength(2);
});

it('G-12: is searched from one letter without its diacritics, and narrowed by type and consent', async () => {
  await show();
  await page.getByRole('textbox', { name: 'Filter the list' }).fill('asa');
  await expect.poll(names).toEqual(['Åsa Berg']);
  await page.getByRole('textbox', { name: 'Filter the list' }).fill('t');
  await expect.poll(names).toEqual(['Tuva Berg']);
  await page.getByRole('textbox', { name: 'Filter the list' }).fill('');
  await button('Candidate type').click();
  await page.getByRole('menuitemcheckbox', { name: /Saved/ }).click();
  await expect.poll(names).toEqual(['Åsa Berg']);
  await userEvent.keyboard('{Escape}');
  await button('Consent').click();
  await page.getByRole('menuitemcheckbox', { name: /For this fair only/ }).click();
  await expect.element(page.getByText('Nobody matches')).toBeInTheDocument();
  await button('Remove all filters').click();
  await expect.poll(names).toHaveLength(2);
});

it('R24: Further progress is for those with an application; who has none is added to a vacancy', async () => {
  await show();
  await userEvent.keyboard('{Control>}a{/Control}');
  const bar = page.getByRole('region', { name: 'Ticked applications' });
  await expect.element(bar).toHaveTextContent('2 ticked');
  await button('Add 1 to a vacancy').click();
  expect(useProgressRequestStore.getState().adding).toEqual([personId(3)]);
  useApplicationListStore.setState({ action: 'transfer' });
  await button(/^Execute/).click();
  expect(useProgressRequestStore.getState().request).toMatchObject({
    action: 'transfer',
    applicationIds: [applicationId(1)],
  });
  untick([applicationId(1)]);
  await expect.element(bar).toHaveTextContent('1 ticked');
  await expect.element(button(/^Execute/)).not.toBeInTheDocument();
});

it('opens the dossier, of a prospect too, by mouse and by keyboard', async () => {
  await show();
  await userEvent.keyboard('j');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('the dossier')).toBeInTheDocument();
});

it('opens a prospect', async () => {
  await show();
  await row(/Tuva/).click();
  await expect.element(page.getByText('the prospect')).toBeInTheDocument();
});

it('says what the page is for while nobody is kept', async () => {
  await show([]);
  await expect.element(page.getByText('Nobody is kept for other vacancies yet')).toBeInTheDocument();
});

it('C19: shows nobody to those who may not search', async () => {
  await show(KEPT, ['send-email', 'no-other-applications']);
  await expect.element(page.getByText('You cannot open this page')).toBeInTheDocument();
  expect(names()).toEqual([]);
});
