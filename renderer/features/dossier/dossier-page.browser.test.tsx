import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { PDFDocument } from 'pdf-lib';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { planMerge } from '../../../shared/domain/merge-people.js';
import { noteAddress } from '../../../shared/domain/postal-address.js';
import {
  ApplicationIdSchema,
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
import { changesTo } from '../../data/edit-record.js';
import { SHIPPED_REJECTION_REASONS } from '../../../shared/records/rejection-reason.js';
import type { Session } from '../../data/session.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { changeList } from '../../state/application-lists.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { DossierPage } from './dossier-page.js';

const VACANCY = testId<VacancyId>(20);
const EBBA = testId<PersonId>(101);
const OSKAR = testId<PersonId>(102);
const EBBAS = testId<ApplicationId>(201);
const OSKARS = testId<ApplicationId>(202);

afterEach(hidePage);

const people: readonly Change[] = [
  vacancyCreate(VACANCY),
  personCreate(EBBA, { givenName: 'Ebba', familyName: 'Norrlander' }),
  personCreate(OSKAR, { givenName: 'Oskar', familyName: 'Hedvall' }),
  applicationCreate(EBBAS, { personId: EBBA, vacancyId: VACANCY, receivedAt: 2 }),
  applicationCreate(OSKARS, { personId: OSKAR, vacancyId: VACANCY, receivedAt: 1 }),
];

function cv(size: number): Change {
  const fields = {
    personId: EBBA,
    applicationId: null,
    fileId: testId(300),
    kind: 'cv',
    name: 'CV.pdf',
    size,
    addedAt: 3,
  };
  const target = { table: 'document', id: testId(301), dossier: EBBA } as const;
  return { kind: 'create', ...target, fields: { ...fields, mediaType: 'application/pdf' } };
}

async function show(more: readonly Change[] = [], host = new FakeHost()): Promise<Session> {
  const session = await openTestSession([...people, ...more], { host });
  const rootRoute = createRootRoute({ component: Outlet });
  const dossier = createRoute({
    getParentRoute: () => rootRoute,
    path: '/vacancies/$vacancyId/applications/$applicationId',
    component: function Shown() {
      const params: { readonly applicationId: string } = dossier.useParams();
      return <DossierPage vacancyId={VACANCY} applicationId={ApplicationIdSchema.parse(params.applicationId)} />;
    },
  });
  const list = createRoute({
    getParentRoute: () => rootRoute,
    path: '/vacancies/$vacancyId',
    component: () => 'the list',
  });
  const history = createMemoryHistory({ initialEntries: [`/vacancies/${VACANCY}/applications/${EBBAS}`] });
  const router = createRouter({ routeTree: rootRoute.addChildren([dossier, list]), history });
  showPage(session, router, { width: 1162, height: 700 });
  await expect.element(page.getByRole('heading', { name: 'Ebba Norrlander' })).toBeInTheDocument();
  return session;
}

async function hostWithFile(bytes: Uint8Array<ArrayBuffer>): Promise<FakeHost> {
  const host = new FakeHost();
  const address = URL.createObjectURL(new Blob([bytes]));
  host.fileUrl = () => address;
  return Promise.resolve(host);
}

const heading = (name: string) => page.getByRole('heading', { name });

it('shows the CV as pages whose text can be read and selected', async () => {
  const pdf = await PDFDocument.create();
  for (const words of ['Grids that run at their edge', 'Second page'])
    pdf.addPage([595, 842]).drawText(words, { x: 50, y: 700 });
  const bytes = new Uint8Array(await pdf.save());
  await show([cv(bytes.length)], await hostWithFile(bytes));
  await expect.element(page.getByText('Grids that run at their edge')).toBeInTheDocument();
  await expect.element(page.getByText('1 of 2 ·', { exact: false })).toBeInTheDocument();
  await expect.element(page.getByRole('group', { name: 'Page 2 of 2' })).toBeInTheDocument();
  await expect.poll(inkOnFirstPage).toBeGreaterThan(50);
});

it('says in words that a PDF is damaged inside, and still lets it be downloaded', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 and then nothing that a PDF has');
  await show([cv(bytes.length)], await hostWithFile(bytes));
  await expect.element(page.getByText('it is damaged inside', { exact: false })).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Download' })).toHaveAttribute('download', 'CV.pdf');
});

