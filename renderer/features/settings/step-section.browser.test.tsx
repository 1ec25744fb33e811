import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import type { OwnStep } from '../../../shared/records/own-step.js';
import type { Session } from '../../data/session.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { StepSection } from './step-section.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);

afterEach(hidePage);

async function show(count: number, rights: readonly string[] = ['administer']): Promise<Session> {
  await page.viewport(1200, 900);
  const ownSteps = Array.from({ length: count }, (_, n): OwnStep => ({
    id: testId(100 + n),
    names: { en: `Step ${(n + 1).toString()}` },
    retired: false,
  }));
  const recruiter = (name: string, held: readonly string[]) => ({ name, email: '', rights: [...held], active: true });
  const other = recruiter('Per', ['administer']); // somebody always may
  const session = await openTestSession([
    organisationCreate({ ownSteps }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter('Maja', rights) },
    { kind: 'create', table: 'recruiter', id: testId<RecruiterId>(4), dossier: null, fields: other },
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const routeTree = createRootRoute({ component: StepSection });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }), { height: 900 });
  return session;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const steps = (session: Session) => session.roster.current().organisation?.ownSteps ?? [];
const names = (session: Session) => steps(session).flatMap((step) => (step.retired ? [] : [step.names.en]));

it('G-8: a step is added by its name in one language, renamed, and put in order', async () => {
  const session = await show(2);
  await button('Add a step').click();
  await button('Save').click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('This must be filled in.');
  await page.getByRole('textbox', { name: 'English' }).fill('Trial day');
  await button('Save').click();
  await expect.poll(() => names(session)).toEqual(['Step 1', 'Step 2', 'Trial day']);
  await button('Move Trial day up').click();
  await expect.poll(() => names(session)).toEqual(['Step 1', 'Trial day', 'Step 2']);
  await button('Edit Trial day').click();
  await page.getByRole('textbox', { name: 'English' }).fill('Test day');
  await button('Save changes').click();
  await expect.poll(() => names(session)).toEqual(['Step 1', 'Test day', 'Step 2']);
});

it('G-8: a step that is removed is offered no more and stays readable; undo brings it back', async () => {
  const session = await show(1);
  await button('Edit Step 1').click();
  await button('Remove from the list').click();
  await expect.poll(() => names(session)).toEqual([]);
  expect(steps(session)).toMatchObject([{ retired: true, names: { en: 'Step 1' } }]);
  await useUiStore.getState().toast?.undo?.();
  await expect.poll(() => names(session)).toEqual(['Step 1']);
});

it('G-8: says that twenty are the limit, and offers no twenty-first', async () => {
  await show(20);
  await expect.element(page.getByText('There are twenty own steps already', { exact: false })).toBeInTheDocument();
  await expect.element(button('Add a step')).toBeDisabled();
});

it('C19: whoever may not administer reads the list and changes nothing', async () => {
  await show(1, ['reject']);
  await expect.element(button('Add a step')).toBeDisabled();
  await expect.element(button('Edit Step 1')).toBeDisabled();
});
