import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { Message } from '../../../shared/records/message.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { readList, useApplicationListStore } from '../../state/application-lists.js';
import { useProgressRequestStore } from '../../state/progress-request.js';
import { hidePage } from '../../testing/page-on-show.js';
import { applicationId, grid, showHandling, VACANCY } from './testing/show-handling.js';

afterEach(hidePage);

function messageTo(n: number) {
  return Message.parse({
    channel: 'email',
    purpose: 'ad-hoc',
    personId: testId(1000 + n),
    applicationId: applicationId(n),
    vacancyId: VACANCY,
    language: 'en',
    from: { name: 'Maja', address: 'maja@example.com' },
    to: { name: 'Person', address: 'person@example.com' },
    subject: 'Hello',
    text: 'Hello',
    html: '<p>Hello</p>',
    messageId: '<1@example.com>',
    queuedAt: 1,
    holdUntil: 1,
    deliverBy: '00000000000000aa',
  });
}

const ticked = (): readonly number[] =>
  [...readList(VACANCY).ticked].map((id) => parseInt(id, 16) - 100_000).sort((a, b) => a - b);
const current = (): string | null | undefined => {
  const id = document.querySelector('[role="grid"]')?.getAttribute('aria-activedescendant');
  return document.getElementById(id ?? '')?.querySelector('a')?.textContent;
};

it('is worked by keyboard from anywhere on the page: J, K, X, ranges with Shift, all with Ctrl+A, none with Esc', async () => {
  await showHandling(6);
  await userEvent.keyboard('jj');
  await expect.poll(current).toBe('Person 1');
  await userEvent.keyboard('k{ArrowDown}{ArrowDown}x');
  expect(ticked()).toEqual([2]);
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(ticked()).toEqual([2, 3, 4]);
  await userEvent.keyboard('{Home} ');
  expect(ticked()).toEqual([0, 2, 3, 4]);
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(ticked()).toEqual([0, 1, 2, 3, 4, 5]);
  await expect.element(page.getByRole('region', { name: 'Ticked applications' })).toHaveTextContent('6 ticked');
  await userEvent.keyboard('{Escape}');
  expect(ticked()).toEqual([]);
  await expect.element(page.getByRole('region', { name: 'Ticked applications' })).not.toBeInTheDocument();
});

it('ticks with the mouse on the box, a range with Shift, and opens on the row', async () => {
  await showHandling(6);
  await page.getByRole('checkbox', { name: 'Tick Person 1' }).click();
  await page.getByRole('checkbox', { name: 'Tick Person 3' }).click({ modifiers: ['Shift'] });
  expect(ticked()).toEqual([1, 2, 3]);
  await expect.element(page.getByRole('checkbox', { name: 'Tick Person 2' })).toBeChecked();
  await page.getByRole('row', { name: /Person 5/ }).click({ modifiers: ['Control'] });
  expect(ticked()).toEqual([1, 2, 3, 5]);
  await page.getByText('Person 4').click();
  await expect.element(page.getByText('the dossier')).toBeInTheDocument();
});

it('is found as it was left after a dossier: ticks, filter, row; and hands the dossier its order', async () => {
  await showHandling(6);
  await page.getByRole('textbox', { name: 'Filter the list' }).fill('person');
  await page.getByRole('checkbox', { name: 'Tick Person 2' }).click();
  await userEvent.keyboard('j{Enter}');
  await page.getByText('the dossier').click();
  await expect.element(page.getByRole('textbox', { name: 'Filter the list' })).toHaveValue('person');
  expect(ticked()).toEqual([2]);
  expect(current()).toBe('Person 3');
  expect(readList(VACANCY).order).toEqual([0, 1, 2, 3, 4, 5].map(applicationId));
});

it('keeps three thousand applicants out of the document and reaches the last of them by one key', async () => {
  await showHandling(3000);
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(60);
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '3001');
  await userEvent.keyboard('j{End}');
  await expect.poll(current).toBe('Person 2999');
});

