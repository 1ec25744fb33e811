import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failure, success } from '../../../shared/lib/result.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { useUiStore } from '../../state/ui-store.js';
import { hidePage } from '../../testing/page-on-show.js';
import { useReturnedForms } from './take-back.js';
import { VACANCY, showCapture, showAtTheFair, field, captured } from './testing/show-capture.js';

afterEach(hidePage);

const focused = () => document.activeElement?.getAttribute('name');

it('is worked by keyboard from the first name to the next person', async () => {
  const session = await showAtTheFair();
  await expect.poll(focused).toBe('givenName');
  await userEvent.keyboard(
    'Matilda{Enter}Rosenqvist{Enter}matilda.r@example.com{Enter}+46 70 174 06 05{Enter}Chalmers{Enter}',
  );
  await userEvent.keyboard('{ArrowLeft}{Tab}{Tab}6{Tab}Island grids.{Tab} ');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .poll(() => captured(session))
    .toMatchObject([
      { kind: 'candidate', givenName: 'Matilda', familyName: 'Rosenqvist', phone: '+46701740605', school: 'Chalmers' },
    ]);
  const [person] = captured(session);
  expect(session.roster.current().applicationsOf(person!.id)).toMatchObject([{ vacancyId: VACANCY, rating: 6 }]);
  await expect.poll(focused).toBe('givenName');
  await expect.element(field('First name')).toHaveValue('');
  await expect.element(page.getByRole('radio', { name: 'Trainee power systems' })).toBeChecked();
  await expect.element(page.getByRole('checkbox').first()).not.toBeChecked();
  expect(useUiStore.getState().toast?.text).toBe('Matilda Rosenqvist is saved');
  const undone = await useUiStore.getState().toast?.undo?.();
  expect(undone?.ok).toBe(true);
  expect(captured(session)).toEqual([]);
});

it('says beside the field what is wrong, goes there, and keeps what was typed', async () => {
  const session = await showAtTheFair();
  await userEvent.fill(field('Surname'), 'Rosenqvist');
  await userEvent.fill(field('Email'), 'matilda at home');
  await page.getByRole('button', { name: 'Save, next person' }).click();
  await expect.element(page.getByText('This is not an email address', { exact: false })).toBeInTheDocument();
  await expect.poll(focused).toBe('email');
  await expect.element(field('Email')).toHaveValue('matilda at home');
  await userEvent.fill(field('Email'), '');
  await page.getByRole('button', { name: 'Save, next person' }).click();
  await expect.element(page.getByText('Type an email address or a mobile number.')).toBeInTheDocument();
  expect(captured(session)).toEqual([]);
});

it('offers what was being typed after a restart, file included, and throws it away when asked to', async () => {
  const host = new FakeHost();
  host.putFile = (file, name) =>
    Promise.resolve(success({ fileId: testId(300), mediaType: 'application/pdf', name, size: file.size }));
  await showAtTheFair(host);
  await userEvent.fill(field('First name'), 'Matilda');
  await choose(new File(['%PDF-1.7'], 'Matilda.pdf'));
  await expect.element(page.getByText('Matilda.pdf')).toBeInTheDocument();
  await expect.poll(() => JSON.stringify(host.drafts.get('capture') ?? null)).toContain(testId(300));
  await hidePage();

  await showCapture(host);
  await expect.element(field('First name')).toHaveValue('Matilda');
  await expect.element(page.getByText('Matilda.pdf')).toBeInTheDocument();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect.element(field('First name')).toHaveValue('');
  await expect.poll(() => host.drafts.has('capture')).toBe(false);
  expect(host.calls).toContain('file.discard');
});

it.each([
  ['an empty file', new File([], 'CV.pdf'), 'The file is empty'],
  ['a file of 11 MB', new File([new Uint8Array(11 * 1024 * 1024)], 'CV.pdf'), 'larger than 10 MB'],
  ['a picture that calls itself a PDF', new File(['\u0089PNG'], 'CV.pdf'), 'does not fit its name'],
])('refuses %s in words and keeps the form', async (_, file, words) => {
  const host = new FakeHost();
  host.putFile = () => Promise.resolve(failure('file/not-what-its-name-says'));
  await showAtTheFair(host);
  await userEvent.fill(field('First name'), 'Matilda');
  await choose(file);
  await expect.element(page.getByText(words, { exact: false })).toBeInTheDocument();
  await expect.element(field('First name')).toHaveValue('Matilda');
});

