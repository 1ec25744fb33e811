import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SyncStanding } from '../../shared/host/sync-standing.js';
import { ERROR_WORDS } from '../../shared/i18n/error-words.js';
import { createTranslator } from '../../shared/i18n/translate.js';
import { organisationCreate } from '../../shared/testing/change-builders.js';
import { Observable } from '../data/observable.js';
import type { SyncStatus } from '../data/sync-status.js';
import { SyncProvider } from '../data/use-sync.js';
import { openTestSession } from '../testing/open-test-session.js';
import { hidePage, showPage } from '../testing/page-on-show.js';
import { ConnectionMenu } from './connection-menu.js';
import { useSyncKey } from './use-sync-key.js';
import '@mantine/core/styles.css';
import '../ui/tokens.css';

const JOINED: NonNullable<SyncStanding> = {
  server: 'https://sync.example.com',
  organisation: { id: 'o', name: 'Norrvik' },
  recruiterId: null,
  laptop: 'Stand',
  unsent: 0,
  contactAt: 900_000,
  skew: 0,
  problem: null,
  loading: null,
  toRenew: [],
  brings: false,
  resend: null,
};

afterEach(hidePage);

/** The pill over a server that stands and answers as a test says. */
async function show(standing: SyncStanding, status: SyncStatus) {
  await page.viewport(1366, 768);
  const sync = { standing: new Observable(standing), status: new Observable(status), poke: vi.fn() };
  const session = await openTestSession([organisationCreate()]);
  function WithKey() {
    useSyncKey();
    return (
      <>
        <ConnectionMenu />
        <input aria-label="a field" />
      </>
    );
  }
  const component = () => (
    <SyncProvider of={sync}>
      <WithKey />
    </SyncProvider>
  );
  const routeTree = createRootRoute({ component });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }));
  await expect.element(page.getByRole('button').first()).toBeInTheDocument();
  return sync;
}

const pill = () => page.getByRole('button').first();

/** Whether the browser would do its own thing with the key: load the page anew. */
function isLeftToBrowser(): boolean {
  return (
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true }),
    ) === true
  );
}

it('stays as it is where no server is set up: F5 is the browser’s', async () => {
  await show(null, { kind: 'off' });
  await expect.element(pill()).toHaveTextContent('Online');
  await pill().click();
  await expect.element(page.getByText('Messages leave by themselves', { exact: false })).toBeInTheDocument();
  expect(page.getByRole('button', { name: /^Sync now/ }).elements()).toEqual([]);
  expect(isLeftToBrowser()).toBe(true);
});

it('says that messages leave although the server is away, when it was last there, what waits, and when it is tried again', async () => {
  const { poke } = await show({ ...JOINED, unsent: 12 }, { kind: 'offline', nextAt: 1_065_000 });
  await expect.element(pill()).toHaveTextContent('Server offline · 12 changes');
  await pill().click();
  const menu = page.getByRole('dialog');
  await expect.element(menu.getByText('The server cannot be reached.', { exact: false })).toBeInTheDocument();
  await expect.element(menu.getByText(/last contact .* · 12 changes wait to be sent/)).toBeInTheDocument();
  await expect.element(menu.getByText('Messages leave by themselves', { exact: false })).toBeInTheDocument();
  await expect.element(menu.getByRole('link', { name: 'Sync and conflicts' })).toBeInTheDocument();
  await expect.element(menu.getByRole('timer')).toHaveTextContent('Next try in 1:05');
  await menu.getByRole('button', { name: /^Try now/ }).click();
  expect(poke).toHaveBeenCalledTimes(1);
});

it('names what somebody has to put right, and a clock that is wrong', async () => {
  await show({ ...JOINED, skew: -7 * 60_000 }, { kind: 'problem', code: 'sync/revoked' });
  await expect.element(pill()).toHaveTextContent('Laptop revoked');
  await expect.element(pill()).toHaveAccessibleDescription(/^This laptop was shut out of the organisation/);
  await pill().click();
  await expect.element(page.getByText('This laptop was shut out of the organisation.', { exact: false })).toBeVisible();
  await expect.element(page.getByText('The clock of this laptop is off by 7 minutes.', { exact: false })).toBeVisible();
});

it.each([
  ['sync/clock', 'Clock is wrong'],
  ['sync/schema-too-old', 'Update Fairdesk'],
  ['sync/server-fault', 'Server error'],
  ['journal/disk-full', 'Disk is full'],
  ['host/fault', 'Sync problem'],
] as const)('says in the pill of %s what it is, and the whole of it to whoever points at it', async (code, words) => {
  await show(JOINED, { kind: 'problem', code });
  await expect.element(pill()).toHaveTextContent(words);
  await expect.element(pill()).toHaveAccessibleDescription(createTranslator('en').t(ERROR_WORDS[code]));
});

it('counts a first load in the pill and in the menu', async () => {
  const loading = { done: 4_000, total: 20_000 };
  await show({ ...JOINED, loading }, { kind: 'syncing', ...loading });
  await expect.element(pill()).toHaveTextContent('Syncing 4,000 of 20,000');
  await pill().click();
  await expect
    .element(page.getByText('All records are being loaded: 4,000 of 20,000 records are here.', { exact: false }))
    .toBeVisible();
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '4000');
});

it('exchanges with F5, also from a field, and loads no page anew', async () => {
  const { poke, status } = await show(JOINED, { kind: 'online' });
  await userEvent.click(page.getByRole('textbox', { name: 'a field' }));
  expect(isLeftToBrowser()).toBe(false);
  expect(poke).toHaveBeenCalledTimes(1);
  status.set({ kind: 'online' });
});