it('R2: choosing an action does nothing, Execute asks for it, for those ticked in the order of the list', async () => {
  await showHandling(4);
  await page.getByRole('checkbox', { name: 'Tick Person 2' }).click();
  await page.getByRole('checkbox', { name: 'Tick Person 0' }).click();
  await page.getByRole('button', { name: /Further progress/ }).click();
  await page.getByRole('menuitemradio', { name: 'Send email' }).click();
  expect(useProgressRequestStore.getState().request).toBeNull();
  await page.getByRole('button', { name: 'Execute' }).click();
  expect(useProgressRequestStore.getState().request).toMatchObject({
    action: 'send-email',
    applicationIds: [applicationId(0), applicationId(2)],
  });
});

it('R8, C19: lists the actions of this user’s rights, with the help of the one that is looked at', async () => {
  await showHandling(2);
  await userEvent.keyboard('jx');
  await expect.element(page.getByText('Choose an action')).toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Enter}{/Control}'); // nothing is chosen yet: the list opens
  const actions = page.getByRole('menuitemradio');
  await page.getByRole('menuitemradio', { name: 'Send letter' }).hover();
  await expect.element(page.getByRole('menu')).toHaveTextContent('Makes a letter for you to print and post yourself');
  expect(useApplicationListStore.getState().action).toBeNull();
  expect(actions.elements().map((element) => element.textContent)).not.toContain('Delete');
});

it('C20: counts the sections and shows what the chosen one holds', async () => {
  const event = { id: testId(9), type: 'status', at: 1, by: null, to: 'invited' };
  const target = { table: 'application', id: applicationId(1), dossier: testId<PersonId>(1001) } as const;
  await showHandling(3, [{ kind: 'event', ...target, event }]);
  await expect.element(page.getByRole('link', { name: '3 Overview' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: '1 Pending applications' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '2');
  await expect.element(page.getByText('Person 1')).toBeInTheDocument();
  await page.getByRole('link', { name: '0 Processed applications' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nothing is processed yet' })).toBeInTheDocument();
});

it('C22: says who was written to where the column of the last email has no room', async () => {
  const of = { table: 'message', id: testId(7000), dossier: testId<PersonId>(1001) } as const;
  await showHandling(2, [{ kind: 'create', ...of, fields: messageTo(1) }], 700);
  const written = page.getByRole('gridcell', { name: /Person 1/ });
  await expect.element(written.getByTitle('Last email: Waiting for the account')).toBeVisible();
  await expect
    .element(page.getByRole('gridcell', { name: /Person 0/ }).getByTitle(/Last email/))
    .not.toBeInTheDocument();
  expect(getComputedStyle(document.querySelector('[role="columnheader"]:nth-child(4)') as Element).display).toBe(
    'none',
  );
});

it('R7, R57, T2: shows who is rejected and at which stage, and to which interview somebody is invited', async () => {
  const event = (n: number, fields: object): Change => ({
    kind: 'event',
    table: 'application',
    id: applicationId(n),
    dossier: testId<PersonId>(1000 + n),
    event: { id: testId(90 + n), type: 'status', at: 1, by: null, ...fields },
  });
  await showHandling(3, [
    event(0, { to: 'rejected', rejection: { stage: 'second', reasonId: testId(5) } }),
    event(1, { to: 'invited', interviewType: 'initial' }),
  ]);
  const row = (name: string) => page.getByRole('row', { name });
  await expect.element(row('Person 0')).toHaveTextContent('Rejected 2nd interview');
  await expect.element(row('Person 1')).toHaveTextContent('Invited Initial meeting');
  await expect.element(row('Person 2')).toHaveTextContent('New');
});

it('says how many of the ticked the filter hides, and acts on them all the same', async () => {
  await showHandling(3);
  await userEvent.keyboard('{Control>}a{/Control}');
  await page.getByRole('textbox', { name: 'Filter the list' }).fill('person 1');
  await expect.element(page.getByText('2 of them not shown')).toBeInTheDocument();
  await expect.element(page.getByRole('region', { name: 'Ticked applications' })).toHaveTextContent('3 ticked');
});
