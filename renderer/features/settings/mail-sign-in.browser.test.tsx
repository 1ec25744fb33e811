import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { MailAccount } from '../../../shared/host/mail-account.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { MailForm } from './mail-form.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);
const NOTHING: OutputOf<'mail.account'> = { account: null, hasPassword: false, hasClientSecret: false, signedIn: null };

/** A host whose browser is in the hands of the test. */
class SigningInHost extends FakeHost {
  account: OutputOf<'mail.account'> = NOTHING;
  readonly asked: InputOf<'mail.sign-in'>[] = [];
  #end: (code: HostErrorCode | null) => void = () => undefined;

  /** The person comes back from the browser. */
  end(code: HostErrorCode | null = null): void {
    this.#end(code);
  }

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    const answers: { readonly [K in Channel]?: () => Promise<Result<OutputOf<K>, HostErrorCode>> } = {
      'mail.account': () => Promise.resolve(success(this.account)),
      'mail.sign-in': () => this.#signIn(input as InputOf<'mail.sign-in'>),
      'mail.cancel-sign-in': () => {
        this.end('mail/sign-in-cancelled');
        return Promise.resolve(success(null));
      },
      'mail.sign-out': () => {
        this.account = { ...this.account, signedIn: null };
        return Promise.resolve(success(null));
      },
    };
    return (await answers[channel]?.()) ?? (await super.call(channel, input));
  }

  async #signIn(input: InputOf<'mail.sign-in'>): Promise<Result<OutputOf<'mail.sign-in'>, HostErrorCode>> {
    this.asked.push(input);
    this.end('mail/sign-in-cancelled');
    const code = await new Promise<HostErrorCode | null>((resolve) => {
      this.#end = resolve;
    });
    if (code !== null) return failure(code);
    const as = 'jobs@example.com';
    const account: MailAccount = { ...(input.account as MailAccount), user: as, fromAddress: as };
    this.account = { ...NOTHING, account, hasClientSecret: true, signedIn: { as, ended: false } };
    return success({ account, as });
  }
}

async function show(stored = NOTHING): Promise<{ readonly host: SigningInHost; readonly saved: () => number }> {
  await page.viewport(1366, 768);
  const host = new SigningInHost();
  host.account = stored;
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['administer'], active: true };
  const session = await openTestSession(
    [organisationCreate(), { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter }],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  let saved = 0;
  const component = () => <MailForm stored={stored} onSaved={() => (saved += 1)} />;
  showPage(session, createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() }), {
    height: 640,
  });
  return { host, saved: () => saved };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

afterEach(hidePage);

it('leads from an app registration to somebody who is signed in, and on to the test', async () => {
  const { host, saved } = await show();
  await page.getByRole('radio', { name: 'Microsoft 365' }).click();
  await expect.element(page.getByText('http://127.0.0.1/mail-sign-in')).toBeVisible();
  await expect.element(page.getByText('Nobody is signed in yet')).toBeVisible();
  await button('Sign in with Microsoft 365').click();
  await expect.element(page.getByText('This must be filled in', { exact: false })).toBeVisible();
  expect(host.asked).toEqual([]);
  await page.getByLabelText('Application (client) ID').fill('0f0e-app');
  await button('Sign in with Microsoft 365').click();
  await expect
    .element(page.getByRole('status').getByText('Finish signing in in your browser.', { exact: false }))
    .toBeVisible();
  host.end();
  await expect.element(page.getByText('Signed in as jobs@example.com').first()).toBeVisible();
  await expect.element(page.getByLabelText('From', { exact: true })).toHaveValue('jobs@example.com');
  await expect.element(button('Test the account')).toBeEnabled();
  expect(saved()).toBe(1);
  expect(host.asked).toMatchObject([
    {
      account: { host: 'smtp.office365.com', signIn: { with: 'microsoft', clientId: '0f0e-app', tenant: '' } },
      language: 'en',
    },
  ]);
  await page.getByLabelText('Application (client) ID').fill('another-app');
  await expect.element(button('Sign in with Microsoft 365')).toBeVisible();
});

it('can be begun again after the browser’s window was closed, and given up', async () => {
  const { host } = await show();
  await page.getByRole('radio', { name: 'Google' }).click();
  await page.getByLabelText('Client ID').fill('desktop-app');
  await page.getByRole('textbox', { name: 'Client secret' }).fill('hush');
  await button('Sign in with Google').click();
  await button('Begin again').click();
  await expect.poll(() => host.asked.length).toBe(2);
  expect(host.asked[1]).toMatchObject({ clientSecret: 'hush', account: { signIn: { with: 'google' } } });
  await expect.element(button('Cancel')).toBeVisible();
  await button('Cancel').click();
  await expect.element(button('Sign in with Google')).toBeEnabled();
  await button('Sign in with Google').click();
  await expect.poll(() => host.asked.length).toBe(3);
  host.end('mail/sign-in-denied');
  await expect.element(page.getByText('Signing in was declined in the browser.', { exact: false })).toBeVisible();
});

it('says that the sign-in has ended, and offers the one thing that helps; signing out is always possible', async () => {
  const signIn = { with: 'microsoft', clientId: 'app', tenant: '' } as const;
  const from = { fromName: 'Maja', fromAddress: 'jobs@example.com', user: 'jobs@example.com', authority: '' };
  const account: MailAccount = { host: 'smtp.office365.com', port: 587, security: 'starttls', ...from, signIn };
  const { host } = await show({ ...NOTHING, account, signedIn: { as: 'jobs@example.com', ended: true } });
  await expect.element(page.getByText('The sign-in of jobs@example.com has ended.', { exact: false })).toBeVisible();
  await expect.element(button('Save')).not.toBeInTheDocument();
  (button('Sign in again').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => host.asked.length).toBe(1);
  host.end();
  await expect.element(button('Save')).toBeEnabled();
  await button('Sign out').click();
  await expect.element(page.getByText('Nobody is signed in yet')).toBeVisible();
});
