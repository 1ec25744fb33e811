import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
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
async function show(fields: Partial<Message> = {}, rights: readonly Right[] = RIGHTS): Promise<Session> {
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
    { host: new PreviewHost() },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: testId(5) });
  const sync: Sync = {
    status: new Observable<SyncStatus>({ kind: 'online' }),
    standing: new Observable(STANDING),
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
