import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ApplicationId, Language, PersonId, RecruiterId, VacancyId } from '../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import { changeList } from '../state/application-lists.js';
import { closeProgress, useProgressRequestStore } from '../state/progress-request.js';
import { EVERYTHING, changeSearchList, useSearchList } from '../state/search-list.js';
import { setPaletteOpen } from '../state/ui-store.js';
import { openTestSession } from '../testing/open-test-session.js';
import { hidePage, showPage } from '../testing/page-on-show.js';
import { Palette } from './palette.js';
import '@mantine/core/styles.css';
import '../ui/tokens.css';

const VACANCY = testId<VacancyId>(20);
const EBBA = testId<PersonId>(101);
const EBBAS = testId<ApplicationId>(201);
const MAJA = testId<RecruiterId>(3);

beforeEach(() => {
  closeProgress();
  changeSearchList({ type: 'request', request: EVERYTHING });
});
afterEach(async () => {
  setPaletteOpen(false);
  closeProgress();
  changeList(VACANCY, { ticked: new Set() });
  await hidePage();
});

interface Scene {
  readonly language: Language;
  readonly at: string;
  readonly rights?: readonly Right[];
}

/** The palette over a page on which somebody may be in front. */
async function openPalette({ language, at, rights = RIGHTS }: Scene): Promise<void> {
  const session = await openTestSession([
    organisationCreate(),
    {
      kind: 'create',
      table: 'recruiter',
      id: MAJA,
      dossier: null,
      fields: { name: 'Maja', email: '', rights: [...rights], active: true },
    },
    vacancyCreate(VACANCY),
    personCreate(EBBA),
    applicationCreate(EBBAS, { personId: EBBA, vacancyId: VACANCY }),
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const root = createRootRoute({
    component: () => (
      <>
        <Outlet />
        <Palette />
      </>
    ),
  });
  const routes = ['/', '/search', '/vacancies/$vacancyId', '/vacancies/$vacancyId/applications/$applicationId'].map(
    (path) => createRoute({ getParentRoute: () => root, path, component: () => <h1>{path}</h1> }),
  );
  const history = createMemoryHistory({ initialEntries: [at] });
  showPage(session, createRouter({ routeTree: root.addChildren(routes), history }), { language });
  await expect.element(page.getByRole('heading')).toBeInTheDocument();
  setPaletteOpen(true);
  await expect.element(page.getByRole('combobox')).toHaveFocus();
}

const options = () =>
  page
    .getByRole('option')
    .elements()
    .map(({ textContent }) => textContent);
const LIST = `/vacancies/${VACANCY}`;
const DOSSIER = `${LIST}/applications/${EBBAS}`;

it('C7: jobberbjudande finds the job offer and its status, under the words of the action list', async () => {
  await openPalette({ language: 'sv', at: DOSSIER });
  await userEvent.keyboard('jobberbjudande');
  await expect.poll(options).toHaveLength(2);
  expect(options()[0]).toMatch(/^Skicka anställningsförfrågan/);
  expect(options()[1]).toMatch(/^Har mottagit anställningsförfrågan/);
  await userEvent.keyboard('{Enter}');
  const asked = useProgressRequestStore.getState().request;
  expect(asked).toMatchObject({ action: 'send-offer', applicationIds: [EBBAS] });
});

it('C7: a status leads to everybody who has it', async () => {
  await openPalette({ language: 'sv', at: '/' });
  await userEvent.keyboard('fått jobberbj');
  await expect.poll(options).toHaveLength(1); // nobody is in front, so there is no action
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading')).toHaveTextContent('/search');
  expect(useSearchList.getState().request).toEqual({ ...EVERYTHING, statuses: ['offered'] });
});

it('C7, C9: Danish and Norwegian other words find theirs, for those who are ticked', async () => {
  changeList(VACANCY, { ticked: new Set([EBBAS]) });
  await openPalette({ language: 'da', at: LIST });
  await userEvent.keyboard('trukket tilbage');
  await expect.poll(options).toHaveLength(2);
  expect(options().every((name) => name.startsWith('Trukket sig'))).toBe(true);
  await userEvent.clear(page.getByRole('combobox'));
  await userEvent.keyboard('fællesrang');
  await expect.poll(options).toEqual([expect.stringMatching(/^Send til panelevaluering/)]);
});

it('C7, C19: an action without the right is not found by any word', async () => {
  await openPalette({ language: 'sv', at: DOSSIER, rights: ['send-email', 'no-other-applications'] });
  await userEvent.keyboard('jobberbjudande');
  await expect.element(page.getByRole('status')).not.toBeEmptyDOMElement();
  expect(options()).toEqual([]);
});
