import { createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { setStatus } from '../../../shared/domain/status-event.js';
import type { ApplicationId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { SealError } from '../../data/sealing.js';
import type { Session } from '../../data/session.js';
import { closeErasure, requestErasure } from '../../state/erasure-request.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ErasureHost } from './erasure-host.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const TRAINEE = testId<VacancyId>(10);
const CONTROLLER = testId<VacancyId>(11);
const EBBA = testId<PersonId>(1001);
const TUVA = testId<PersonId>(1002);
/** A prospect: no application at all. */
const NORA = testId<PersonId>(1003);
const DELETED = testId<ApplicationId>(2001);
const OPEN = testId<ApplicationId>(2002);
const OTHER = testId<ApplicationId>(2003);

afterEach(() => {
  closeErasure();
  return hidePage();
});

function deleted(applicationId: ApplicationId, personId: PersonId): Change {
  return setStatus({ applicationId, personId, status: 'new' }, 'deleted', {
    at: 5,
    by: null,
    newId: () => testId(Number(`0x${applicationId.slice(-4)}`)),
  });
}

async function show(change: (session: Session) => Session = (one) => one): Promise<Session> {
  await page.viewport(1200, 700);
  const session = await openTestSession([
    organisationCreate(),
    vacancyCreate(TRAINEE, { title: 'Trainee' }),
    vacancyCreate(CONTROLLER, { title: 'Controller' }),
    personCreate(EBBA, { givenName: 'Ebba', familyName: 'Berg' }),
    applicationCreate(DELETED, { personId: EBBA, vacancyId: TRAINEE }),
    deleted(DELETED, EBBA),
    applicationCreate(OPEN, { personId: EBBA, vacancyId: CONTROLLER }),
    personCreate(TUVA, { givenName: 'Tuva', familyName: 'Dal' }),
    applicationCreate(OTHER, { personId: TUVA, vacancyId: TRAINEE }),
    deleted(OTHER, TUVA),
    personCreate(NORA, { givenName: 'Nora', familyName: 'Ek', kind: 'prospect' }),
  ]);
  showPage(change(session), createRouter({ routeTree: createRootRoute({ component: ErasureHost }) }));
  return session;
}

function askFor(...chosen: readonly (readonly [ApplicationId, PersonId])[]) {
  requestErasure({ kind: 'applications', applications: chosen.map(([id, personId]) => ({ id, personId })) });
  return page.getByRole('dialog', { name: 'Delete permanently' });
}

const knows = (session: Session, person: PersonId): boolean => session.roster.current().people.has(person);

it('R16: says that nobody can undo it, and what goes of each person; then they are gone without a way back', async () => {
  const session = await show();
  const dialog = askFor([OTHER, TUVA]);
  await expect.element(dialog).toHaveTextContent('This cannot be undone, by anyone.');
  await expect.element(dialog).toHaveTextContent('Tuva DalGoesthe person with all details and 1 application');
  await dialog.getByRole('button', { name: 'Delete permanently' }).click();
  await expect.poll(() => knows(session, TUVA)).toBe(false);
  await expect.poll(() => useUiStore.getState().toast?.text).toBe('1 application is deleted permanently');
  expect(useUiStore.getState().toast?.undo).toBeNull();
});

it('R16: says why where it cannot be read what would go, and deletes nothing unread', async () => {
  await show((session) => ({ ...session, readErasures: () => Promise.reject(new SealError()) }));
  const dialog = askFor([OTHER, TUVA]);
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('The working copy on this laptop is damaged.');
  await expect.element(dialog.getByRole('button', { name: 'Delete permanently' })).toBeDisabled();
  await expect.element(dialog.getByLabelText('Loading')).not.toBeInTheDocument();
});

it('R16: nothing is erased by leaving the question', async () => {
  const session = await show();
  const dialog = askFor([OTHER, TUVA]);
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(knows(session, TUVA)).toBe(true);
});

it('C23: who has another application stays, with the reason; erasing the person everywhere is asked for by itself', async () => {
  const session = await show();
  const dialog = askFor([DELETED, EBBA]);
  await expect.element(dialog).toHaveTextContent('Goes1 application');
  await expect
    .element(dialog)
    .toHaveTextContent('Staysthe person with all details and 1 applicationhas another application');
  await dialog.getByRole('checkbox', { name: 'Delete Ebba Berg everywhere, too' }).click();
  await dialog.getByRole('button', { name: 'Next' }).click();
  const asked = page.getByRole('dialog', { name: 'Delete 1 person everywhere?' });
  await expect.element(asked).toHaveTextContent('Ebba BergTrainee · Controller');
  await asked.getByRole('button', { name: 'Back' }).click();
  await dialog.getByRole('checkbox', { name: 'Delete Ebba Berg everywhere, too' }).click();
  await dialog.getByRole('button', { name: 'Delete permanently' }).click();
  await expect.poll(() => session.roster.current().applications.has(DELETED)).toBe(false);
  expect(session.roster.current().applications.has(OPEN)).toBe(true);
});

it('C23: everywhere takes the other application too', async () => {
  const session = await show();
  const dialog = askFor([DELETED, EBBA]);
  await dialog.getByRole('checkbox', { name: 'Delete Ebba Berg everywhere, too' }).click();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Delete everywhere' }).click();
  await expect.poll(() => knows(session, EBBA)).toBe(false);
  expect(session.roster.current().applications.has(OPEN)).toBe(false);
});

it('C23, G-12: who has no application is deleted from the dossier, with the same words and all that is kept', async () => {
  const session = await show();
  requestErasure({ kind: 'people', people: [NORA] });
  const dialog = page.getByRole('dialog', { name: 'Delete the candidate permanently' });
  await expect.element(dialog).toHaveTextContent('This cannot be undone, by anyone.');
  await expect.element(dialog).toHaveTextContent('Nora EkGoesthe person with all details');
  await dialog.getByRole('button', { name: 'Delete permanently' }).click();
  await expect.poll(() => knows(session, NORA)).toBe(false);
  await expect.poll(() => useUiStore.getState().toast?.text).toBe('1 person is deleted permanently');
});
