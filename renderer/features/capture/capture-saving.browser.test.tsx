import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { success, type Result } from '../../../shared/lib/result.js';
import type { PersonId, VacancyId } from '../../../shared/records/primitives.js';
import { personCreate, testId, vacancyCreate } from '../../../shared/testing/change-builders.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { hidePage } from '../../testing/page-on-show.js';
import { closeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { holdForWalkIn, useWalkIn } from '../../state/slot-request.js';
import { useUiStore } from '../../state/ui-store.js';
import { useReturnedForms } from './take-back.js';
import { showCapture, showAtTheFair, field, captured, NOW } from './testing/show-capture.js';

afterEach(hidePage);

/** A disk that takes its time: appends wait until they are let go. */
class SlowHost extends FakeHost {
  #gate = Promise.resolve();
  release: () => void = () => undefined;

  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (channel === 'journal.append') await this.#gate;
    return await super.call(channel, input);
  }

  override putFile: FakeHost['putFile'] = (file, name) =>
    Promise.resolve(success({ fileId: testId(300), mediaType: 'application/pdf', name, size: file.size }));
}

it('gives what is typed while one person is being saved to the next one, file included, and loses none of it', async () => {
  const host = new SlowHost();
  const session = await showAtTheFair(host);
  await userEvent.fill(field('First name'), 'Matilda');
  await userEvent.fill(field('Mobile'), '+46 70 174 06 05');
  host.hold();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.keyboard('Fia{Enter}Berg');
  await userEvent.fill(field('Mobile'), '+46 70 555 01 86');
  await choose(new File(['%PDF-1.7'], 'Fia.pdf'));
  await expect.element(page.getByText('Fia.pdf')).toBeInTheDocument();
  expect(captured(session)).toEqual([]);
  host.release();
  await expect
    .poll(() => captured(session))
    .toMatchObject([{ givenName: 'Matilda', familyName: '', phone: '+46701740605' }]);
  await expect.element(field('First name')).toHaveValue('Fia');
  await expect.element(field('Surname')).toHaveValue('Berg');
  await expect.poll(() => JSON.stringify([...host.drafts])).toMatch(/^\[\["capture",.*Fia.*Fia\.pdf/);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .poll(() => captured(session).map(({ givenName, hasCv }) => [givenName, hasCv]))
    .toContainEqual(['Fia', true]);
});

it('lets go of the slot that waited for a walk-in saved without a vacancy, and says so: the next person does not get it', async () => {
  const session = await showAtTheFair();
  holdForWalkIn({ date: '2026-11-18', time: '11:30', minutes: 30 });
  await expect.element(page.getByRole('button', { name: 'Let it go' })).toBeInTheDocument();
  const save = async (name: string) => {
    await userEvent.fill(field('First name'), name);
    await userEvent.fill(field('Email'), `${name}@example.com`);
    await page.getByRole('button', { name: 'Save, next person' }).click();
    await expect.poll(() => captured(session).map(({ givenName }) => givenName)).toContain(name);
  };
  await save('Matilda');
  await expect
    .poll(() => useUiStore.getState().toast?.text)
    .toMatch(/^Matilda is saved\. Without a vacancy nobody is invited: 18 Nov, 11:30 is free again$/);
  expect(useWalkIn.getState().slot).toBeNull();
  await expect.element(page.getByRole('button', { name: 'Let it go' })).not.toBeInTheDocument();

  await page.getByRole('radio', { name: 'Trainee power systems' }).click();
  await save('Fia');
  expect(useProgressRequestStore.getState().request).toBeNull();

  holdForWalkIn({ date: '2026-11-18', time: '13:00', minutes: 30 });
  await page.getByRole('radio', { name: 'Trainee power systems' }).click();
  await save('Eva');
  await expect
    .poll(() => useProgressRequestStore.getState().request)
    .toMatchObject({ action: 'invite-to-interview', slot: { time: '13:00' } });
  closeProgress();
});

it('saves the next person after the one before, when both are faster than the disk', async () => {
  const host = new SlowHost();
  const session = await showAtTheFair(host);
  host.hold();
  for (const name of ['Matilda', 'Fia']) {
    await userEvent.fill(field('First name'), name);
    await userEvent.fill(field('Email'), `${name}@example.com`);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
  }
  host.release();
  await expect
    .poll(() => new Set(captured(session).map(({ givenName }) => givenName)))
    .toEqual(new Set(['Matilda', 'Fia']));
  await expect.element(field('First name')).toHaveValue('');
});

it('brings back who could not be saved, and after that who was typed meanwhile', async () => {
  const host = new SlowHost();
  const session = await showAtTheFair(host);
  await userEvent.fill(field('First name'), 'Matilda');
  await userEvent.fill(field('Email'), 'matilda@example.com');
  host.hold();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.keyboard('Fia');
  await expect.poll(() => JSON.stringify(host.drafts.get('capture-ahead') ?? null)).toContain('Fia'); // survives a crash
  host.cut = 'before';
  host.release();
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  await expect.element(field('First name')).toHaveValue('Matilda');
  await hidePage();

  host.cut = null;
  await showCapture(host); // another start: the journal knows that nothing was written
  await expect.element(field('First name')).toHaveValue('Matilda');
  await page.getByRole('button', { name: 'Save, next person' }).click();
  await expect.element(field('First name')).toHaveValue('Fia');
  await expect.poll(() => [...host.drafts.keys()]).toEqual(['capture']);
  expect(captured(session)).toEqual([]); // of the window that is gone
});

it('saves the next person after a lost answer that somebody else settled', async () => {
  const host = new FakeHost();
  const session = await showAtTheFair(host);
  await userEvent.fill(field('First name'), 'Eva');
  await userEvent.fill(field('Email'), 'eva@example.com');
  host.cut = 'after';
  await page.getByRole('button', { name: 'Save, next person' }).click();
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  host.cut = null;
  const other = vacancyCreate(testId<VacancyId>(21), { title: 'Engineer' });
  expect((await session.commit({ action: 'add-vacancy', changes: [other] })).ok).toBe(true);
  useReturnedForms.setState(({ count }) => ({ count: count + 1 })); // back from another page
  await expect.element(field('First name')).toHaveValue('');
  await userEvent.fill(field('First name'), 'Fia');
  await userEvent.fill(field('Email'), 'fia@example.com');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => captured(session).map(({ givenName }) => givenName)).toEqual(['Eva', 'Fia']);
});

it('begins with vacancy and language of whoever was captured last today, and with the only vacancy before that', async () => {
  const session = await showAtTheFair();
  const again = () => useReturnedForms.setState(({ count }) => ({ count: count + 1 })); // back from another page
  again();
  const trainee = page.getByRole('radio', { name: 'Trainee power systems' });
  await expect.element(trainee).toBeChecked();
  await page.getByRole('radio', { name: 'sv', exact: true }).click({ force: true });
  await userEvent.fill(field('First name'), 'Matilda');
  await userEvent.fill(field('Email'), 'matilda@example.com');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => captured(session)).toHaveLength(1);
  await session.commit({
    action: 'edit-person',
    changes: [vacancyCreate(testId<VacancyId>(21), { title: 'Engineer' })],
  });
  again();
  await expect.element(page.getByRole('radio', { name: 'Engineer' })).not.toBeChecked();
  await expect.element(trainee).toBeChecked();
  await expect.element(page.getByRole('radio', { name: 'sv', exact: true })).toBeChecked();
});

