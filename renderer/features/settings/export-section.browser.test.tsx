import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { success } from '../../../shared/lib/result.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { Right } from '../../../shared/records/recruiter.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { SealError } from '../../data/sealing.js';
import type { Session } from '../../data/session.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { showToast, useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ExportSection } from './export-section.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);

/** A host whose browser takes no part before `save` is called. */
class SlowHost extends FakeHost {
  readonly ends: boolean[] = [];
  save: () => void = () => undefined;
  readonly #saved = new Promise<void>((resolve) => {
    this.save = resolve;
  });

  override call: FakeHost['call'] = (channel, input) => {
    if (channel === 'export.begin') return Promise.resolve(success({ id: '1'.repeat(32), url: 'data:,x' }) as never);
    if (channel !== 'export.end') return FakeHost.prototype.call.call(this, channel, input) as never;
    this.ends.push((input as { readonly whole: boolean }).whole);
    return Promise.resolve(success(null) as never);
  };

  override putPart: FakeHost['putPart'] = () => this.#saved.then(() => success(null));
}

afterEach(hidePage);

async function open(host: FakeHost, rights: readonly Right[], change: (session: Session) => Session = (one) => one) {
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const session = await openTestSession(
    [
      organisationCreate(),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      // Where nobody administers, everybody may.
      {
        kind: 'create',
        table: 'recruiter',
        id: testId(4),
        dossier: null,
        fields: { ...recruiter, name: 'Per', rights: ['administer'] },
      },
    ],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const tree = createRootRoute({ component: ExportSection });
  showPage(change(session), createRouter({ routeTree: tree, history: createMemoryHistory() }));
}

const begin = page.getByRole('button', { name: 'Export everything…' });
const stop = page.getByRole('button', { name: 'Stop' });
const toast = () => useUiStore.getState().toast?.text;

async function press(): Promise<void> {
  await expect.element(begin).toBeInTheDocument();
  (begin.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

it('keeps the keyboard: it goes to Stop with the run, and back when the run ends', async () => {
  const host = new SlowHost();
  await open(host, ['administer']);
  await press();
  await expect.element(stop).toHaveFocus();
  host.save();
  await expect.element(begin).toHaveFocus();
  expect(toast()).toMatch(/^\d+ records and 0 files are saved$/);
  expect(host.ends).toEqual([true]);
});

it('is stopped at once, on the screen and in words, while the host still breaks it off', async () => {
  const host = new SlowHost();
  await open(host, ['administer']);
  showToast({ text: 'The copy is saved' });
  await press();
  await expect.element(stop).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(begin).toHaveFocus();
  await expect.poll(toast).toBe('The export is stopped. Nothing of it was kept.');
  await expect.poll(() => host.ends).toEqual([false]);
  host.save(); // the part at hand comes back late
  await expect.element(stop).not.toBeInTheDocument();
  expect(host.ends).toEqual([false]);
});

it('says that the working copy is damaged, and can be begun again', async () => {
  async function* damaged(): AsyncGenerator<never> {
    await Promise.reject(new SealError());
    yield* [];
  }
  await open(new SlowHost(), ['administer'], (session) => ({ ...session, readEverything: () => success(damaged()) }));
  await press();
  await expect.poll(toast).toMatch(/^The working copy on this laptop is damaged\./);
  await expect.element(begin).toHaveFocus();
});

it('C19 is for administrators, and says so', async () => {
  await open(new SlowHost(), ['reports']);
  await expect.element(begin).toBeDisabled();
  await expect.element(page.getByText('Only administrators may export everything')).toBeInTheDocument();
});