it('R6, R37, R57, C11: shows the rejection with its stage and reason, and the job offer that was sent before it beside it', async () => {
  const event = (n: number, fields: object): Change => ({
    kind: 'event',
    table: 'application',
    id: EBBAS,
    dossier: EBBA,
    event: { id: testId(500 + n), type: 'status', at: 10 + n, by: null, ...fields },
  });
  const reasonId = SHIPPED_REJECTION_REASONS[1]?.id ?? '';
  await show([
    organisationCreate(),
    event(1, { to: 'offered' }),
    event(2, { to: 'rejected', rejection: { stage: 'second', reasonId } }),
  ]);
  await expect.element(page.getByText('Rejected 2nd interview', { exact: true })).toBeInTheDocument();
  await expect.element(page.getByRole('definition').filter({ hasText: '1 Jan 1970' })).toBeInTheDocument();
  await expect
    .element(page.getByText('Status: Rejected · 2nd interview. Reason: Too little experience').first())
    .toBeInTheDocument();
});

it('G-7: ranking and reference check are set where they stand, by click and by key, and the history says so', async () => {
  const session = await show();
  const row = () => session.roster.current().applications.get(EBBAS);
  await userEvent.keyboard('2');
  await expect.element(page.getByText('Ranking: 2').first()).toBeInTheDocument();
  await page.getByRole('button', { name: 'Ranking: 2' }).click();
  await page.getByRole('menuitemcheckbox', { name: '1' }).click();
  await expect.poll(() => row()?.ranking).toBe(1);
  await useUiStore.getState().toast?.undo?.();
  await expect.poll(() => row()?.ranking).toBe(2); // what was there before holds again
  await page.getByRole('button', { name: 'Reference check: None' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'None implemented' }).click();
  await expect.element(page.getByText('Reference check: None implemented').first()).toBeInTheDocument();
  expect(row()).toMatchObject({ ranking: 2, referenceCheck: 'none-implemented' });
});

it('goes to the next and previous applicant in the order of the list, and back to it with Esc', async () => {
  changeList(VACANCY, { order: [OSKARS, EBBAS] });
  await show();
  await expect.element(page.getByText('2 of 2')).toBeInTheDocument();
  await userEvent.keyboard('k');
  await expect.element(heading('Oskar Hedvall')).toBeInTheDocument();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.element(heading('Ebba Norrlander')).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('the list')).toBeInTheDocument();
  changeList(VACANCY, { order: [] });
});

it('adds a note by keyboard, as a draft at every key, and takes it back', async () => {
  const host = new FakeHost();
  await show([], host);
  await page.getByRole('button', { name: 'Add note' }).click();
  await userEvent.keyboard('Call back after 3 Dec');
  await expect.poll(() => host.drafts.get(`note-${EBBAS}`)).toBe('Call back after 3 Dec');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('listitem').getByText('Call back after 3 Dec')).toBeInTheDocument();
  expect(host.drafts.has(`note-${EBBAS}`)).toBe(false);
  await useUiStore.getState().toast?.undo?.();
  await expect.element(page.getByText('Call back after 3 Dec')).not.toBeInTheDocument();
});

it('C19: whoever may not read the list of activities has the notes alone beside the CV', async () => {
  const recruiterId = testId<RecruiterId>(3);
  const fields = { name: 'Maja', email: '', rights: ['documents-notes', 'no-other-applications'], active: true };
  const session = await show([{ kind: 'create', table: 'recruiter', id: recruiterId, dossier: null, fields }]);
  session.preferences.set({ ...session.preferences.current(), recruiterId });
  await expect.element(heading('Notes')).toBeInTheDocument();
  expect(heading('Recruitment Activities List').elements()).toHaveLength(0);
});

