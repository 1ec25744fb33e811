import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { NO_ACCOUNT, SIGN_IN_AGAIN, type DeliveryStatus } from '../../data/delivery-status.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ConnectionLine } from './connection-line.js';

afterEach(hidePage);

async function show(status: DeliveryStatus): Promise<void> {
  const component = () => <ConnectionLine status={status} onTryNow={() => undefined} />;
  showPage(
    await openTestSession([]),
    createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() }),
  );
}

const checked = (): boolean => document.querySelector('.tabler-icon-cloud-check') !== null;

it('promises that messages leave only where they would', async () => {
  await show({ kind: 'idle' });
  await expect.element(page.getByText('Messages leave by themselves when they are due.')).toBeInTheDocument();
  expect(checked()).toBe(true);
});

it('says that there is no network', async () => {
  await show({ kind: 'no-network' });
  await expect.element(page.getByText('No network.', { exact: false })).toBeInTheDocument();
  expect(checked()).toBe(false);
});

it('says that there is no mail account, and leads to where one is added', async () => {
  await show(NO_ACCOUNT);
  await expect
    .element(page.getByText('There is no email account yet. All emails are safe here', { exact: false }))
    .toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Open Settings' })).toBeInTheDocument();
  expect(checked()).toBe(false);
});

it('says that working offline was chosen, and leads back', async () => {
  await show({ kind: 'working-offline' });
  await expect.element(page.getByText('You chose to work offline.', { exact: false })).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Work online again' })).toBeInTheDocument();
  expect(checked()).toBe(false);
});

it('offers to sign in again where the sign-in has ended', async () => {
  await show(SIGN_IN_AGAIN);
  await expect.element(page.getByText('the sign-in has ended', { exact: false })).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Sign in again' })).toBeInTheDocument();
  expect(page.getByRole('button', { name: 'Try now' }).query()).toBeNull();
});
