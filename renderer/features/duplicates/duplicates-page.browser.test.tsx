import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import type { Person } from '../../../shared/records/person.js';
import type { PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { closeComparison, requestComparison } from '../../state/duplicate-request.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { CompareHost } from './compare-host.js';
import { DuplicatesPage } from './duplicates-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const [MAJA, VACANCY, ANALYST] = [testId<RecruiterId>(3), testId<VacancyId>(10), testId<VacancyId>(11)];
const [FIRST, SECOND, OSKAR] = [testId<PersonId>(101), testId<PersonId>(102), testId<PersonId>(103)];

afterEach(async () => {
  closeComparison();
  await hidePage();
});

const captured = (id: PersonId, n: number, more: Partial<Person>): readonly Change[] => [
  personCreate(id, { capturedAt: n, phone: '+4790123456', ...more }),
  applicationCreate(testId(200 + n), { personId: id, vacancyId: n === 2 ? ANALYST : VACANCY }),
];

async function show(rights: readonly Right[] = RIGHTS): Promise<Session> {
  const session = await openTestSession([
    organisationCreate(),
    vacancyCreate(VACANCY, { title: 'Trainee' }),
    vacancyCreate(ANALYST, { title: 'Analyst' }),
    ...captured(FIRST, 1, { email: 'old@example.com', city: 'Lund', school: 'LTH' }),
    {
      ...{ kind: 'create', table: 'document', id: testId(501), dossier: FIRST },
      fields: {
        ...{ personId: FIRST, applicationId: null, fileId: testId(601), kind: 'cv', name: 'Ebba at nine.pdf' },
        ...{ mediaType: 'application/pdf', size: 9, addedAt: 1 },
      },
    },
    ...captured(SECOND, 2, { email: 'new@example.com', language: 'nb' }),
    ...captured(OSKAR, 3, { givenName: 'Oskar' }),
    {
      ...{ kind: 'create', table: 'recruiter', id: MAJA, dossier: null },
      fields: { name: 'Maja', email: 'maja@example.com', rights: [...rights], departments: [], active: true },
    },
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const rootRoute = createRootRoute();
  const list = createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    component: () => (
      <>
        <DuplicatesPage />
        <CompareHost />
      </>
    ),
  });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  showPage(session, createRouter({ routeTree: rootRoute.addChildren([list]), history }));
  await expect.element(page.getByRole('heading', { level: 1 })).toBeInTheDocument();
  return session;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = page.getByRole('dialog', { name: 'Is this the same person?' });
const personOf = (session: Session) => session.roster.current().people.get(FIRST);

it('G-13: both stand side by side; what was said last is proposed, what is chosen holds, and undo gives back both', async () => {
  const session = await show();
  await expect.element(page.getByText('1 pair')).toBeInTheDocument();
  await button('Compare both captures of Ebba Norrlander').click();
  await expect.element(dialog.getByRole('radio', { name: 'new@example.com' })).toBeChecked();
  await expect.element(dialog.getByRole('radio', { name: 'Lund' })).toBeChecked(); // never nothing instead of something
  await expect.element(dialog.getByRole('radio', { name: 'Norwegian' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'old@example.com' }).click();
  await button('Same person, merge').click();
  await expect.element(page.getByText('No possible duplicates')).toBeInTheDocument();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(personOf(session)).toMatchObject({ email: 'old@example.com', language: 'nb', city: 'Lund' });
  expect(session.roster.current().people.size).toBe(2);
  expect(session.roster.current().applicationsOf(SECOND)).toHaveLength(2);
  await useUiStore.getState().toast?.undo?.();
  await expect.element(button('Compare both captures of Ebba Norrlander')).toBeInTheDocument();
  expect(personOf(session)).toMatchObject({ email: 'old@example.com', language: 'sv' });
});

it('G-13: each side says who it is, what was applied for and which CV there is; and which one is open', async () => {
  await show();
  requestComparison(FIRST, SECOND, SECOND);
  const side = (nth: number) => dialog.getByRole('columnheader').nth(nth);
  await expect.element(side(0)).toHaveTextContent(/Ebba Norrlander.*1 application: Trainee.*CV: Ebba at nine\.pdf/);
  await expect.element(side(0)).not.toHaveTextContent('The dossier that is open');
  await expect.element(side(1)).toHaveTextContent(/Ebba Norrlander.*The dossier that is open.*1 application: Analyst/);
});

it('G-13: dismissed, they are not asked about again, until that is taken back', async () => {
  const session = await show();
  await button('Compare both captures of Ebba Norrlander').click();
  await button('Not the same person').click();
  await expect.element(page.getByText('No possible duplicates')).toBeInTheDocument();
  expect(session.roster.current().people.size).toBe(3);
  await useUiStore.getState().toast?.undo?.();
  await expect.element(button('Compare both captures of Ebba Norrlander')).toBeInTheDocument();
});

it('G-9, G-13: whoever may not add candidates is asked about none, and refused where it is written', async () => {
  const session = await show(['administer', 'all-other-applications']);
  await expect.element(page.getByText('No possible duplicates')).toBeInTheDocument();
  requestComparison(FIRST, SECOND);
  await button('Same person, merge').click();
  await expect.poll(() => useUiStore.getState().toast?.tone).toBe('problem');
  await expect.element(dialog).toBeInTheDocument();
  expect(session.roster.current().people.size).toBe(3);
});
