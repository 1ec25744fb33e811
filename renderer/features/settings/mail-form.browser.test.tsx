import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Channel, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { MailAccount } from '../../../shared/host/mail-account.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, type Result } from '../../../shared/lib/result.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { RIGHTS_OF_LEVEL } from '../../../shared/domain/right-levels.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { MailForm } from './mail-form.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);
const ACCOUNT: MailAccount = {
  host: 'mail.example.com',
  port: 587,
  security: 'starttls',
  user: 'maja',
  fromName: 'Maja',
  fromAddress: 'maja@example.com',
  authority: '',
  signIn: { with: 'password' },
};

const STORED = { hasPassword: true, hasClientSecret: false, signedIn: null };

/** A server that lets nobody in, and a test that ends when it is told to. */
class RefusingHost extends FakeHost {
  end: () => void = () => undefined;

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    if (channel !== 'mail.test-account') return await super.call(channel, input);
    await new Promise<void>((resolve) => {
      this.end = resolve;
    });
    return failure('mail/login-refused', '535 no');
  }
}

afterEach(hidePage);

it('shows what the test found above the docked bar, says it, and leaves the keyboard on the button', async () => {
  await page.viewport(1366, 768);
  const host = new RefusingHost();
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['administer'], active: true };
  const session = await openTestSession(
    [organisationCreate(), { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter }],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const component = () => <MailForm stored={{ ...STORED, account: ACCOUNT }} />;
  showPage(session, createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() }), {
    height: 500, // less than the fields need
  });
  const button = page.getByRole('button', { name: 'Test the account' });
  await button.click();
  await expect.element(page.getByText('Connecting and signing in…')).toBeInTheDocument();
  expect(document.activeElement?.textContent).toBe('Test the account');
  host.end();
  const words = page.getByRole('status').getByText('The mail server refused the user name or the password.');
  await expect.element(words).toBeInTheDocument();
  expect(document.activeElement?.textContent).toBe('Test the account');
  const found = words.element().getBoundingClientRect();
  const bar = page.getByRole('region', { name: 'Email account' }).element().getBoundingClientRect();
  expect(found.bottom).toBeLessThanOrEqual(bar.top);
  expect(bar.bottom).toBeLessThanOrEqual(500);
  expect(document.elementFromPoint(found.left + 5, found.top + 5)).toBe(words.element());
});

it.each([
  ['a colleague with the default level sets up the account of their own laptop', RIGHTS_OF_LEVEL['mid-level'], true],
  ['who may send no email cannot', RIGHTS_OF_LEVEL.limited, false],
] as const)('C19 the account of a laptop: %s', async (_words, rights, may) => {
  const colleague = (id: RecruiterId, name: string, held: readonly Right[]) => {
    const fields = { name, email: '', rights: [...held], active: true };
    return { kind: 'create', table: 'recruiter', id, dossier: null, fields } as const;
  };
  const session = await openTestSession([
    organisationCreate(),
    colleague(MAJA, 'Maja', rights),
    colleague(testId<RecruiterId>(4), 'Bo', RIGHTS),
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const component = () => <MailForm stored={{ ...STORED, account: ACCOUNT }} />;
  showPage(session, createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() }));
  const save = page.getByRole('button', { name: 'Save' });
  await expect.element(save).toBeInTheDocument();
  expect(save.element().hasAttribute('disabled')).toBe(!may);
  expect(page.getByText('Only who may send such messages').elements()).toHaveLength(may ? 0 : 1);
});
