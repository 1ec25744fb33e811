import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { success, type Result } from '../../../shared/lib/result.js';
import { organisationCreate } from '../../../shared/testing/change-builders.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { InviteLaptop } from './invite-laptop.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const CODE = '7KQ2-M9XD-40TR-ZE5H';
const SERVER = 'https://a-rather-long-name-of-a-server.recruiting.example.com:8443';
const UNTIL = Date.UTC(2026, 2, 14, 9, 30);

class InvitingHost extends FakeHost {
  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (channel !== 'sync.invite') return await super.call(channel, input);
    return success({ code: CODE, expiresAt: UNTIL } as OutputOf<C>);
  }
}

afterEach(async () => {
  vi.restoreAllMocks();
  await hidePage();
});

/** An invitation, as it stands on a screen of 900 pixels. */
async function makeInvitation(): Promise<void> {
  await page.viewport(900, 600);
  const routeTree = createRootRoute({ component: () => <InviteLaptop server={SERVER} ready /> });
  const session = await openTestSession([organisationCreate()], { host: new InvitingHost() });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) }));
  await page.getByRole('button', { name: 'Make an invitation' }).click();
}

it('shows the whole of the link, however long the server’s name is, and until when it holds', async () => {
  await makeInvitation();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect.element(link).toHaveValue(`fairdesk://join?server=${encodeURIComponent(SERVER)}&code=${CODE}`);
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = link.element();
  expect([scrollWidth, scrollHeight]).toEqual([clientWidth, clientHeight]);
  await expect.element(page.getByText(/^Valid until 14 Mar.*, for one laptop\.$/)).toBeVisible();
});

it('copies code and link with a button each', async () => {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => Promise.resolve(void copied.push(text)));
  await makeInvitation();
  await page.getByRole('button', { name: 'Copy: Invitation code' }).click();
  await page.getByRole('button', { name: 'Copy: Link' }).click();
  await vi.waitFor(() => {
    expect(copied).toEqual([CODE, expect.stringMatching(/^fairdesk:\/\/join\?/)]);
  });
});

it('selects what the browser does not let it copy', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  await makeInvitation();
  await page.getByRole('button', { name: 'Copy: Invitation code' }).click();
  const code = page.getByRole('textbox', { name: 'Invitation code' }).element();
  await vi.waitFor(() => {
    expect(code instanceof HTMLTextAreaElement ? code.selectionEnd - code.selectionStart : 0).toBe(CODE.length);
  });
});