it('does not begin with what a colleague at the next desk captured last', async () => {
  const host = new FakeHost();
  const session = await showAtTheFair(host);
  await session.commit({
    action: 'edit-person',
    changes: [vacancyCreate(testId<VacancyId>(21), { title: 'Engineer' })],
  });
  await page.getByRole('radio', { name: 'Trainee power systems' }).click({ force: true });
  await userEvent.fill(field('First name'), 'Matilda');
  await userEvent.fill(field('Email'), 'matilda@example.com');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => captured(session)).toHaveLength(1);
  const colleague = {
    device: 'c200000000000000',
    n: 1,
    stamp: `${(NOW + 1000).toString(16).padStart(12, '0')}-0000-c200000000000000`,
  };
  const theirs = personCreate(testId<PersonId>(150), { givenName: 'Tova', language: 'nl', capturedAt: NOW + 1000 });
  host.receive({
    v: 1,
    ...colleague,
    at: NOW + 1000,
    by: null,
    actionId: testId(950),
    action: 'capture',
    changes: [theirs],
  });
  expect(await session.takeIn()).toMatchObject({ ok: true });
  await expect.poll(() => captured(session)).toHaveLength(2);
  useReturnedForms.setState(({ count }) => ({ count: count + 1 }));
  await expect.element(page.getByRole('radio', { name: 'nl', exact: true })).not.toBeChecked();
  await expect.element(page.getByRole('radio', { name: 'Trainee power systems' })).toBeChecked();
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
