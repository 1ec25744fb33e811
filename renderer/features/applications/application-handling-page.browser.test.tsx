import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { Message } from '../../../shared/records/message.js';
import {
  VacancyIdSchema,
  type ApplicationId,
  type PersonId,
  type RecruiterId,
  type VacancyId,
} from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { NO_ACCOUNT } from '../../data/delivery-status.js';
import type { Session } from '../../data/session.js';
import { readList, useApplicationListStore } from '../../state/application-lists.js';
import { closeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ApplicationHandlingPage } from './application-handling-page.js';
import { readSectionSearch, type SectionSearch } from './sections.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);

beforeEach(() => {
  useApplicationListStore.setState({ lists: {}, action: null });
  closeProgress();
});

afterEach(hidePage);

/** Person 0 came last and stands first. */
function applicants(count: number): readonly Change[] {
  return Array.from({ length: count }, (_, n) => [
    personCreate(testId<PersonId>(1000 + n), { givenName: 'Person', familyName: n.toString(), school: 'KTH' }),
    applicationCreate(applicationId(n), {
      personId: testId(1000 + n),
      vacancyId: VACANCY,
      receivedAt: 900_000 - n,
    }),
  ]).flat();
}

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

function applicationId(n: number): ApplicationId {
  return testId<ApplicationId>(100_000 + n);
}

/** As the shell does; its own rules have their own test. */
async function show(count: number, more: readonly Change[] = [], width = 1100): Promise<Session> {
  await page.viewport(1200, 700);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['send-email'], active: true };
  const basics: readonly Change[] = [
    organisationCreate(),
    vacancyCreate(VACANCY, { title: 'Trainee' }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
  ];
  const session = await openTestSession([...basics, ...applicants(count), ...more]);
  const { preferences } = session;
  preferences.set({ ...preferences.current(), recruiterId: MAJA });
  const rootRoute = createRootRoute({ component: Outlet });
  const getParentRoute = () => rootRoute;
  const list = createRoute({
    getParentRoute,
    path: '/vacancies/$vacancyId',
    params: { parse: ({ vacancyId }: { vacancyId: string }) => ({ vacancyId: VacancyIdSchema.parse(vacancyId) }) },
    validateSearch: readSectionSearch,
    component: function Shown() {
      const search: SectionSearch = list.useSearch();
      return <ApplicationHandlingPage vacancyId={VACANCY} section={search.section ?? 'overview'} />;
    },
  });
  const dossier = createRoute({
    getParentRoute,
    path: '/vacancies/$vacancyId/applications/$applicationId',
    component: () => (
      <button
        onClick={() => {
          history.back();
        }}
      >
        the dossier
      </button>
    ),
  });
  const history = createMemoryHistory({ initialEntries: [`/vacancies/${VACANCY}`] });
  const router = createRouter({ routeTree: rootRoute.addChildren([list, dossier]), history });
  showPage(session, router, { width, delivery: { status: NO_ACCOUNT, up: true } });
  await expect.element(page.getByRole('heading', { name: 'Trainee' })).toBeInTheDocument();
  return session;
}

const ticked = (): readonly number[] =>
  [...readList(VACANCY).ticked].map((id) => parseInt(id, 16) - 100_000).sort((a, b) => a - b);
const grid = () => page.getByRole('grid', { name: 'Applications for Trainee' });
const current = (): string | null | undefined => {
  const id = document.querySelector('[role="grid"]')?.getAttribute('aria-activedescendant');
  return document.getElementById(id ?? '')?.querySelector('a')?.textContent;
};

it('is worked by keyboard from anywhere on the page: J, K, X, ranges with Shift, all with Ctrl+A, none with Esc', async () => {
  await show(6);
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
  await show(6);
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
  await show(6);
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
  await show(3000);
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(60);
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '3001');
  await userEvent.keyboard('j{End}');
  await expect.poll(current).toBe('Person 2999');
});

it('R2: choosing an action does nothing, Execute asks for it, for those ticked in the order of the list', async () => {
  await show(4);
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

it('R8, C19: lists the actions of this user’s rights with their help; one that is not built says so and is not taken', async () => {
  await show(2);
  await userEvent.keyboard('jx');
  await expect.element(page.getByText('Choose an action')).toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Enter}{/Control}'); // nothing is chosen yet: the list opens
  const actions = page.getByRole('menuitemradio');
  await expect
    .element(page.getByRole('menuitemradio', { name: /Send letter/ }))
    .toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('menuitemradio', { name: /Send letter/ }).click({ force: true });
  await expect.element(page.getByRole('menu')).toHaveTextContent('Makes a letter for you to print and post yourself');
  await expect.element(page.getByRole('menu')).toHaveTextContent('Not part of this version yet.');
  await expect.element(page.getByRole('menuitemradio', { name: /Send letter/ })).toHaveTextContent('not yet');
  await expect.element(page.getByRole('menuitemradio', { name: 'Send email' })).not.toHaveTextContent('not yet');
  expect(useApplicationListStore.getState().action).toBeNull();
  expect(actions.elements().map((element) => element.textContent)).not.toContain('Delete');
});

it('C20: counts the sections and shows what the chosen one holds', async () => {
  const event = { id: testId(9), type: 'status', at: 1, by: null, to: 'invited' };
  const target = { table: 'application', id: applicationId(1), dossier: testId<PersonId>(1001) } as const;
  await show(3, [{ kind: 'event', ...target, event }]);
  await expect.element(page.getByRole('link', { name: '3 Overview' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: '1 Pending applications' }).click();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '2');
  await expect.element(page.getByText('Person 1')).toBeInTheDocument();
  await page.getByRole('link', { name: '0 Processed applications' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nothing is processed yet' })).toBeInTheDocument();
});

it('C22: says who was written to where the column of the last email has no room', async () => {
  const of = { table: 'message', id: testId(7000), dossier: testId<PersonId>(1001) } as const;
  await show(2, [{ kind: 'create', ...of, fields: messageTo(1) }], 700);
  const written = page.getByRole('gridcell', { name: /Person 1/ });
  await expect.element(written.getByTitle('Last email: Waiting for the email account')).toBeVisible();
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
  await show(3, [
    event(0, { to: 'rejected', rejection: { stage: 'second', reasonId: testId(5) } }),
    event(1, { to: 'invited', interviewType: 'initial' }),
  ]);
  const row = (name: string) => page.getByRole('row', { name });
  await expect.element(row('Person 0')).toHaveTextContent('Rejected 2nd interview');
  await expect.element(row('Person 1')).toHaveTextContent('Invited Initial meeting');
  await expect.element(row('Person 2')).toHaveTextContent('New');
});

it('says how many of the ticked the filter hides, and acts on them all the same', async () => {
  await show(3);
  await userEvent.keyboard('{Control>}a{/Control}');
  await page.getByRole('textbox', { name: 'Filter the list' }).fill('person 1');
  await expect.element(page.getByText('2 of them not shown')).toBeInTheDocument();
  await expect.element(page.getByRole('region', { name: 'Ticked applications' })).toHaveTextContent('3 ticked');
});

it('G-7, C12: the ranking of all who are ticked is set beside Further progress, as one action, and taken back', async () => {
  const session = await show(4);
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
  const session = await show(2);
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
  const session = await show(3);
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
  await show(4, [event(0, rejected('second')), event(1, rejected('review')), event(2, { to: 'saved' })]);
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