it('shows what somebody else changed meanwhile and keeps what was typed', async () => {
  const session = await show();
  await page.getByRole('button', { name: 'Edit contact details' }).click();
  const email = page.getByRole('textbox', { name: 'Email' });
  await userEvent.fill(email, 'mine@example.com');
  const other = await session.edit('person', EBBA);
  const theirs = await session.commit({
    action: 'edit-person',
    changes: changesTo(other!, { email: 'theirs@example.com' }),
  });
  expect(theirs.ok).toBe(true);
  await expect.element(page.getByText('Now it says: theirs@example.com', { exact: false })).toBeInTheDocument();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Somebody changed these details');
  await expect.element(email).toHaveValue('mine@example.com');
  expect(session.roster.current().people.get(EBBA)?.email).toBe('theirs@example.com');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(() => session.roster.current().people.get(EBBA)?.email).toBe('mine@example.com');
});

it('R104, G-16: a test result is filed in the dossier beside the documents, and opens there', async () => {
  const fields = {
    personId: EBBA,
    applicationId: EBBAS,
    fileId: testId(310),
    kind: 'test-result',
    size: 9,
    addedAt: 3,
  };
  const target = { table: 'document', id: testId(311), dossier: EBBA } as const;
  const result: Change = {
    kind: 'create',
    ...target,
    fields: { ...fields, name: 'Matrigma.pdf', mediaType: 'application/pdf' },
  };
  await show([cv(9), result]);
  await page.getByRole('tab', { name: /Documents/ }).click();
  await expect.element(heading('Test results')).toBeInTheDocument();
  const parts = page
    .getByRole('list')
    .elements()
    .map((list) => list.textContent);
  expect(parts.filter((part) => part.includes('Matrigma.pdf') && !part.includes('CV.pdf'))).toHaveLength(1);
  await expect.element(page.getByRole('button', { name: 'Add test result' })).toBeInTheDocument();
  await page.getByRole('button', { name: 'Show Matrigma.pdf' }).click();
  await expect.element(page.getByRole('tab', { name: 'Application and CV' })).toHaveAttribute('aria-selected', 'true');
});

it('says that a dossier is gone once it was taken back', async () => {
  const session = await show();
  const erase: Change = { kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true };
  await session.commit({ action: 'edit-person', changes: [erase] });
  await expect.element(heading('This dossier is not here')).toBeInTheDocument();
});

function inkOnFirstPage(): number {
  const canvas = document.querySelector('canvas');
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100 && pixels[at + 3] === 255) dark += 1;
  return dark;
}

it('G-13: another capture says when, for what and what differs in it; separated again, nothing of it stays', async () => {
  const at = Date.UTC(2026, 10, 20, 9, 5);
  const noted = noteAddress(OSKAR, 'There 2\n0155 Oslo', { id: testId(400), at: 5, by: null });
  const session = await show([noted]);
  const edit = async (id: PersonId) => ({ ...(await found(session.edit('person', id))), id });
  const second = await edit(OSKAR);
  await session.commit({ action: 'edit-person', changes: changesTo(second, { capturedAt: at, city: 'Oslo' }) });
  const [first, other] = [await edit(EBBA), await edit(OSKAR)];
  let made = 500;
  const stamp = { at, by: null, newId: () => testId<string>((made += 1)) };
  const chosen = { ...first.fields, city: 'Oslo', postalAddress: 'There 2\n0155 Oslo' };
  const { sets, changes } = planMerge([first], [other], chosen, stamp);
  const set = sets.flatMap(({ details }) => changesTo(first, details));
  await session.commit({ action: 'merge-people', changes: [...set, ...changes] });

  const line = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Separate again' }) });
  await expect.element(line).toHaveTextContent(/Captured .*20.*\d\d:\d\d.*Trainee.*Oskar · Hedvall/);
  await page.getByRole('tab', { name: /activities/i }).click();
  await expect
    .element(page.getByText(/^Merged into one dossier with the capture of .*20.*\d\d:\d\d/).first())
    .toBeInTheDocument();
  await page.getByRole('button', { name: 'Separate again' }).click();
  await expect.element(line).not.toBeInTheDocument();
  const { people: now } = session.roster.current();
  expect(now.get(EBBA)).toMatchObject({ city: first.fields.city, postalAddress: '' });
  expect(now.get(OSKAR)).toMatchObject({ city: 'Oslo', postalAddress: 'There 2\n0155 Oslo' });
});

async function found<Value>(read: Promise<Value | null>): Promise<Value> {
  const value = await read;
  if (value === null) throw new Error('it is there');
  return value;
}
