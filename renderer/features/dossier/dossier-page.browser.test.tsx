import { MantineProvider } from '@mantine/core';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { PDFDocument } from 'pdf-lib';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { createTranslator } from '../../../shared/i18n/translate.js';
import {
  ApplicationIdSchema,
  type ApplicationId,
  type PersonId,
  type VacancyId,
} from '../../../shared/records/primitives.js';
import { applicationCreate, personCreate, testId, vacancyCreate } from '../../../shared/testing/change-builders.js';
import { changesTo } from '../../data/edit-record.js';
import { openSession, type Session } from '../../data/session.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { SessionProvider } from '../../data/use-session.js';
import { changeList } from '../../state/application-lists.js';
import { shortcutOf, useShortcutStore } from '../../state/shortcuts.js';
import { useUiStore } from '../../state/ui-store.js';
import { FormatsProvider } from '../../ui/formats.js';
import { DossierPage } from './dossier-page.js';

const VACANCY = testId<VacancyId>(20);
const EBBA = testId<PersonId>(101);
const OSKAR = testId<PersonId>(102);
const EBBAS = testId<ApplicationId>(201);
const OSKARS = testId<ApplicationId>(202);
let shown: { readonly root: Root; readonly session: Session; readonly quiet: () => void } | null = null;
let made = 0;

afterEach(async () => {
  shown?.root.unmount();
  shown?.quiet();
  await shown?.session.close();
  shown = null;
  document.body.replaceChildren();
});

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

/** The one listener of the shell, without the shell. */
function listenForShortcuts(): () => void {
  const listener = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const dialogOpen = document.querySelector('[role="dialog"]') !== null;
    const shortcut = shortcutOf(useShortcutStore.getState().entries, event, { typing, dialogOpen });
    if (event.defaultPrevented || shortcut === null) return;
    event.preventDefault();
    shortcut.run();
  };
  window.addEventListener('keydown', listener);
  return () => {
    window.removeEventListener('keydown', listener);
  };
}

async function show(more: readonly Change[] = [], host = new FakeHost()): Promise<Session> {
  made += 1;
  const opened = await openSession(host, {
    databaseName: `dossier-page-${made.toString()}-${Date.now().toString()}`,
    now: () => 1_000_000,
    onProgress: () => undefined,
    onDamage: () => undefined,
    claim: () => Promise.resolve(true),
  });
  if (!opened.ok) throw new Error(opened.code);
  const saved = await opened.value.commit({ action: 'test', changes: [...people, ...more] });
  if (!saved.ok) throw new Error(saved.code);
  const element = document.createElement('div');
  element.style.cssText = 'display:flex;flex-direction:column;height:700px;width:1162px';
  document.body.append(element);
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
  const root = createRoot(element);
  root.render(
    <SessionProvider session={opened.value}>
      <MantineProvider>
        <I18nextProvider i18n={createTranslator('en')}>
          <FormatsProvider language="en" zone="Europe/Stockholm">
            <RouterProvider router={router as never} />
          </FormatsProvider>
        </I18nextProvider>
      </MantineProvider>
    </SessionProvider>,
  );
  shown = { root, session: opened.value, quiet: listenForShortcuts() };
  await expect.element(page.getByRole('heading', { name: 'Ebba Norrlander' })).toBeInTheDocument();
  return opened.value;
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

it('shows what somebody else changed meanwhile and keeps what was typed', async () => {
  const session = await show();
  await page.getByRole('button', { name: 'Edit contact details' }).click();
  const email = page.getByRole('textbox', { name: 'Email' });
  await userEvent.fill(email, 'mine@example.com');
  const other = await session.edit('person', EBBA);
  const theirs = await session.commit({ action: 'test', changes: changesTo(other!, { email: 'theirs@example.com' }) });
  expect(theirs.ok).toBe(true);
  await expect.element(page.getByText('Now it says: theirs@example.com', { exact: false })).toBeInTheDocument();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Somebody changed these details');
  await expect.element(email).toHaveValue('mine@example.com');
  expect(session.roster.current().people.get(EBBA)?.email).toBe('theirs@example.com');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(() => session.roster.current().people.get(EBBA)?.email).toBe('mine@example.com');
});

it('says that a dossier is gone once it was taken back', async () => {
  const session = await show();
  const erase: Change = { kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true };
  await session.commit({ action: 'test', changes: [erase] });
  await expect.element(heading('This dossier is not here')).toBeInTheDocument();
});

function inkOnFirstPage(): number {
  const canvas = document.querySelector('canvas');
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100 && pixels[at + 3] === 255) dark += 1;
  return dark;
}
