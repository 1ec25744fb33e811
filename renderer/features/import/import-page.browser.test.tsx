import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import { organisationCreate, personCreate, testId, vacancyCreate } from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { requestImport } from '../../state/import-request.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ImportPage } from './import-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);

afterEach(hidePage);

async function show(text: string, rights: readonly Right[] = RIGHTS): Promise<Session> {
  const session = await openTestSession([
    organisationCreate(),
    vacancyCreate(VACANCY),
    personCreate(testId<PersonId>(1), { email: 'ebba@example.com' }),
    {
      kind: 'create',
      table: 'recruiter',
      id: MAJA,
      dossier: null,
      fields: {
        name: 'Maja',
        email: 'maja@example.com',
        rights: [...rights],
        departments: [],
        active: true,
        demo: false,
      },
    },
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const rootRoute = createRootRoute({ component: Outlet });
  const getParentRoute = () => rootRoute;
  const routes = [
    createRoute({ getParentRoute, path: '/import', component: () => <ImportPage vacancyId={VACANCY} /> }),
  ];
  const history = createMemoryHistory({ initialEntries: ['/import'] });
  showPage(session, createRouter({ routeTree: rootRoute.addChildren(routes), history }), { height: 900 });
  await expect.element(page.getByRole('heading', { name: 'Import' })).toBeInTheDocument();
  drop(text);
  return session;
}

/** As if it was dropped on another page. */
function drop(text: string): void {
  requestImport(new File([text], 'people.csv'));
}

const column = (name: string) => page.getByRole('combobox', { name: `${name}: filed as` });
const preview = () => page.getByRole('list', { name: /as (it|they) will be filed/ });
const button = (name: string | RegExp) => page.getByRole('button', { name });

const LIST =
  'Who;Email;Remark\nEbba Norrlander;ebba@example.com;one\nOskar Hedvall;oskar@example.com;two\n;nobody@example.com;';

it('shows what the columns were taken for, and five rows as they will be filed, with the reasons of the others', async () => {
  await show(`${LIST}\n${'Alva;alva@example.com;\n'.repeat(4)}`);
  await expect.element(column('Email')).toHaveValue('email');
  await expect.element(column('Remark')).toHaveValue('note');
  await expect.element(column('Who')).toHaveValue('');
  await expect.element(preview()).toHaveTextContent('There is no name.');
  await column('Who').selectOptions('Full name');
  await expect.element(preview()).toHaveTextContent(/Ebba Norrlander.*Oskar Hedvall/);
  expect(document.querySelectorAll('ul[aria-label*="as they will be filed"] > li')).toHaveLength(5);
});

it('files no field from two columns', async () => {
  await show(LIST);
  await column('Who').selectOptions('Note');
  await expect.element(column('Remark')).toHaveValue('');
  await expect.element(preview()).toHaveTextContent('There is no name.');
});

it('reads the file otherwise when somebody says so, and keeps what was read when it cannot', async () => {
  await show('Name,Note\n"Ebba",x\nOskar,"y');
  await expect.element(page.getByText(/In row 3 a quotation mark is opened/)).toBeInTheDocument();
  drop(LIST);
  await page.getByRole('radio', { name: 'Comma' }).click();
  await expect.element(column('Column 1')).toBeInTheDocument();
  await page.getByRole('radio', { name: 'Semicolon' }).click();
  await expect.element(column('Who')).toBeInTheDocument();
  await page.getByRole('radio', { name: 'A person' }).click();
  await expect.element(column('Column 1')).toBeInTheDocument();
});

it('says what becomes of each row, and files what it says', async () => {
  const session = await show(LIST);
  await column('Who').selectOptions('Full name');
  await button('Check 3 rows').click();
  await expect.element(page.getByRole('heading', { name: '1 person will be filed' })).toBeInTheDocument();
  await expect.element(page.getByText(/Ebba Norrlander has this email address/)).toBeInTheDocument();
  await page.getByRole('radio', { name: 'File once more' }).click();
  await button('Import 2 people').click();
  await expect.element(page.getByRole('heading', { name: '2 people are filed' })).toBeInTheDocument();
  const { people } = session.roster.current();
  expect([...people.values()].map(({ kind, consent }) => [kind, consent])).toEqual(Array(3).fill(['candidate', null]));
  expect(
    session.roster
      .current()
      .applicationsIn(VACANCY)
      .map(({ status }) => status),
  ).toEqual(['new', 'new']);
  await button('Undo').click();
  await expect.element(button('Choose a file')).toBeInTheDocument();
  expect(session.roster.current().people.size).toBe(1);
});

it('G-9: offers to add to people on file only to those who may write there', async () => {
  await show(
    LIST,
    RIGHTS.filter((right) => right !== 'documents-notes'),
  );
  await button('Check 3 rows').click();
  await expect.element(page.getByRole('radio', { name: 'File once more' })).toBeInTheDocument();
  await expect.element(page.getByRole('radio', { name: /^Add the note/ })).not.toBeInTheDocument();
});
