import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { closeProgress } from '../../state/progress-request.js';
import { MailHost } from '../../testing/mail-host.js';
import { hidePage } from '../../testing/page-on-show.js';
import { applicationId, MAJA, openProgress } from './testing/open-progress.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

beforeEach(() => {
  closeProgress();
});

afterEach(async () => {
  closeProgress();
  await hidePage();
});

const PEOPLE = [
  { givenName: 'Ebba', language: 'sv' },
  { givenName: 'Priya', language: 'en', email: '' },
] as const;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const box = (name: string) => page.getByRole('textbox', { name });

it('R30 R45 R46 C18 G-5: a colleague and somebody outside are asked about two applicants, held with the reason, undone', async () => {
  const session = await openProgress('panel-review', { people: PEOPLE });
  await button('Check the plan').click();
  await expect.element(page.getByText('Choose or enter at least one reviewer.')).toBeInTheDocument();
  await page.getByRole('checkbox', { name: 'Maja' }).click();
  await box('Email address, recipient 1').fill('ida@');
  await button('Next').click();
  await expect.element(page.getByText('ida@ has no valid email address.')).toBeInTheDocument();
  await box('Email address, recipient 1').fill('ida@example.com');
  await box('Name, recipient 1').fill('Ida Ek');
  await page.getByRole('combobox', { name: 'Language, recipient 1' }).click();
  await page.getByRole('option', { name: 'Swedish' }).click();
  await page.getByRole('checkbox', { name: 'Do not allow comments' }).click();
  await page.getByRole('checkbox', { name: 'Withhold personal information' }).click();
  await button('Next').click();
  await expect.element(page.getByRole('heading', { name: /^English/ })).toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: /^Swedish/ })).toBeInTheDocument();
  await button('Check the plan').click();
  await expect.element(page.getByText(/The emails are held in the Outbox/)).toBeInTheDocument();
  await expect.element(page.getByText('will be reviewed')).toBeInTheDocument();
  await expect.element(page.getByText(/^Of 2 applicants a reviewer would see nothing/)).toBeInTheDocument();
  await button('Send 2 requests').click();
  await expect.element(page.getByText('2 requests for a panel review are in the Outbox')).toBeInTheDocument();
  const roster = () => session.roster.current();
  expect(roster().messagesOf(null)).toMatchObject([
    { toAddress: 'maja@example.com', language: 'en', state: 'held', reason: 'mail/needs-server' },
    { toAddress: 'ida@example.com', language: 'sv', state: 'held', reason: 'mail/needs-server' },
  ]);
  expect([...roster().panelReviews.values()]).toMatchObject([
    {
      applicationIds: [applicationId(0), applicationId(1)],
      noRating: false,
      noComments: true,
      requestedBy: MAJA,
      withholdsPersonal: true,
    },
  ]);
  expect([...roster().applications.values()].map(({ status }) => status)).toEqual(['new', 'new']);
  await button('Undo').click();
  await expect.poll(() => roster().panelReviews.size).toBe(0);
  expect(
    roster()
      .messagesOf(null)
      .map(({ state }) => state),
  ).toEqual(['cancelled', 'cancelled']);
});

it('C18: the plan shows the field where the reviewer’s own link will stand, and no address that leads nowhere', async () => {
  const host = new MailHost();
  await openProgress('panel-review', { people: PEOPLE, host });
  await page.getByRole('checkbox', { name: 'Maja' }).click();
  await button('Next').click();
  await button('Check the plan').click();
  const said = '{collaborative-link-url}: the reviewer’s own link, put in when the email leaves';
  await expect.poll(() => host.previewed.at(-1)).toContain(`${said}</span>`);
  expect(host.previewed.join()).not.toContain('.invalid');
  await expect.element(page.getByText(/What is framed by dashes is put in when it leaves/)).toBeInTheDocument();
  await button('Filled-in words').click();
  await expect.element(page.getByText(said)).toBeInTheDocument();
  await expect.element(page.getByText('.invalid')).not.toBeInTheDocument();
});

it('C33: whose tick is taken away is not in the request, and the number in the mail follows', async () => {
  const session = await openProgress('panel-review', { people: PEOPLE });
  await page.getByRole('checkbox', { name: 'Maja' }).click();
  await button('Next').click();
  await button('Check the plan').click();
  await page.getByRole('checkbox', { name: 'Include Priya Norrlander' }).click();
  await button('Send 1 request').click();
  await expect.element(page.getByText('1 request for a panel review is in the Outbox')).toBeInTheDocument();
  const [review] = session.roster.current().panelReviews.values();
  expect(review?.applicationIds).toEqual([applicationId(0)]);
  const [mail] = session.roster.current().messagesOf(null);
  const stored = mail === undefined ? null : await session.message(mail.id);
  expect(stored?.fields.text).toContain('Number of applicants to look at: 1.');
});
