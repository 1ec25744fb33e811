import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import { createTranslator } from '../../shared/i18n/translate.js';
import type { PersonId, RecruiterId } from '../../shared/records/primitives.js';
import { RIGHTS } from '../../shared/records/recruiter.js';
import { organisationCreate, personCreate, testId } from '../../shared/testing/change-builders.js';
import { FakeHost } from '../data/testing/fake-host.js';
import { openTestSession } from '../testing/open-test-session.js';
import { Application } from './application.js';
import '@mantine/core/styles.css';
import '../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);
const EBBA = testId<PersonId>(101);
const OSKAR = testId<PersonId>(102);
const [ONE, OTHER] = ['00000000000000b1', '00000000000000b2'];

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  location.hash = '';
});

/** What a laptop wrote, as the journal has it. */
function written(device: string, n: number, changes: readonly Change[]): ChangeSet {
  const stamp = `${(1_000_000 + n).toString(16).padStart(12, '0')}-0000-${device}`;
  return { v: 1, device, n, stamp, at: 1_000_000 + n, by: null, actionId: testId(900 + n), action: 'capture', changes };
}

const recruiter = { name: 'Maja', email: '', rights: [...RIGHTS], departments: [], active: true, demo: false };
const BASICS = written(ONE, 1, [
  organisationCreate(),
  { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
  personCreate(EBBA, { givenName: 'Ebba', familyName: 'Norrlander' }),
  personCreate(OSKAR, { givenName: 'Oskar', familyName: 'Hedvall' }),
]);

function set(device: string, n: number, id: PersonId, field: string, value: string): ChangeSet {
  const target = { table: 'person', id, dossier: id } as const;
  return written(device, n, [{ kind: 'set', ...target, field, value, before: '', replaces: [BASICS.stamp] }]);
}

async function openDossierOf(id: PersonId, ...frames: readonly ChangeSet[]): Promise<void> {
  await page.viewport(900, 600);
  const host = new FakeHost();
  host.receive(BASICS, ...frames);
  const session = await openTestSession([], { host });
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  location.hash = `#/people/${id}`;
  const element = document.body.appendChild(document.createElement('div'));
  element.style.height = '100vh';
  root = createRoot(element);
  root.render(<Application session={session} translator={createTranslator('en')} />);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const notice = () => page.getByText(/^Two laptops say different things about/);

it('says in a dossier how much of it two laptops say differently, and leads to where that is decided', async () => {
  await openDossierOf(
    OSKAR,
    ...[set(ONE, 2, EBBA, 'school', 'Chalmers'), set(OTHER, 3, EBBA, 'school', 'KTH')],
    ...[set(ONE, 4, OSKAR, 'school', 'Lund'), set(OTHER, 5, OSKAR, 'school', 'Umeå')],
    ...[set(ONE, 6, OSKAR, 'city', 'Lund'), set(OTHER, 7, OSKAR, 'city', 'Umeå')],
  );
  await expect.element(notice()).toHaveTextContent('Two laptops say different things about 2 points here.');
  await notice().getByRole('link', { name: 'Sync and conflicts' }).click();
  await expect.element(page.getByRole('heading', { name: 'Sync and conflicts' })).toBeVisible();
  const sought = page.getByRole('article', { name: 'Oskar Hedvall' });
  await expect.element(sought).toHaveFocus();
  await expect.element(sought.getByText('Umeå').first()).toBeInViewport();
});

it('says nothing in the dossier of somebody about whom all agree', async () => {
  await openDossierOf(OSKAR, set(ONE, 2, EBBA, 'school', 'Chalmers'), set(OTHER, 3, EBBA, 'school', 'KTH'));
  await expect.element(page.getByRole('heading', { name: 'Oskar Hedvall' })).toBeVisible();
  expect(notice().elements()).toEqual([]);
});
