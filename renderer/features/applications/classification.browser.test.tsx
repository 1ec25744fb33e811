import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { useUiStore } from '../../state/ui-store.js';
import { hidePage } from '../../testing/page-on-show.js';
import { applicationId, grid, showHandling } from './testing/show-handling.js';

afterEach(hidePage);

it('G-7, C12: the ranking of all who are ticked is set beside Further progress, as one action, and taken back', async () => {
  const session = await showHandling(4);
  const rankings = () => [0, 1, 2, 3].map((n) => session.roster.current().applications.get(applicationId(n))?.ranking);
  await page.getByRole('checkbox', { name: 'Tick Person 0' }).click();
  await page.getByRole('checkbox', { name: 'Tick Person 2' }).click();
  await page.getByRole('region', { name: 'Ticked applications' }).getByRole('button', { name: 'Ranking' }).click();
  await page.getByRole('menuitem', { name: 'Ranking 2' }).click();
  await expect.poll(rankings).toEqual([2, null, 2, null]);
  expect(useUiStore.getState().toast?.text).toBe('2 applicants · Ranking: 2');
  await page.getByRole('link', { name: '2 Ranking' }).click();
  await expect.element(page.getByRole('row', { name: 'Ranking 2 2' })).toBeInTheDocument();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '4');
  await useUiStore.getState().toast?.undo?.();
  await expect.poll(rankings).toEqual([null, null, null, null]);
  await expect.element(page.getByRole('heading', { name: 'Nobody is ranked' })).toBeInTheDocument();
});

it('G-7: the reference check of all who are ticked is set at the same place', async () => {
  const session = await showHandling(2);
  await userEvent.keyboard('{Control>}a{/Control}');
  await page.getByRole('region', { name: 'Ticked applications' }).getByRole('button', { name: 'Ranking' }).click();
  await page.getByRole('menuitem', { name: 'Positive' }).click();
  const check = (n: number) => session.roster.current().applications.get(applicationId(n))?.referenceCheck;
  await expect.poll(() => [check(0), check(1)]).toEqual(['positive', 'positive']);
  await page.getByRole('button', { name: 'Reference check' }).click();
  await page.getByRole('menuitemcheckbox', { name: /Positive/ }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '3');
});

it('G-7: 1, 2, 3 and 0 rank the row of the keyboard, and the list is put in the order of ranking', async () => {
  const session = await showHandling(3);
  const rankings = () => [0, 1, 2].map((n) => session.roster.current().applications.get(applicationId(n))?.ranking);
  await userEvent.keyboard('j2');
  await expect.poll(rankings).toEqual([2, null, null]);
  await userEvent.keyboard('j1');
  await expect.poll(rankings).toEqual([2, 1, null]);
  await page.getByRole('columnheader', { name: 'Ranking' }).getByRole('button').click();
  const order = () => [...document.querySelectorAll('[role="row"] a')].map(({ textContent }) => textContent);
  await expect.poll(order).toEqual(['Person 1', 'Person 0', 'Person 2']);
  await userEvent.keyboard('0');
  await expect.poll(rankings).toEqual([2, null, null]);
  await page.getByRole('textbox', { name: 'Filter the list' }).fill('person 3');
  expect(rankings()).toEqual([2, null, null]);
});

it('R4, R7: each status is counted over the list, and one click shows who has it', async () => {
  const event = (n: number, fields: object): Change => ({
    kind: 'event',
    table: 'application',
    id: applicationId(n),
    dossier: testId<PersonId>(1000 + n),
    event: { id: testId(90 + n), type: 'status', at: 1, by: null, ...fields },
  });
  const rejected = (stage: string) => ({ to: 'rejected', rejection: { stage, reasonId: testId(5) } });
  await showHandling(4, [event(0, rejected('second')), event(1, rejected('review')), event(2, { to: 'saved' })]);
  const overview = page.getByRole('list', { name: 'Applications by status' });
  await overview.getByRole('button', { name: 'Rejected: 2' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '3');
  await overview.getByRole('button', { name: 'Rejected, 2nd interview: 1' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '2');
  await expect.element(page.getByRole('link', { name: 'Person 0' })).toBeInTheDocument();
  await overview.getByRole('button', { name: 'Rejected, 2nd interview: 1' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '5');
  await page.getByRole('link', { name: '1 Saved applications' }).click();
  await expect.element(page.getByRole('link', { name: 'Person 2' })).toBeInTheDocument();
});
