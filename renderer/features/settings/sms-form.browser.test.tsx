import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Channel, DeliveryOutcome, InputOf, OutputOf } from '../../../shared/host/contract.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { success, type Result } from '../../../shared/lib/result.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { SmsSection } from './sms-section.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const MAJA = testId<RecruiterId>(3);

/** Keeps an account as a host does, and answers a test as it is told. */
class SmsHost extends FakeHost {
  stored: OutputOf<'sms.account'> = { account: null, hasSecret: false };
  outcome: DeliveryOutcome = { state: 'sent', reply: '200' };
  readonly tests: InputOf<'sms.test'>[] = [];

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    return (
      (this.#answer(channel, input) as Result<OutputOf<C>, HostErrorCode> | null) ?? (await super.call(channel, input))
    );
  }

  #answer(channel: Channel, input: unknown): Result<unknown, HostErrorCode> | null {
    if (channel === 'sms.account') return success(this.stored);
    if (channel === 'sms.test') {
      this.tests.push(input as InputOf<'sms.test'>);
      return success(this.outcome);
    }
    if (channel !== 'sms.save-account') return null;
    const { account, secret } = input as InputOf<'sms.save-account'>;
    this.stored = { account, hasSecret: account !== null && (secret !== null || this.stored.hasSecret) };
    return success(null);
  }
}

afterEach(hidePage);

async function open(rights: readonly string[] = ['administer']): Promise<{ host: SmsHost; saved: () => number }> {
  await page.viewport(1366, 768);
  const host = new SmsHost();
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const other = { ...recruiter, name: 'Bo', rights: ['administer'] };
  const session = await openTestSession(
    [
      organisationCreate(),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      { kind: 'create', table: 'recruiter', id: testId<RecruiterId>(4), dossier: null, fields: other },
    ],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  let times = 0;
  const component = () => <SmsSection onSaved={() => (times += 1)} />;
  showPage(session, createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() }));
  await expect.element(page.getByRole('radio', { name: 'None' })).toBeInTheDocument();
  return { host, saved: () => times };
}

const choose = async (name: string): Promise<void> => {
  await page.getByRole('radio', { name }).click({ force: true });
};
const field = (name: string) => page.getByRole('textbox', { name });
const save = page.getByRole('button', { name: 'Save' });

it('saves an account once it is whole, wakes delivery, and never shows the secret again', async () => {
  const { host, saved } = await open();
  await choose('46elks');
  await save.click();
  await expect.element(field('API user name')).toHaveAccessibleDescription('This must be filled in.');
  await field('Sender').fill('Fairdesk');
  await field('API user name').fill('u1234');
  await page.getByLabelText('API password').fill('s3cret');
  await save.click();
  await expect.poll(saved).toBe(1);
  expect(host.stored.account).toEqual({ provider: '46elks', sender: 'Fairdesk', user: 'u1234', authority: '' });
  await expect.element(page.getByLabelText('API password')).toHaveValue('');
  await expect
    .element(page.getByLabelText('API password'))
    .toHaveAccessibleDescription('One is stored. Leave this empty to keep it.');
  await choose('GatewayAPI');
  await expect.element(page.getByLabelText('API token')).not.toHaveAccessibleDescription(/stored/);
  await choose('None');
  await save.click();
  await expect.poll(saved).toBe(2);
  expect(host.stored).toEqual({ account: null, hasSecret: false });
});

it('sends a test to a mobile number of the organisation’s country, as it is typed, and says what became of it', async () => {
  const { host } = await open();
  await choose('GatewayAPI');
  await field('Sender').fill('Fairdesk');
  await page.getByLabelText('API token').fill('tok');
  const to = field('Mobile number for the test');
  await to.fill('22 12 34 56'); // a telephone in Oslo
  await page.getByRole('button', { name: 'Send a test SMS' }).click();
  await expect.element(to).toHaveAccessibleDescription(/A mobile number, with its country code/);
  await expect.element(to).toHaveFocus();
  expect(host.tests).toEqual([]);
  await to.fill('412 34 567');
  await userEvent.keyboard('{Tab}');
  await page.getByRole('button', { name: 'Send a test SMS' }).click();
  await expect.element(page.getByRole('status').getByText(/^The provider has taken the SMS/)).toBeInTheDocument();
  expect(host.tests).toMatchObject([{ to: '+4741234567', secret: 'tok', account: { provider: 'gatewayapi' } }]);
  host.outcome = { state: 'paused', reason: 'sms/no-credit', reply: '403 Insufficient credit' };
  await page.getByRole('button', { name: 'Send a test SMS' }).click();
  const status = page.getByRole('status');
  await expect.element(status).toHaveTextContent(/has no credit left.*The provider says: 403 Insufficient credit/);
  host.outcome = { state: 'sent', reply: '', reason: 'sms/dry-run' };
  await choose('Rehearsal');
  await expect.element(status).toBeEmptyDOMElement();
  await page.getByRole('button', { name: 'Send a test SMS' }).click();
  await expect.element(status).toHaveTextContent(/This was a rehearsal\. Nothing has left this laptop/);
});

it('G-9 lets nobody change it who may neither send SMS nor administer', async () => {
  await open([]);
  await expect.element(save).toBeDisabled();
});
