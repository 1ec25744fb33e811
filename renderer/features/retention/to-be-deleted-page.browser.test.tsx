import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { setStatus } from '../../../shared/domain/status-event.js';
import { instantAt } from '../../../shared/lib/time.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { RIGHTS } from '../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { useErasureRequestStore } from '../../state/erasure-request.js';
import { changeRetentionList } from '../../state/retention-list.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ToBeDeletedPage } from './to-be-deleted-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);
const personId = (n: number): PersonId => testId(1000 + n);
const day = (date: string) => instantAt('Europe/Oslo', date, '12:00');

beforeEach(() => {
  changeRetentionList({ type: 'query', query: '' });
});
afterEach(hidePage);

/** Somebody who withdrew on a day. */
function withdrawn(n: number, givenName: string, date: string): readonly Change[] {
  const applicationId = testId<ApplicationId>(2000 + n);
  const stamp = { at: day(date), by: null, newId: () => testId<string>(9000 + n) };
  return [
    personCreate(personId(n), { givenName, familyName: 'Berg', capturedAt: day('2026-01-10') }),
    applicationCreate(applicationId, { personId: personId(n), vacancyId: VACANCY, receivedAt: day('2026-01-10') }),
    setStatus({ applicationId, personId: personId(n), status: 'new' }, 'withdrawn', stamp),
  ];
}

async function show(changes: readonly Change[]): Promise<Session> {
  await page.viewport(1200, 700);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...RIGHTS], active: true };
  const session = await openTestSession(
    [
      organisationCreate({ country: 'NO' }),
      vacancyCreate(VACANCY, { title: 'Trainee' }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      ...changes,
    ],
    { now: day('2026-05-20') },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const rootRoute = createRootRoute({ component: Outlet });
  const list = createRoute({ getParentRoute: () => rootRoute, path: '/', component: ToBeDeletedPage });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  showPage(session, createRouter({ routeTree: rootRoute.addChildren([list]), history }));
  await expect.element(page.getByRole('heading', { name: 'Candidates to be deleted' })).toBeInTheDocument();
  return session;
}

const STORY = [
  ...withdrawn(1, 'Ebba', '2026-03-05'),
  ...withdrawn(2, 'Oskar', '2026-02-25'),
  ...withdrawn(3, 'Later', '2026-04-25'),
  personCreate(personId(4), { kind: 'prospect', givenName: 'Tuva', familyName: 'Berg', capturedAt: day('2026-01-10') }),
];
const rows = () =>
  page
    .getByRole('row')
    .elements()
    .slice(1)
    .map(({ textContent }) => textContent);
const button = (name: string) => page.getByRole('button', { name });
const tick = (name: string) => page.getByRole('checkbox', { name: new RegExp(name) }).click();

it('G-17, G-12: whoever is due within thirty days stands there, with the reason and the day; a prospect goes by hand only', async () => {
  await show(STORY);
  await expect.poll(() => rows().length).toBe(3);
  expect(rows()[0]).toMatch(/^Tuva Berg.*Met on 10 Jan 2026.*Only by hand/);
  expect(rows()[1]).toMatch(/^Ebba Berg.*Procedure ended on 5 Mar 2026Trainee19 Jun 2026 · in 30 days/);
  expect(rows()[2]).toMatch(/^Oskar Berg.*Procedure ended on 25 Feb 2026.*in 30 days/);
});

it('says what the place is where nobody is due', async () => {
  await show([]);
  await expect.element(page.getByText('Nobody is due to be deleted')).toBeInTheDocument();
});

it('keeps longer for a reason, up to the country’s ceiling, and can be taken back', async () => {
  const session = await show(STORY);
  await tick('Ebba');
  await button('Keep longer…').click();
  await button('Keep longer').last().click();
  await expect.element(page.getByText('Say why.')).toBeInTheDocument();
  await page.getByRole('combobox', { name: 'For' }).click();
  await expect.element(page.getByRole('option', { name: '6 months' })).toBeInTheDocument();
  expect(page.getByRole('option').elements()).toHaveLength(3); // a year from now is longer than Norway allows
  await page.getByRole('option', { name: '3 months' }).click();
  await page.getByLabelText('Reason').fill('Asked to be kept for the autumn');
  await button('Keep longer').last().click();
  await expect.poll(() => rows().length).toBe(2);
  const kept = () => session.roster.current().people.get(personId(1))?.retention;
  expect(kept()).toMatchObject([{ type: 'kept-longer', until: '2026-08-20', by: MAJA }]);
  await useUiStore.getState().toast?.undo?.();
  await expect.poll(() => rows().length).toBe(3);
});

it('a legal hold keeps until it is ended, and offers no deletion meanwhile', async () => {
  await show(STORY);
  await tick('Ebba');
  await button('Legal hold…').click();
  await page.getByLabelText('Reason').fill('A claim is being heard');
  await button('Place the hold').click();
  await expect.poll(() => rows().find((row) => row.startsWith('Ebba'))).toMatch(/Legal hold$/);
  await tick('Ebba');
  await expect.element(button('End the hold')).toBeInTheDocument();
  expect(button('Delete permanently').elements()).toHaveLength(0);
  await button('End the hold').click();
  await expect.poll(() => rows().find((row) => row.startsWith('Ebba'))).toMatch(/in 30 days$/);
});

it('deletes now only after it was asked', async () => {
  await show(STORY);
  await tick('Oskar');
  await button('Delete permanently').click();
  expect(useErasureRequestStore.getState().request).toEqual({ kind: 'people', people: [personId(2)] });
  useErasureRequestStore.setState({ request: null });
});
