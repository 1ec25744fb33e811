import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import type {
  ApplicationId,
  DocumentId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { searchPorts } from '../../data/search/testing/search-ports.js';
import type { Session } from '../../data/session.js';
import { useApplicationListStore } from '../../state/application-lists.js';
import { closeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { changeSearchList, EVERYTHING, useSearchList } from '../../state/search-list.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { SearchPage } from './search-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const TRAINEE = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);
const EBBA = testId<PersonId>(101);
const TUVA = testId<PersonId>(102);
const APPLICATION = testId<ApplicationId>(201);
const CV_FILE = testId(501);

const PEOPLE: readonly Change[] = [
  organisationCreate(),
  vacancyCreate(TRAINEE, { title: 'Trainee' }),
  personCreate(EBBA, { givenName: 'Ebba', familyName: 'Berg', city: 'Umeå', phone: '+46703184729' }),
  applicationCreate(APPLICATION, { personId: EBBA, vacancyId: TRAINEE, text: 'I like islands.' }),
  personCreate(TUVA, { givenName: 'Tuva', familyName: 'Lind', kind: 'prospect', phone: '', language: 'nb' }),
  {
    kind: 'create',
    table: 'document',
    id: testId<DocumentId>(401),
    dossier: EBBA,
    fields: {
      personId: EBBA,
      applicationId: null,
      fileId: CV_FILE,
      kind: 'cv',
      name: 'cv.pdf',
      mediaType: 'application/pdf',
      size: 10,
      addedAt: 1,
    },
  },
];

beforeEach(() => {
  changeSearchList({ type: 'request', request: EVERYTHING });
  changeSearchList({ type: 'advanced', advanced: false });
  useSearchList.setState({ cursor: null });
  useApplicationListStore.setState({ action: null });
});

afterEach(async () => {
  closeProgress();
  await hidePage();
});

async function show(rights: readonly Right[] = RIGHTS): Promise<Session> {
  await page.viewport(1366, 700);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const session = await openTestSession([
    ...PEOPLE,
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  session.search.start(searchPorts({ [CV_FILE]: 'Kan C++ och .NET\ni Ålesund' }));
  const rootRoute = createRootRoute({ component: Outlet });
  const getParentRoute = () => rootRoute;
  const routes = [
    createRoute({ getParentRoute, path: '/search', component: SearchPage }),
    createRoute({
      getParentRoute,
      path: '/vacancies/$vacancyId/applications/$applicationId',
      component: () => 'the dossier',
    }),
    createRoute({ getParentRoute, path: '/people/$personId', component: () => 'the prospect' }),
    createRoute({ getParentRoute, path: '/', component: () => 'home' }),
  ];
  const history = createMemoryHistory({ initialEntries: ['/search'] });
  showPage(session, createRouter({ routeTree: rootRoute.addChildren(routes), history }), { width: 1366 });
  await expect.element(page.getByRole('heading', { name: 'Search', exact: true })).toBeInTheDocument();
  return session;
}

const field = () => page.getByRole('textbox', { name: 'Search', exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const names = (): readonly string[] =>
  [...document.querySelectorAll('[data-line] a')].map(({ textContent }) => textContent);

it('G-14: finds words of a CV from one letter, shows the line with the word marked, and opens the dossier', async () => {
  await show();
  await expect.element(page.getByText('Search everything')).toBeInTheDocument();
  await field().fill('c++');
  await expect.poll(names).toEqual(['Ebba Berg']);
  await expect.poll(() => document.querySelector('mark')?.textContent).toBe('C++');
  await expect.element(page.getByRole('row', { name: /Ebba/ })).toHaveTextContent('CV Kan C++ och .NET i Ålesund');
  await field().fill('islands');
  await expect.element(page.getByRole('row', { name: /Ebba/ })).toHaveTextContent('Application I like islands.');
  await field().fill('å');
  await expect.poll(names).toEqual(['Ebba Berg', 'Tuva Lind']);
  await field().fill('nobody has this');
  await expect.element(page.getByText('Nobody matches')).toBeInTheDocument();
  await field().fill('070 318 47 29');
  await expect.poll(names).toEqual(['Ebba Berg']);
  await page.getByText('Ebba Berg').click();
  await expect.element(page.getByText('the dossier')).toBeInTheDocument();
});

it('G-14: finds prospects, too; who has applied is ticked for Further progress', async () => {
  await show();
  await field().fill('example.com');
  await expect.poll(names).toEqual(['Ebba Berg', 'Tuva Lind']);
  await expect.element(page.getByRole('row', { name: /Tuva/ })).toHaveTextContent('No application');
  await userEvent.keyboard('{Enter}{Control>}a{/Control}');
  await expect.element(page.getByRole('region', { name: 'Ticked applications' })).toHaveTextContent('2 ticked');
  useApplicationListStore.setState({ action: 'send-email' });
  await button(/^Execute/).click();
  expect(useProgressRequestStore.getState().request).toMatchObject({ applicationIds: [APPLICATION] });
});

it('G-14: the advanced search narrows by vacancy, status, type, language, ranking, rating and period, also without a word', async () => {
  await show();
  await button('Advanced search').click();
  await button('Candidate type').click();
  await page.getByRole('menuitemcheckbox', { name: /Prospect/ }).click();
  await expect.poll(names).toEqual(['Tuva Lind']);
  await userEvent.keyboard('{Escape}');
  await button('Remove all filters').click();
  await expect.element(page.getByText('Search everything')).toBeInTheDocument();
  for (const filter of ['Vacancy', 'Status', 'Language', 'Ranking', 'Rating', 'Received'])
    await expect.element(button(filter)).toBeInTheDocument();
});

it('G-14: a search is saved under a name, opened by a click, renamed, and deleted with a way back', async () => {
  const session = await show();
  await field().fill('c++ -cobol');
  await button('Save search').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Programmers');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await field().fill('');
  await button('Programmers').first().click();
  await expect.element(field()).toHaveValue('c++ -cobol');
  await field().fill('');
  await button('Rename Programmers').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Coders');
  await userEvent.keyboard('{Enter}');
  await button('Delete Coders').click();
  await expect.element(button('Delete Coders')).not.toBeInTheDocument();
  await useUiStore.getState().toast?.undo?.();
  await expect.element(button('Delete Coders')).toBeInTheDocument();
  expect([...session.roster.current().savedSearches.values()]).toMatchObject([{ name: 'Coders', recruiterId: MAJA }]);
});

it('G-9: without the right to search, the page says so', async () => {
  await show(RIGHTS.filter((right) => right !== 'cv-search'));
  await expect.element(page.getByText('You cannot open this page')).toBeInTheDocument();
  await expect.element(field()).not.toBeInTheDocument();
});