it('waits for the CV before it saves, and does not save without it unasked', async () => {
  const host = new FakeHost();
  let refuse: () => void = () => undefined;
  host.putFile = () =>
    new Promise((resolve) => {
      refuse = () => {
        resolve(failure('file/disk-full'));
      };
    });
  const session = await showAtTheFair(host);
  await userEvent.fill(field('First name'), 'Matilda');
  await userEvent.fill(field('Email'), 'matilda@example.com');
  await choose(new File(['%PDF-1.7'], 'Matilda.pdf'));
  await page.getByRole('button', { name: 'Save, next person' }).click();
  refuse();
  await expect.element(page.getByText('the CV was not stored', { exact: false })).toBeInTheDocument();
  expect(captured(session)).toEqual([]);
  await page.getByRole('button', { name: 'Save, next person' }).click();
  await expect.poll(() => captured(session).length).toBe(1);
});

it.each(['before', 'after'] as const)(
  'files one person when the answer is lost (%s the journal), however often it is saved, and claims nothing meanwhile',
  async (cut) => {
    const host = new FakeHost();
    const session = await showAtTheFair(host);
    const framesBefore = host.frames.length;
    await page.getByRole('radio', { name: 'Trainee power systems' }).click();
    await userEvent.fill(field('First name'), 'Matilda');
    await userEvent.fill(field('Email'), 'matilda@example.com');
    await userEvent.fill(field('Note'), 'Island grids.');
    host.cut = cut;
    await page.getByRole('button', { name: 'Save and open' }).click();
    const tryAgain = page.getByRole('button', { name: 'Try again' });
    await expect.element(tryAgain).toBeInTheDocument();
    await expect.element(page.getByText('not known yet whether this is saved', { exact: false })).toBeInTheDocument();
    await expect.element(page.getByText('Not saved', { exact: false })).not.toBeInTheDocument();
    await expect.element(field('First name')).toBeDisabled(); // what was handed in is what will be filed
    await expect.element(tryAgain).not.toHaveAttribute('data-loading');
    host.calls.length = 0;
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => host.calls.filter((call) => call === 'journal.append')).toHaveLength(3);
    await expect.element(tryAgain).not.toHaveAttribute('data-loading');
    expect(captured(session)).toEqual([]);
    host.cut = null;
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(field('First name')).toHaveValue('');
    await expect.element(field('First name')).toBeEnabled();
    expect(useUiStore.getState().toast?.text).toBe('Matilda is saved');
    expect(captured(session)).toMatchObject([{ givenName: 'Matilda' }]);
    expect(session.roster.current().applicationsOf(captured(session)[0]!.id)).toHaveLength(1);
    expect(host.frames).toHaveLength(framesBefore + 1);
    await useUiStore.getState().toast?.undo?.();
    expect(captured(session)).toEqual([]);
  },
);

it('still holds the form when the page was left while the answer was missing', async () => {
  const host = new FakeHost();
  const session = await showAtTheFair(host);
  await userEvent.fill(field('First name'), 'Matilda');
  await userEvent.fill(field('Email'), 'matilda@example.com');
  await expect.poll(() => host.drafts.has('capture')).toBe(true);
  host.cut = 'after';
  await page.getByRole('button', { name: 'Save, next person' }).click();
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  host.calls.length = 0;
  useReturnedForms.setState(({ count }) => ({ count: count + 1 })); // the page is made anew
  await expect.poll(() => host.calls.filter((call) => call === 'draft.read')).toHaveLength(2);
  await expect.element(field('First name')).toBeDisabled();
  host.cut = null;
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(field('First name')).toHaveValue('');
  expect(captured(session)).toHaveLength(1);
});

it('hints at somebody who is perhaps known already, and fills nothing in', async () => {
  await showAtTheFair();
  await userEvent.fill(field('Email'), 'EBBA@example.com');
  await expect.element(page.getByText('Ebba Norrlander has this email address', { exact: false })).toBeInTheDocument();
  await expect.element(field('First name')).toHaveValue('');
  await userEvent.fill(field('Email'), 'someone@example.com');
  await userEvent.fill(field('First name'), 'Someone');
  await userEvent.fill(field('Surname'), 'New');
  await expect.element(page.getByText('Looks new: no other Someone New')).toBeInTheDocument();
});

it('works before there is a fair, a vacancy or a recruiter, and says what is missing', async () => {
  const session = await showCapture(new FakeHost());
  await expect.element(page.getByRole('link', { name: 'Add the fair' })).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'New vacancy' })).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Choose in Settings' })).toBeInTheDocument();
  await userEvent.fill(field('First name'), 'Matilda');
  await userEvent.fill(field('Mobile'), '070 174 06 05');
  await page.getByRole('button', { name: 'Save and open' }).click();
  await expect.element(page.getByText('/people/$personId')).toBeInTheDocument();
  expect(captured(session)).toMatchObject([{ kind: 'prospect', fairId: null }]);
});

/** What a file picker does once somebody has chosen. */
async function choose(file: File): Promise<void> {
  const picker = document.querySelector<HTMLInputElement>('input[type="file"]');
  const files = new DataTransfer();
  files.items.add(file);
  picker!.files = files.files;
  picker!.dispatchEvent(new Event('change', { bubbles: true }));
  await Promise.resolve();
}
