import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { MailAccount } from '../../../shared/host/mail-account.js';
import type { Session } from '../../data/session.js';
import { useUiStore } from '../../state/ui-store.js';
import { hidePage } from '../../testing/page-on-show.js';
import { button, contents, openTemplates, own, PreviewHost, subject } from './testing/open-templates.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

afterEach(async () => {
  await hidePage();
});

const ACCOUNT: MailAccount = {
  host: 'smtp.example.com',
  port: 465,
  security: 'tls',
  user: 'jobs',
  fromName: 'Norrvik',
  fromAddress: 'jobs@example.com',
  authority: '',
  signIn: { with: 'password' },
};
const messages = (session: Session) => [...session.roster.current().messages.values()];

it('sends what stands in the form to whoever works here, marked as a test, and takes it back', async () => {
  const host = new PreviewHost();
  host.account = ACCOUNT;
  const session = await openTemplates(host);
  await subject.fill('For {given-name}');
  await contents.fill('Dear {given-name}, greetings from {company}');
  await button('Send test email to me').click();
  await expect.poll(() => messages(session)).toHaveLength(1);
  const [row] = messages(session);
  expect(row).toMatchObject({ subject: 'Test: For Kim', toAddress: 'maja@example.com', personId: null, state: 'held' });
  const stored = await session.message(row!.id);
  expect(stored?.fields).toMatchObject({
    from: { name: 'Norrvik', address: 'jobs@example.com' },
    text: 'Dear Kim, greetings from Norrvik',
  });
  await expect.poll(() => host.previewed.at(-1)).toBe(stored?.fields.html); // as it was shown
  expect(own(session)).toBeNull(); // a test saves nothing
  expect(useUiStore.getState().toast?.text).toBe('The test email to maja@example.com is in the Outbox');
  await useUiStore.getState().toast?.undo?.();
  expect(messages(session)[0]?.state).toBe('cancelled');
});

it('keeps the keyboard on the button while the test is made, and makes one of two presses', async () => {
  const host = new PreviewHost();
  host.account = ACCOUNT;
  let answer: () => void = () => undefined;
  host.thinks = new Promise((resolve) => (answer = resolve));
  const session = await openTemplates(host);
  await expect.element(button('Send test email to me')).toBeInTheDocument();
  (button('Send test email to me').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}{Enter}');
  answer();
  await expect.poll(() => messages(session)).toHaveLength(1);
  await expect.element(button('Send test email to me')).toHaveFocus();
  expect(messages(session)).toHaveLength(1);
});

it('C32 sends no test of a text with something wrong in it, nor to or from nowhere, and says why', async () => {
  const session = await openTemplates(new PreviewHost(), '/', { email: 'maja' });
  const toast = () => useUiStore.getState().toast?.text;
  await button('Send test email to me').click();
  await expect.poll(toast).toMatch(/^You have no valid email address here\./);
  await hidePage();
  const other = await openTemplates();
  await button('Send test email to me').click();
  await expect.poll(toast).toMatch(/^There is no email account to send with yet\./);
  await subject.fill(' ');
  await button('Send test email to me').click();
  await expect.element(subject).toHaveAccessibleDescription('Subject is empty (English).');
  expect([...messages(session), ...messages(other)]).toEqual([]);
});

it('C19 offers no test to who may send no email', async () => {
  await openTemplates(new PreviewHost(), '/', { rights: ['administer'] });
  await expect.element(subject).toBeInTheDocument();
  await expect.element(button('Send test email to me')).not.toBeInTheDocument();
});
