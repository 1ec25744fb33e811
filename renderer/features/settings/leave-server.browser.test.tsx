import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
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
  const routeTree = createRootRoute({ component: () => <LeaveServer standing={STANDING} /> });
  const session = await openTestSession([], { host });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) }));
  await page.getByRole('button', { name: 'Leave the server' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the server' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('The server was not told');
  expect(host.asked).toEqual([{ anyway: false }]);
  await page.getByRole('button', { name: 'Leave anyway' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(host.asked).toEqual([{ anyway: false }, { anyway: true }]);
});
