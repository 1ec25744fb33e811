import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PersonId, VacancyId } from '../../../shared/records/primitives.js';
import { personCreate, testId, vacancyCreate } from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { closeProgress, closeVacancy, requestVacancy } from '../../state/progress-request.js';
import { useUiStore } from '../../state/ui-store.js';
import { hidePage } from '../../testing/page-on-show.js';
import { openProgress, personId, VACANCY } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

beforeEach(closeProgress);
afterEach(async () => {
  closeVacancy();
  await hidePage();
});

const TUVA = testId<PersonId>(1500);
const CONTROLLER = testId<VacancyId>(50);
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function show(people: readonly PersonId[]): Promise<Session> {
  const more = [
    personCreate(TUVA, { givenName: 'Tuva', kind: 'prospect' }),
    vacancyCreate(CONTROLLER, { title: 'Controller', department: 'Finance' }),
  ];
  const session = await openProgress('withdraw', { people: [{ givenName: 'Ebba' }], more });
  closeProgress();
  requestVacancy(people);
  return session;
}

async function choose(vacancy: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Vacancy' }).click();
  await page.getByRole('option', { name: vacancy }).click();
}

it('C13, G-12: a prospect is added to the vacancy that is chosen, with the status Transferred; Undo takes it back', async () => {
  const { roster } = await show([TUVA]);
  await expect.element(page.getByText('Tuva Norrlander has no application yet')).toBeInTheDocument();
  await button('Add 1').click();
  await expect.element(page.getByText('Choose a vacancy.')).toBeInTheDocument();
  await choose('Controller · Finance');
  await button('Add 1').click();
  await expect
    .poll(() => roster.current().applicationsOf(TUVA))
    .toMatchObject([{ vacancyId: CONTROLLER, status: 'transferred' }]);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  const { toast } = useUiStore.getState();
  expect(toast?.text).toBe('1 person is added to Controller');
  await toast?.undo?.();
  await expect.poll(() => roster.current().applicationsOf(TUVA)).toEqual([]);
});

it('C13: who stands in the vacancy already is left out, and said to be', async () => {
  const { roster } = await show([TUVA, personId(0)]);
  await choose('Trainee · Grid');
  await expect.element(page.getByText('1 of them stands in this vacancy already')).toBeInTheDocument();
  await button('Add 1').click();
  await expect.poll(() => roster.current().applicationsOf(TUVA)).toMatchObject([{ vacancyId: VACANCY }]);
  expect(roster.current().applicationsOf(personId(0))).toHaveLength(1);
});
