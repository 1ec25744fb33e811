import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import { Observable } from '../../data/observable.js';
import type { SyncStatus } from '../../data/sync-status.js';
import { SyncProvider } from '../../data/use-sync.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { LeaveServer } from './leave-server.js';

const STANDING = {
  ...{ server: 'https://sync.example.com', organisation: { id: '1', name: 'Fjordkraft' } },
  ...{ recruiterId: null, laptop: 'Stand', unsent: 0, contactAt: 1, skew: 0, problem: null },
  ...{ loading: null, toRenew: [], brings: false, resend: null },
};

/** A host whose server cannot be reached. */
class LonelyHost extends FakeHost {
  readonly asked: InputOf<'sync.leave'>[] = [];

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (channel !== 'sync.leave') return await super.call(channel, input);
    const wishes = input as InputOf<'sync.leave'>;
    this.asked.push(wishes);
    return wishes?.anyway === true ? success(null as OutputOf<C>) : failure('sync/unreachable');
  }
}

afterEach(hidePage);

it('says that the server cannot be told, and leaves anyway only on a second word', async () => {
  const host = new LonelyHost();
  const told: string[] = [];
  const beforeLeaving = () => {
    told.push(`before ${(host.asked.length + 1).toString()}`);
    return Promise.resolve(true);
  };
  const component = () => <LeaveServer standing={STANDING} beforeLeaving={beforeLeaving} />;
  const sync = {
    standing: new Observable<SyncStanding>(STANDING),
    status: new Observable<SyncStatus>({ kind: 'offline' }),
    poke: () => undefined,
  };
  const routeTree = createRootRoute({ component: () => <SyncProvider of={sync}>{component()}</SyncProvider> });
  const session = await openTestSession([], { host });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) }));
  await page.getByRole('button', { name: 'Leave the server' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the server' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('The server was not told');
  expect([host.asked, told]).toEqual([[{ anyway: false }], []]);
  await page.getByRole('button', { name: 'Leave anyway' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect([host.asked, told]).toEqual([[{ anyway: false }, { anyway: true }], ['before 2']]);
});

it('C27 does not leave where it could not be marked what others may send as well', async () => {
  const host = new LonelyHost();
  const component = () => <LeaveServer standing={STANDING} beforeLeaving={() => Promise.resolve(false)} />;
  const session = await openTestSession([], { host });
  const routeTree = createRootRoute({ component });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) }));
  await page.getByRole('button', { name: 'Leave the server' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the server' }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  expect(host.asked).toEqual([]);
});
