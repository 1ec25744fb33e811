import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import { success } from '../../../shared/lib/result.js';
import type { Message } from '../../../shared/records/message.js';
import type { MessageId, PersonId } from '../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import { messageCreate, personCreate, testId } from '../../../shared/testing/change-builders.js';
import { Observable } from '../../data/observable.js';
import type { Session } from '../../data/session.js';
import type { SyncStatus } from '../../data/sync-status.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { SyncProvider, type Sync } from '../../data/use-sync.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { OutboxPage } from './outbox-page.js';
import '../../ui/global.css';
import '../../ui/tokens.css';

const EBBA = testId<PersonId>(101);
const REMINDER = testId<MessageId>(1000);
const SERVER = 'c'.repeat(16);
const STANDING: SyncStanding = {
  ...{ server: 'https://sync.example.com', organisation: { id: '1', name: 'Fjordkraft' }, recruiterId: null },
  ...{ laptop: 'Stand', unsent: 0, contactAt: 1, skew: 0, problem: null, loading: null, toRenew: [] },
  ...{ brings: false, resend: null, sends: { device: SERVER, channels: ['email'] } },
};

class PreviewHost extends FakeHost {
  override putPreview: FakeHost['putPreview'] = () => Promise.resolve(success({ url: 'about:blank#preview' }));
}

afterEach(hidePage);

/** The Outbox with a reminder that the server has; whoever works there has these rights. */
async function show(
  fields: Partial<Message> = {},
  rights: readonly Right[] = RIGHTS,
  {
    senders = null,
    standing = STANDING,
  }: { readonly senders?: string[] | null; readonly standing?: SyncStanding } = {},
): Promise<Session> {
  const host = new PreviewHost();
  host.senders = senders;
  const there = { purpose: 'reminder', holdUntil: Date.UTC(2099, 5, 1), deliverBy: SERVER, subject: 'Soon' } as const;
  const who = { email: '', active: true, departments: [], demo: false };
  const session = await openTestSession(
    [
      personCreate(EBBA),
      messageCreate(REMINDER, { personId: EBBA, ...there, ...fields }),
      {
        kind: 'create',
        table: 'recruiter',
        id: testId(4),
        dossier: null,
        fields: { name: 'Per', rights: [...RIGHTS], ...who },
      },
      { kind: 'create', table: 'recruiter', id: testId(5), dossier: null, fields: { name: 'Maja', rights, ...who } },
    ],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: testId(5) });
  const sync: Sync = {
    status: new Observable<SyncStatus>({ kind: 'online' }),
    standing: new Observable(standing),
    poke: () => undefined,
  };
  const component = () => (
    <SyncProvider of={sync}>
      <OutboxPage status={{ kind: 'idle' }} smsStatus={{ kind: 'idle' }} onTryNow={() => undefined} />
    </SyncProvider>
  );
  const router = createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() });
  showPage(session, router, { width: 1000, height: 600 });
  await page.getByRole('grid', { name: 'Messages' }).getByText('Soon').click();
  return session;
}

const LOST = 'd'.repeat(16);
const takeOver = () => page.getByRole('button', { name: 'Send from this laptop', exact: true });

/** Presses the button, and says yes to its question. */
async function takeItOver(question: RegExp): Promise<void> {
  await takeOver().click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent(question);
  await sayYes();
}

async function sayYes(): Promise<void> {
  await expect.element(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.keyboard('{Tab}{Enter}');
}

const sentBy = (who: string) => page.getByText(who, { exact: true });
const fromHere = () => page.getByRole('button', { name: 'Send from this laptop instead' });

it('C27 says that the server sends a reminder, takes it back, and leaves it to the server again', async () => {
  const session = await show();
  const row = () => session.roster.current().messages.get(REMINDER);
  await expect.element(page.getByText(/The server sends it/).first()).toBeInTheDocument();
  await expect.element(sentBy('The server')).toBeInTheDocument();
  await fromHere().click();
  await expect.element(sentBy('This laptop')).toBeInTheDocument();
  expect(row()).toMatchObject({ deliverBy: session.device, reassigned: true });
  await expect.element(page.getByText(/Reminder, leaves/).first()).toBeInTheDocument();
  await page.getByRole('button', { name: 'Let the server send it' }).click();
  await expect.element(sentBy('The server')).toBeInTheDocument();
  expect(row()?.deliverBy).toBe(SERVER);
});

it.each([
  ['R103 to nobody who may send none of that kind', {}, ['send-sms'], 'The server'],
  ['for what another laptop is to send', { deliverBy: 'b'.repeat(16) }, RIGHTS, 'Another laptop'],
  ['for what never was the server’s', { deliverBy: '00000000000000aa' }, RIGHTS, 'This laptop'],
] as const)('offers nothing %s', async (_words, fields, rights, who) => {
  await show(fields, [...rights]);
  await expect.element(sentBy(who)).toBeInTheDocument();
  await expect.element(fromHere()).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Let the server send it' })).not.toBeInTheDocument();
});

it('C27 takes over what waits for its time at a server that this laptop has left, and it leaves from here then', async () => {
  const session = await show({}, RIGHTS, { senders: [], standing: null });
  await expect.element(sentBy('A laptop or server that this one hears nothing of any more')).toBeInTheDocument();
  await expect.element(page.getByText(/only if its laptop or server still works/).first()).toBeInTheDocument();
  await takeItOver(/may send it as well:/);
  await expect.element(sentBy('This laptop')).toBeInTheDocument();
  const row = session.roster.current().messages.get(REMINDER);
  expect(row).toMatchObject({ deliverBy: session.device, state: 'held', reason: null });
  await expect.element(page.getByText(/Reminder, leaves/).first()).toBeInTheDocument();
});

it('C27 takes over what a lost laptop was to send as what may have left, and sends it only on a further word', async () => {
  const session = await show({ deliverBy: LOST, holdUntil: 1 }, RIGHTS, { senders: [SERVER] });
  const row = () => session.roster.current().messages.get(REMINDER);
  await expect.element(page.getByText('Out of reach').first()).toBeInTheDocument();
  expect(page.getByRole('button', { name: 'Try again' }).elements()).toEqual([]);
  await takeItOver(/it waits for your decision/);
  const doubted = { deliverBy: session.device, state: 'uncertain', reason: 'mail/sender-gone' };
  await expect.poll(row).toMatchObject(doubted);
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('Send again, even if twice');
  await sayYes();
  await expect.poll(row).toMatchObject({ deliverBy: session.device, state: 'due', again: true });
});

it.each([
  ['for what a laptop sends that is still there', [SERVER, LOST], RIGHTS],
  ['while it is not known who is still there', null, RIGHTS],
  ['R103 to nobody who may send none of that kind', [SERVER], ['send-sms']],
] as const)('offers to take nothing over %s', async (_words, senders, rights) => {
  await show({ deliverBy: LOST }, [...rights], { senders: senders === null ? null : [...senders] });
  const who = senders?.includes(LOST) === false ? /^A laptop or server that/ : 'Another laptop';
  await expect.element(page.getByText(who, { exact: true }).first()).toBeInTheDocument();
  expect(takeOver().elements()).toEqual([]);
});
