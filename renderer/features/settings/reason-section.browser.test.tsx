import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ReasonSection } from './reason-section.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);

afterEach(hidePage);

async function show(rights: readonly string[]): Promise<Session> {
  await page.viewport(1200, 700);
  const recruiter = (name: string, held: readonly string[]) => ({ name, email: '', rights: held, active: true });
  const other = recruiter('Per', ['administer']);
  const session = await openTestSession([
    organisationCreate(),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter('Maja', rights) },
    { kind: 'create', table: 'recruiter', id: testId<RecruiterId>(4), dossier: null, fields: other },
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const routeTree = createRootRoute({ component: ReasonSection });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }));
  return session;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const reasons = (session: Session) => session.roster.current().organisation?.rejectionReasons ?? [];

it('C21: a reason is added with a name in every language, and says which is missing', async () => {
  const session = await show(['administer']);
  await button('Add a reason').click();
  for (const [language, name] of [
    ['Swedish', 'Bor för långt bort'],
    ['Danish', 'Bor for langt væk'],
    ['Dutch', 'Woont te ver weg'],
    ['English', 'Lives too far away'],
  ] as const) {
    await page.getByRole('textbox', { name: language }).fill(name);
  }
  await button('Save').click();
  await expect.element(page.getByRole('textbox', { name: 'Norwegian' })).toHaveFocus();
  await page.getByRole('textbox', { name: 'Norwegian' }).fill('Bor for langt unna');
  await button('Save').click();
  await expect.element(page.getByText('Lives too far away')).toBeInTheDocument();
  expect(reasons(session).at(-1)).toMatchObject({ names: { nb: 'Bor for langt unna' }, retired: false });
});

it('C21: a reason that is removed is offered no more and stays readable; undo brings it back', async () => {
  const session = await show(['administer']);
  await button('Edit Too little experience').click();
  await button('Remove from the list').click();
  await expect.element(page.getByText('Too little experience')).not.toBeInTheDocument();
  expect(reasons(session).find(({ names }) => names.en === 'Too little experience')?.retired).toBe(true);
  await useUiStore.getState().toast?.undo?.();
  await expect.element(page.getByText('Too little experience')).toBeInTheDocument();
});

it('C19: whoever may not administer reads the list and changes nothing', async () => {
  await show(['reject']);
  await expect.element(button('Add a reason')).toBeDisabled();
  await expect.element(button('Edit Too little experience')).toBeDisabled();
});
