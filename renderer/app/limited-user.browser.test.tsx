import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { RIGHTS_OF_LEVEL } from '../../shared/domain/right-levels.js';
import type { RecruiterId } from '../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../shared/records/recruiter.js';
import { organisationCreate, testId } from '../../shared/testing/change-builders.js';
import { openTestSession } from '../testing/open-test-session.js';
import { hidePage, showPage } from '../testing/page-on-show.js';
import { HomeEntries } from '../features/home/home-entries.js';
import { PageFor } from './page-for.js';
import { Rail } from './rail.js';
import { usePaletteEntries } from './use-palette-entries.js';
import '@mantine/core/styles.css';
import '../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);

afterEach(hidePage);

function PaletteNames() {
  return (
    <ul aria-label="palette">
      {usePaletteEntries('').map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}

/** The rail, the entries of Home and what the palette offers, and a page that needs the right to add candidates. */
async function show(rights: readonly Right[]): Promise<void> {
  await page.viewport(1366, 768);
  const recruiter = (id: string, held: readonly Right[]) =>
    ({
      kind: 'create',
      table: 'recruiter',
      id,
      dossier: null,
      fields: { name: 'M', email: '', rights: held, active: true },
    }) as const;
  const session = await openTestSession([organisationCreate(), recruiter(MAJA, rights), recruiter(testId(4), RIGHTS)]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const root = createRootRoute({
    component: () => (
      <>
        <Rail />
        <HomeEntries />
        <PaletteNames />
        <Outlet />
      </>
    ),
  });
  const form = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => <PageFor right="add-candidates">the form</PageFor>,
  });
  showPage(session, createRouter({ routeTree: root.addChildren([form]), history: createMemoryHistory() }));
  await expect.element(page.getByRole('link', { name: 'Vacancy list' }).first()).toBeInTheDocument();
}

const linksTo = (name: string) => page.getByRole('link', { name, exact: true }).elements().length;
const offered = () => [...document.querySelectorAll('[aria-label="palette"] li')].map(({ textContent }) => textContent);
const KEPT = ['Deleted applications', 'Employees', 'Reports'];

it('C19: the pages of a limited user: neither rail, nor Home, nor palette lead to what needs another right', async () => {
  await show(RIGHTS_OF_LEVEL.limited);
  for (const name of KEPT) expect(linksTo(name)).toBe(0);
  for (const name of KEPT) expect(offered()).not.toContain(name);
  expect(offered()).toContain('New vacancy');
  await expect.element(page.getByText('the form')).toBeInTheDocument();
});

it('C19: somebody with every right has them all, and who may not add candidates is told why by the page itself', async () => {
  await show(RIGHTS);
  for (const name of KEPT) expect(linksTo(name)).toBe(2);
  expect(offered()).toEqual(expect.arrayContaining(KEPT));
  await hidePage();
  await show(['no-other-applications']);
  await expect.element(page.getByRole('heading', { name: 'You cannot open this page' })).toBeInTheDocument();
  expect(page.getByText('the form').elements()).toHaveLength(0);
  expect(offered()).not.toContain('New vacancy');
});
