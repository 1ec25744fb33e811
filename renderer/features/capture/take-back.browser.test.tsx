import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failure, success } from '../../../shared/lib/result.js';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { organisationCreate, testId, vacancyCreate } from '../../../shared/testing/change-builders.js';
import { changesTo } from '../../data/edit-record.js';
import type { Session } from '../../data/session.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { CapturePage } from './capture-page.js';

const VACANCY = testId<VacancyId>(20);
const OTHER = testId<VacancyId>(21);

afterEach(hidePage);

/** A host that keeps one file for each dossier, and can lose them. */
class FileHost extends FakeHost {
  readonly dossiers: string[] = [];
  full = false;

  override putFile: FakeHost['putFile'] = (file, name, dossier) => {
    if (this.full) return Promise.resolve(failure('file/disk-full'));
    this.dossiers.push(dossier);
    const fileId = testId(300 + this.dossiers.length);
    return Promise.resolve(success({ fileId, mediaType: 'application/pdf', name, size: file.size }));
  };

  override fileUrl(): string {
    return 'data:application/pdf,%25PDF-1.7';
  }
}

async function show(host = new FileHost()): Promise<Session> {
  const vacancies = [vacancyCreate(VACANCY, { title: 'Trainee' }), vacancyCreate(OTHER, { title: 'Engineer' })];
  const session = await openTestSession([organisationCreate(), ...vacancies], { host });
  const router = createRouter({
    routeTree: createRootRoute({ component: CapturePage }),
    history: createMemoryHistory(),
  });
  showPage(session, router, { width: 1100, height: 700 });
  await expect.element(field('First name')).toBeInTheDocument();
  return session;
}

const field = (name: string) => page.getByRole('textbox', { name });
const people = (session: Session) => [...session.roster.current().people.values()];

async function captureMatilda(session: Session): Promise<void> {
  await userEvent.fill(field('First name'), 'Matilda');
  await userEvent.fill(field('Email'), 'matilda@example.com');
  await userEvent.fill(field('Note'), 'Island grids.');
  await page.getByRole('radio', { name: 'Trainee' }).click({ force: true });
  await page.getByRole('checkbox').first().click();
  const files = new DataTransfer();
  files.items.add(new File(['%PDF-1.7'], 'Matilda.pdf'));
  const picker = document.querySelector<HTMLInputElement>('input[type="file"]');
  picker!.files = files.files;
  picker!.dispatchEvent(new Event('change', { bubbles: true }));
  await expect.element(page.getByText('Matilda.pdf')).toBeInTheDocument();
  await page.getByRole('button', { name: 'Save, next person' }).click();
  await expect.poll(() => people(session).length).toBe(1);
  await expect.element(field('First name')).toHaveValue('');
}

async function undo(): Promise<string | undefined> {
  const answer = await useUiStore.getState().toast?.undo?.();
  return answer?.ok === true ? answer.value.text : undefined;
}

it('puts everything that was typed back into the form, the file in the new dossier', async () => {
  const host = new FileHost();
  const session = await show(host);
  await captureMatilda(session);
  expect(await undo()).toBe('Matilda was taken back and stands in the form again.');
  expect(people(session)).toEqual([]);
  await expect.element(field('First name')).toHaveValue('Matilda');
  await expect.element(field('Note')).toHaveValue('Island grids.');
  await expect.element(page.getByRole('radio', { name: 'Trainee' })).toBeChecked();
  await expect.element(page.getByRole('checkbox').first()).toBeChecked();
  await expect.element(page.getByText('Matilda.pdf')).toBeInTheDocument();
  expect(new Set(host.dossiers).size).toBe(2);
});

it('says that the CV must be added again when it could not be stored anew', async () => {
  const host = new FileHost();
  const session = await show(host);
  await captureMatilda(session);
  host.full = true;
  expect(await undo()).toContain('add it once more');
  await expect.element(field('First name')).toHaveValue('Matilda');
  expect(page.getByText('Matilda.pdf').elements()).toEqual([]);
});

it('keeps who is being typed meanwhile', async () => {
  const session = await show();
  await captureMatilda(session);
  await userEvent.fill(field('First name'), 'Oskar');
  expect(await undo()).toBe('Matilda was taken back. What you are typing now stays.');
  expect(people(session)).toEqual([]);
  await expect.element(field('First name')).toHaveValue('Oskar');
});

it('files nobody under a vacancy that was closed meanwhile, and lets the person choose again', async () => {
  const session = await show();
  await userEvent.fill(field('First name'), 'Matilda');
  await userEvent.fill(field('Email'), 'matilda@example.com');
  await page.getByRole('radio', { name: 'Trainee' }).click({ force: true });
  const vacancy = await session.edit('vacancy', VACANCY);
  await session.commit({ action: 'edit-person', changes: changesTo(vacancy!, { state: 'closed' }) });
  await expect.element(page.getByRole('alert')).toHaveTextContent('is not open any more');
  await page.getByRole('button', { name: 'Save, next person' }).click();
  await expect.element(page.getByText('Not saved. The vacancy', { exact: false })).toBeInTheDocument();
  expect(people(session)).toEqual([]);
  await expect.element(page.getByRole('radio', { name: 'None yet' })).toBeInTheDocument();
  page
    .getByRole('radio', { name: 'None yet' })
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await expect.element(page.getByRole('radio', { name: 'None yet' })).toBeChecked();
  await page.getByRole('button', { name: 'Save, next person' }).click();
  await expect.poll(() => people(session)).toMatchObject([{ kind: 'prospect' }]);
});
