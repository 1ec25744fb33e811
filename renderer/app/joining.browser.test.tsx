import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChangeSet } from '../../shared/changes/change-set.js';
import { HOUSEKEEPING } from '../../shared/changes/housekeeping.js';
import { EMPTY_STATE, packState } from '../../shared/changes/record-state.js';
import { applyChange } from '../../shared/changes/merge.js';
import type { Channel, InputOf, OutputOf } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import type { SyncStanding } from '../../shared/host/sync-standing.js';
import { createTranslator } from '../../shared/i18n/translate.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { Preferences } from '../../shared/host/contract.js';
import { RIGHTS } from '../../shared/records/recruiter.js';
import { organisationCreate, testId } from '../../shared/testing/change-builders.js';
import { FakeHost } from '../data/testing/fake-host.js';
import { openTestSession } from '../testing/open-test-session.js';
import { Application } from './application.js';
import '@mantine/core/styles.css';
import '../ui/tokens.css';

const MAJA = testId<string>(3);
const PER = testId<string>(4);
const JOINED: NonNullable<SyncStanding> = {
  server: 'https://sync.example.com',
  organisation: { id: '1', name: 'Fjordbank' },
  ...{ recruiterId: null, laptop: 'Stand 1', unsent: 0, contactAt: null, skew: 0, problem: null },
  ...{ loading: { done: 0, total: null }, toRenew: [], brings: false, resend: null },
};

/** A host that joins, and whose server tells what it has as soon as the test says so. */
class JoiningHost extends FakeHost {
  readonly asked: InputOf<'sync.join'>[] = [];
  refuses: HostErrorCode | null = null;
  /** Its server takes the request and never answers it. */
  hangs = false;
  #giveUp = (): void => undefined;
  whose: string | null = null;
  tells: readonly ChangeSet[] = [];
  isTold = (): void => undefined;
  readonly #told = new Promise<void>((resolve) => (this.isTold = resolve));
  #preferences: Preferences | null = null;

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    const answer = (value: unknown) => success(value as OutputOf<C>);
    switch (channel) {
      case 'sync.join':
        this.asked.push(input as InputOf<'sync.join'>);
        if (this.hangs) await new Promise<void>((resolve) => (this.#giveUp = resolve));
        if (this.hangs) return failure('sync/join-cancelled');
        if (this.refuses !== null) return failure(this.refuses);
        this.standing = { ...structuredClone(JOINED), recruiterId: this.whose };
        return answer(this.standing);
      case 'sync.cancel-join':
        this.#giveUp();
        return answer(null);
      case 'sync.exchange':
        await this.#told;
        this.receive(...this.tells);
        if (this.standing !== null) this.standing.loading = null;
        return answer({ sent: 0, refused: 0, received: this.tells.length, more: false });
      case 'sync.wait':
        return await new Promise(() => undefined);
      case 'preferences.write': {
        const read = await super.call('preferences.read', null);
        if (read.ok) this.#preferences = { ...(this.#preferences ?? read.value), ...(input as Partial<Preferences>) };
        return answer(this.#preferences);
      }
      default:
        return await super.call(channel, input);
    }
  }
}

/** The organisation of two, of whom Maja administers, as a server tells it. */
function told(...ids: readonly string[]): readonly ChangeSet[] {
  const stamp = `000000000001-0000-00000000000000cc`;
  const fields = { email: '', departments: [], active: true, demo: false };
  const lesser = RIGHTS.filter((right) => right !== 'administer');
  const records = [
    organisationCreate({ name: 'Fjordbank' }),
    ...ids.map((id) => ({
      table: 'recruiter',
      id,
      dossier: null,
      fields: { ...fields, ...(id === MAJA ? { name: 'Maja', rights: [...RIGHTS] } : { name: 'Per', rights: lesser }) },
    })),
  ].map((one) => ({ ...one, kind: 'create' as const }));
  const changes = records.map((create) => {
    const { table, id, dossier } = create;
    return { kind: 'fold' as const, table, id, dossier, state: packState(applyChange(EMPTY_STATE, create, stamp)) };
  });
  const note = {
    v: 1,
    device: HOUSEKEEPING,
    n: 1,
    at: 1,
    by: null,
    actionId: testId<string>(98),
    action: 'sync',
  } as const;
  return [{ ...note, stamp: `${stamp.slice(0, 18)}${HOUSEKEEPING}`, changes }];
}

let root: Root | null = null;
afterEach(() => {
  vi.useRealTimers();
  root?.unmount();
  document.body.replaceChildren();
  location.hash = '';
});

async function show(set: (host: JoiningHost) => void = () => undefined): Promise<JoiningHost> {
  await page.viewport(900, 600);
  const host = new JoiningHost();
  set(host);
  const session = await openTestSession([], { host });
  const element = document.body.appendChild(document.createElement('div'));
  element.style.height = '100vh';
  root = createRoot(element);
  root.render(<Application session={session} translator={createTranslator('en')} />);
  return host;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name });

async function fillIn(server: string, code: string): Promise<void> {
  await button('Join colleagues').click();
  await userEvent.fill(field('Address of the server, or the link'), server);
  if (code !== '') await userEvent.fill(field('Invitation code'), code);
  await userEvent.fill(field('Name of this laptop'), 'Stand 1');
  await button('Join').click();
}

it('offers to join on the first page, as a button that stands free of the edge, and leads back', async () => {
  await show();
  await expect.element(button('Join colleagues')).toBeVisible();
  await expect.element(page.getByText('stays on this laptop until you join colleagues')).toBeVisible();
  for (const name of ['Start working', 'Join colleagues']) {
    const [one] = button(name).elements();
    expect(600 - (one?.getBoundingClientRect().bottom ?? 600)).toBeGreaterThan(24);
    expect(getComputedStyle(one ?? document.body).borderTopWidth).toBe('1px');
  }
  await button('Join colleagues').click();
  await expect.element(page.getByRole('heading', { name: 'Join colleagues' })).toBeVisible();
  await button('Back').click();
  await expect.element(field('Your name')).toBeVisible();
});

it.each([
  ['sync/unknown-invitation', 'There is no such invitation, or it was used, or it is over'],
  ['sync/unreachable', 'No server answers at this address'],
  ['sync/invalid-server', 'One looks like this: https://sync.example.com'],
  ['sync/no-tls', 'without encryption'],
  ['sync/offline', 'Joining needs the network'],
] as const)('says of %s what to do, and keeps what was typed', async (code, words) => {
  await show((host) => (host.refuses = code));
  await fillIn('https://sync.example.com', '7KQ2-M9XD-40TR-ZE5H');
  await expect.element(page.getByRole('alert')).toHaveTextContent(words);
  await expect.element(field('Invitation code')).toHaveValue('7KQ2-M9XD-40TR-ZE5H');
});

it('says whose answer it waits for once that takes long, and is cancelled with everything still there', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const host = await show((one) => (one.hangs = true));
  await fillIn('https://sync.example.com', '7KQ2-M9XD-40TR-ZE5H');
  await expect.element(button('Cancel')).toBeVisible();
  vi.advanceTimersByTime(4_900);
  expect(page.getByText('Waiting for an answer').elements()).toEqual([]);
  vi.advanceTimersByTime(200);
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('Waiting for an answer from https://sync.example.com');
  await button('Cancel').click();
  await expect.element(button('Back')).toBeVisible();
  await expect.element(page.getByText('Waiting for an answer')).not.toBeInTheDocument();
  expect(page.getByRole('alert').elements()).toEqual([]);
  await expect.element(field('Address of the server, or the link')).toHaveFocus();
  await expect.element(field('Invitation code')).toHaveValue('7KQ2-M9XD-40TR-ZE5H');
  await expect.element(field('Name of this laptop')).toHaveValue('Stand 1');
  host.hangs = false;
  await button('Join').click();
  await expect.element(page.getByRole('heading', { name: 'This laptop belongs to Fjordbank' })).toBeVisible();
});

