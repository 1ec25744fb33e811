import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import type { ListedLaptop } from '../../../shared/sync/protocol.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { Observable } from '../../data/observable.js';
import type { SyncStatus } from '../../data/sync-status.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { SyncProvider } from '../../data/use-sync.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { Laptops } from './laptops.js';

const MAJA = testId<RecruiterId>(3);
const PER = testId<RecruiterId>(4);
const STANDING: NonNullable<SyncStanding> = {
  ...{ server: 'https://sync.example.com', organisation: { id: '1', name: 'Fjordkraft' }, recruiterId: null },
  ...{ laptop: 'Stand', unsent: 0, contactAt: 1, skew: 0, problem: null, loading: null, toRenew: [] },
  ...{ brings: false, resend: null },
};
const AT_STAND: ListedLaptop = {
  ...{ device: 'a0a0a0a0a0a0a0a0', name: 'Stand left', recruiterId: null, lastBy: PER, standing: 'joined' },
  ...{ wipe: false, seenAt: 900_000, wroteAt: 800_000, isOwn: false },
};
const PERS: ListedLaptop = { ...AT_STAND, device: 'a1a1a1a1a1a1a1a1', name: 'Per’s', recruiterId: PER };
const OWN: ListedLaptop = { ...AT_STAND, device: 'a2a2a2a2a2a2a2a2', name: 'Mine', seenAt: null, isOwn: true };

/** A host whose server knows these laptops, and does what it is asked. */
class OfficeHost extends FakeHost {
  readonly asked: InputOf<'sync.revoke'>[] = [];
  laptops: readonly ListedLaptop[] = [AT_STAND, PERS, OWN];
  fails: HostErrorCode | null = null;

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    const isOfLaptops = channel === 'sync.laptops' || channel === 'sync.revoke';
    if (!isOfLaptops) return await super.call(channel, input);
    if (this.fails !== null) return failure(this.fails);
    if (channel === 'sync.laptops') return success({ laptops: [...this.laptops] } as OutputOf<C>);
    const wish = input as InputOf<'sync.revoke'>;
    this.asked.push(wish);
    this.laptops = this.laptops.map((one) =>
      one.device === wish.device ? { ...one, standing: 'revoked', wipe: wish.wipe } : one,
    );
    return success(null as OutputOf<C>);
  }
}

afterEach(hidePage);

function recruiter(id: RecruiterId, name: string, rights: readonly Right[]) {
  const fields = { name, email: '', rights: [...rights], departments: [], active: true, demo: false };
  return { kind: 'create', table: 'recruiter', id, dossier: null, fields } as const;
}

async function show(
  host: OfficeHost,
  { who = MAJA, standing = STANDING }: { readonly who?: RecruiterId; readonly standing?: SyncStanding } = {},
) {
  const sync = {
    standing: new Observable<SyncStanding>(standing),
    status: new Observable<SyncStatus>({ kind: 'online' }),
    poke: () => undefined,
  };
  const changes = [organisationCreate(), recruiter(MAJA, 'Maja', RIGHTS), recruiter(PER, 'Per', ['add-candidates'])];
  const session = await openTestSession(changes, { host });
  session.preferences.set({ ...session.preferences.current(), recruiterId: who });
  const component = () => (
    <SyncProvider of={sync}>
      <h1>Sync</h1>
      <Laptops />
    </SyncProvider>
  );
  showPage(session, createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() }));
  await expect.element(page.getByRole('heading', { name: 'Sync' })).toBeVisible();
  return sync;
}

const entry = (name: string) => page.getByRole('listitem').filter({ hasText: name });

it('says whose each laptop is and when it was last there; the own one can only leave', async () => {
  await show(new OfficeHost());
  await expect.element(entry('Stand left')).toHaveTextContent('Everybody at the stand · last Per');
  await expect.element(entry('Stand left')).toHaveTextContent(/last seen .* · last change /);
  await expect.element(entry('Per’s')).toHaveTextContent(/Per’s\s*Per\s*last seen/);
  await expect.element(entry('Mine')).toHaveTextContent('This laptop');
  await expect.element(entry('Mine')).toHaveTextContent('not seen yet');
  expect(entry('Mine').getByRole('button').elements()).toEqual([]);
  await expect.element(entry('Mine').getByRole('link', { name: 'Leave the server' })).toBeVisible();
});

it('G-9 shows nothing to those who do not administer, and nothing without a server', async () => {
  await show(new OfficeHost(), { who: PER });
  expect(page.getByRole('heading', { name: 'Laptops' }).elements()).toEqual([]);
  await hidePage();
  await show(new OfficeHost(), { standing: { ...STANDING, recruiterId: PER } });
  expect(page.getByRole('heading', { name: 'Laptops' }).elements()).toEqual([]);
  await hidePage();
  await show(new OfficeHost(), { standing: null });
  expect(page.getByRole('heading', { name: 'Laptops' }).elements()).toEqual([]);
});

it('revokes only after a question that names the laptop and says what stays on it', async () => {
  const host = new OfficeHost();
  await show(host);
  await page.getByRole('button', { name: 'Revoke: Per’s' }).click();
  const question = page.getByRole('dialog', { name: 'Revoke: Per’s' });
  await expect.element(question).toHaveTextContent('What is on it stays on it');
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(host.asked).toEqual([]);
  await page.getByRole('button', { name: 'Revoke: Per’s' }).click();
  await question.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect.element(entry('Per’s')).toHaveTextContent('Revoked');
  expect(host.asked).toEqual([{ device: PERS.device, wipe: false, by: MAJA }]);
  expect(page.getByRole('button', { name: 'Revoke: Per’s' }).elements()).toEqual([]);
});

it('wipes one that was revoked before, and says that this cannot be taken back', async () => {
  const host = new OfficeHost();
  host.laptops = [{ ...PERS, standing: 'revoked' }];
  await show(host);
  await page.getByRole('button', { name: 'Revoke and wipe: Per’s' }).click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('That cannot be taken back.');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke and wipe', exact: true }).click();
  await expect.element(entry('Per’s')).toHaveTextContent('wiped when it next reaches the server');
  expect(host.asked).toEqual([{ device: PERS.device, wipe: true, by: MAJA }]);
  expect(entry('Per’s').getByRole('button').elements()).toEqual([]);
});

it('says why there is no list while the server cannot be reached', async () => {
  const host = new OfficeHost();
  host.fails = 'sync/unreachable';
  await show(host);
  await expect.element(page.getByText('The server does not answer.', { exact: false })).toBeVisible();
});

it('is read again while it is looked at, once something was exchanged', async () => {
  const host = new OfficeHost();
  const { status } = await show(host);
  await expect.element(entry('Stand left')).toBeVisible();
  host.laptops = [...host.laptops, { ...AT_STAND, device: 'a3a3a3a3a3a3a3a3', name: 'Stand right' }];
  status.set({ kind: 'online' });
  await expect.element(entry('Stand right'), { timeout: 10_000 }).toBeVisible();
});
