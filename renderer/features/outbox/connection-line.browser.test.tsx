import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Channel, InputOf, MailAccount, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { success, type Result } from '../../../shared/lib/result.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ConnectionLine } from './connection-line.js';

const ACCOUNT: MailAccount = {
  host: 'mail.example.com',
  port: 587,
  security: 'starttls',
  user: 'eva',
  fromName: 'Eva',
  fromAddress: 'eva@example.com',
  authority: '',
};

afterEach(hidePage);

/** A host with or without account and network, that may have been told to work offline. */
class IdleHost extends FakeHost {
  account: MailAccount | null = ACCOUNT;
  up = true;
  workOffline = false;

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (channel === 'mail.account') return success({ account: this.account, hasPassword: true } as OutputOf<C>);
    if (channel === 'network.state') return success({ up: this.up } as OutputOf<C>);
    const answer = await super.call(channel, input);
    if (channel !== 'preferences.read' || !answer.ok) return answer;
    return success({ ...answer.value, workOffline: this.workOffline } as OutputOf<C>);
  }
}

async function show(change: Partial<Pick<IdleHost, 'account' | 'up' | 'workOffline'>>): Promise<void> {
  const session = await openTestSession([], { host: Object.assign(new IdleHost(), change) });
  const component = () => <ConnectionLine status={{ kind: 'idle' }} onTryNow={() => undefined} />;
  showPage(session, createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() }));
}

const checked = (): boolean => document.querySelector('.tabler-icon-cloud-check') !== null;

it('promises that messages leave only where they would', async () => {
  await show({});
  await expect.element(page.getByText('Messages leave by themselves when they are due.')).toBeInTheDocument();
  expect(checked()).toBe(true);
});

it('says that there is no network although nothing is due', async () => {
  await show({ up: false });
  await expect.element(page.getByText('No network.', { exact: false })).toBeInTheDocument();
  expect(checked()).toBe(false);
});

it('says that there is no mail account, and leads to where one is added', async () => {
  await show({ account: null, up: false });
  await expect.element(page.getByText('There is no mail account yet.', { exact: false })).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Open Settings' })).toBeInTheDocument();
  expect(checked()).toBe(false);
});

it('says that working offline was chosen, and leads back', async () => {
  await show({ workOffline: true });
  await expect.element(page.getByText('You chose to work offline.', { exact: false })).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Work online again' })).toBeInTheDocument();
  expect(checked()).toBe(false);
});