it('takes the link of an invitation, shows the load, and asks at a shared laptop who works', async () => {
  const host = await show();
  host.tells = told(MAJA, PER);
  await fillIn('fairdesk://join?server=https%3A%2F%2Fsync.example.com&code=7KQ2-M9XD-40TR-ZE5H', '');
  expect(host.asked).toEqual([{ server: 'https://sync.example.com', code: '7KQ2-M9XD-40TR-ZE5H', laptop: 'Stand 1' }]);
  await expect.element(page.getByRole('heading', { name: 'This laptop belongs to Fjordbank' })).toBeVisible();
  await expect.element(page.getByRole('status').first()).toHaveTextContent('Exchanging');
  host.isTold();
  const missing = page.getByRole('region', { name: 'You are not in the list?' });
  await expect.element(missing).toHaveTextContent('kept by those who administer: Maja.');
  await expect.element(missing).toHaveTextContent('under Settings, Recruiters and rights.');
  await expect.element(missing).toHaveTextContent('appears here by itself');
  await page.getByRole('button', { name: /Per/ }).click();
  await expect.element(page.getByRole('link', { name: 'Capture' }).first()).toBeVisible();
});

it('asks nobody on a laptop that one recruiter was invited with', async () => {
  const host = await show((one) => (one.whose = PER));
  host.tells = told(MAJA, PER);
  await fillIn('https://sync.example.com', '7KQ2-M9XD-40TR-ZE5H');
  host.isTold();
  await expect.element(page.getByRole('button', { name: 'Per is working here. Change' })).toBeVisible();
});

it('asks whoever comes first to an empty organisation for the name alone', async () => {
  const host = await show();
  await fillIn('https://sync.example.com', '7KQ2-M9XD-40TR-ZE5H');
  host.isTold();
  await expect.element(page.getByText('Nobody works at Fjordbank yet')).toBeVisible();
  await expect.element(field('Name of the organisation')).toHaveValue('Fjordbank');
  expect(button('Join colleagues').elements()).toHaveLength(0);
});
