import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { deliveryEvent } from '../../../shared/domain/message-state.js';
import { success } from '../../../shared/lib/result.js';
import { Message, type MessageEvent } from '../../../shared/records/message.js';
import type { ApplicationId, MessageId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import { applicationCreate, personCreate, testId, vacancyCreate } from '../../../shared/testing/change-builders.js';
import type { DeliveryStatus } from '../../data/delivery-status.js';
import type { Session } from '../../data/session.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { closeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { OutboxPage } from './outbox-page.js';
import '../../ui/global.css';
import '../../ui/tokens.css';

const EBBA = testId<PersonId>(101);
const VACANCY = testId<VacancyId>(102);
const APPLICATION = testId<ApplicationId>(103);

afterEach(hidePage);

type Delivered = Pick<MessageEvent, 'state'> & Partial<MessageEvent>;

function message(n: number, deliveries: readonly Delivered[], change: Partial<Message> = {}): readonly Change[] {
  const target = { table: 'message', id: testId(1000 + n), dossier: EBBA } as const;
  const fields = Message.parse({
    channel: 'email',
    purpose: 'ad-hoc',
    interviewId: null,
    calendar: null,
    attachments: [],
    personId: EBBA,
    applicationId: null,
    vacancyId: null,
    language: 'en',
    from: { name: 'Maja Lindhult', address: 'maja@example.com' },
    to: { name: `Person ${n.toString()}`, address: `person${n.toString()}@example.com` },
    subject: `Subject ${n.toString()}`,
    text: 'Hello',
    html: `<p>Hello ${n.toString()}</p>`,
    messageId: `<${n.toString()}@example.com>`,
    queuedAt: n,
    holdUntil: n,
    deliverBy: '00000000000000aa',
    ...change,
  });
  const events = deliveries.map((delivery, index): Change => {
    const id = testId(100_000 + n * 10 + index);
    return { kind: 'event', ...target, event: deliveryEvent({ id, at: 10 + index, by: null, ...delivery }) };
  });
  return [{ kind: 'create', ...target, fields }, ...events];
}

const SENDING: Delivered = { state: 'sending', attempt: 1 };
const FAILED = [SENDING, { state: 'failed', reason: 'mail/mailbox-unknown', reply: '550 no such user' }] as const;
const UNCERTAIN = [SENDING, { state: 'uncertain' }] as const;

/** A host that shows previews, and what it was given to show. */
class PreviewHost extends FakeHost {
  readonly previewed: string[] = [];

  override putPreview: FakeHost['putPreview'] = (html) => {
    this.previewed.push(html);
    return Promise.resolve(success({ url: 'about:blank#preview' }));
  };
}

async function show(messages: readonly (readonly Delivered[])[], host = new PreviewHost()): Promise<Session> {
  return await showChanges(
    messages.flatMap((deliveries, n) => message(n, deliveries)),
    host,
  );
}

async function showChanges(
  changes: readonly Change[],
  host = new PreviewHost(),
  smsStatus: DeliveryStatus = { kind: 'no-network' },
): Promise<Session> {
  const session = await openTestSession([personCreate(EBBA), ...changes], { host });
  const component = () => (
    <OutboxPage status={{ kind: 'no-network' }} smsStatus={smsStatus} onTryNow={() => undefined} />
  );
  const router = createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() });
  showPage(session, router, { width: 1000, height: 600 });
  await expect.element(page.getByRole('grid')).toBeInTheDocument();
  return session;
}

const stateOf = (session: Session, n: number) => session.roster.current().messages.get(testId<MessageId>(1000 + n));
/** Somebody with these rights, beside whom somebody else administers. */
async function workAs(session: Session, rights: readonly Right[]): Promise<void> {
  const recruiter = (n: number, fields: object): Change => {
    return {
      kind: 'create',
      table: 'recruiter',
      id: testId(n),
      dossier: null,
      fields: { email: '', active: true, ...fields },
    };
  };
  const changes = [recruiter(4, { name: 'Per', rights: [...RIGHTS] }), recruiter(5, { name: 'Maja', rights })];
  expect((await session.commit({ action: 'edit-recruiter', changes })).ok).toBe(true);
  session.preferences.set({ ...session.preferences.current(), recruiterId: testId(5) });
}

const list = () => page.getByRole('grid', { name: 'Messages' });

it('tries a failed message again, which then waits for a connection', async () => {
  const session = await show([FAILED, [SENDING, { state: 'sent' }]]);
  await list().getByText('Subject 0').click();
  await expect.element(page.getByText('550 no such user').first()).toBeInTheDocument();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => stateOf(session, 0)?.state).toBe('due');
  await expect.element(list().getByText('Waiting for a connection')).toBeInTheDocument();
  expect(stateOf(session, 1)?.state).toBe('sent');
  expect(useUiStore.getState().toast?.undo).toBeNull();
});

it('gives a reason the two lines it needs', async () => {
  const asked = { state: 'deferred', reason: 'mail/try-later', retryAt: 2_000_000 } as const;
  await show([UNCERTAIN, [SENDING, asked]]);
  for (const words of [/It may have arrived:.* by itself\./, /Next attempt .* asked to try again later/]) {
    const reason = list().getByText(words).element();
    const seen = document.createRange();
    const text = reason.firstChild as Text;
    seen.setStart(text, 0);
    seen.setEnd(text, (/later|confirm it/.exec(text.data)?.index ?? 0) + 5);
    expect(seen.getBoundingClientRect().bottom).toBeLessThanOrEqual(reason.getBoundingClientRect().bottom + 1);
    expect(reason.getBoundingClientRect().height).toBeGreaterThan(20);
    const row = reason.closest('[role="row"]')?.getBoundingClientRect();
    expect(reason.getBoundingClientRect().bottom).toBeLessThanOrEqual(row?.bottom ?? 0);
  }
});

/** By keyboard: a browser that is busy may bring the first clicks on a new dialog to the mail beneath it, a page of its own. */
it('sends what may have arrived again only after asking', async () => {
  const session = await show([UNCERTAIN]);
  await list().getByText('Subject 0').click();
  await page.getByRole('button', { name: 'Send again', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('person0@example.com');
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await expect.element(cancel).toHaveFocus(); // the way that changes nothing
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(stateOf(session, 0)?.state).toBe('uncertain');
  await page.getByRole('button', { name: 'Send again', exact: true }).click();
  await expect.element(cancel).toHaveFocus();
  await userEvent.keyboard('{Tab}{Enter}'); // to the other button
  await expect.poll(() => stateOf(session, 0)).toMatchObject({ state: 'due', again: true });
});

it('is worked by keyboard: down, tick, range, all at once, and back', async () => {
  const session = await show([FAILED, FAILED, UNCERTAIN, FAILED]);
  (document.querySelector('[role="grid"]') as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown} ');
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await expect.element(page.getByRole('row', { selected: true }).nth(1)).toBeInTheDocument();
  expect(document.querySelectorAll('[role="row"][aria-selected="true"]')).toHaveLength(2);
  await userEvent.keyboard('{Control>}a{/Control}');
  await page.getByRole('button', { name: 'Do not send: 3' }).click();
  await expect
    .poll(() => [0, 1, 2, 3].map((n) => stateOf(session, n)?.state))
    .toEqual(['cancelled', 'cancelled', 'uncertain', 'cancelled']);
  const undone = await useUiStore.getState().toast?.undo?.();
  expect(undone?.ok).toBe(true);
  await expect.poll(() => [0, 1, 3].map((n) => stateOf(session, n)?.state)).toEqual(['failed', 'failed', 'failed']);
});

it('shows the mail as it was frozen, on a page of its own that may run nothing', async () => {
  const host = new PreviewHost();
  await show([FAILED], host);
  await list().getByText('Subject 0').click();
  await expect.element(page.getByTitle('The email exactly as it is sent')).toBeInTheDocument();
  const frame = document.querySelector('iframe');
  expect(frame?.getAttribute('sandbox')).toBe('');
  expect(frame?.src).toBe('about:blank#preview');
  expect(host.previewed).toEqual(['<p>Hello 0</p>']);
});

it('keeps ten thousand messages out of the document and reaches the last of them by one key', async () => {
  await show(Array.from({ length: 10_000 }, () => [SENDING, { state: 'sent' }] as const));
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(40);
  const grid = document.querySelector('[role="grid"]') as HTMLElement;
  expect(grid.getAttribute('aria-rowcount')).toBe('10001');
  grid.focus();
  await userEvent.keyboard('{End}');
  await expect
    .poll(() => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent)
    .toMatch(/Subject 0Sent/);
});

describe('R76 an SMS', () => {
  const sms = (deliveries: readonly Delivered[], n = 0): readonly Change[] =>
    message(n, deliveries, {
      channel: 'sms',
      purpose: 'reminder',
      to: { name: 'Ebba Lund', address: '+46701740605' },
      subject: '',
      html: '',
      text: 'Welcome at 10 👋',
    });

  it('stands with its number and its words, and says what it is paid for as', async () => {
    const host = new PreviewHost();
    await showChanges(sms(UNCERTAIN), host);
    await expect.element(list().getByText('+46 70 174 06 05')).toBeInTheDocument();
    await expect.element(list().getByText(/the SMS gateway took it but did not confirm it/)).toBeInTheDocument();
    await list().getByText('SMS: Welcome at 10 👋').click();
    const detail = page.getByRole('complementary', { name: 'Welcome at 10 👋' });
    await expect.element(detail.getByText('Ebba Lund, +46 70 174 06 05')).toBeInTheDocument();
    await expect.element(detail.getByText('16 characters · 1 SMS')).toBeInTheDocument();
    await expect.element(detail.getByText('From', { exact: true })).not.toBeInTheDocument();
    expect(host.previewed).toEqual([]);
  });

  it('that was only rehearsed never says that it was sent', async () => {
    await showChanges(sms([SENDING, { state: 'sent', reason: 'sms/dry-run' }]));
    await expect.element(list().getByText('Rehearsed, not sent')).toBeInTheDocument();
    await expect.element(list().getByText(/This was a rehearsal\. Nothing has left/)).toBeInTheDocument();
  });

  it('that did not arrive has a place of its own, and another way to the same person for who may go it', async () => {
    const lost = [SENDING, { state: 'sent' }, { state: 'sent', reason: 'sms/expired' }] as const;
    const there = [
      vacancyCreate(VACANCY),
      applicationCreate(APPLICATION, { personId: EBBA, vacancyId: VACANCY }),
      ...message(0, lost, { channel: 'sms', subject: '', html: '', text: 'At 10', applicationId: APPLICATION }),
    ];
    const session = await showChanges([...there, ...message(1, [SENDING, { state: 'sent' }])]);
    await page.getByRole('button', { name: '1 Not delivered' }).click();
    await expect.element(list().getByText('Subject 1')).not.toBeInTheDocument();
    await list().getByText('SMS: At 10').click();
    await page.getByRole('button', { name: 'Send email', exact: true }).click();
    expect(useProgressRequestStore.getState().request).toMatchObject({
      action: 'send-email',
      applicationIds: [APPLICATION],
    });
    closeProgress();
    await workAs(
      session,
      RIGHTS.filter((right) => right !== 'send-email'),
    );
    await expect.element(page.getByRole('button', { name: 'Send email', exact: true })).not.toBeInTheDocument();
  });

  it('waits for its own account, whose trouble stands beside that of email', async () => {
    const broke = { kind: 'paused', reason: 'sms/no-credit', reply: '' } as const;
    await showChanges([...sms([{ state: 'due' }]), ...message(1, [{ state: 'due' }])], new PreviewHost(), broke);
    await expect.element(page.getByText(/Sending SMS is paused\..*no credit left/)).toBeInTheDocument();
    await expect.element(page.getByText(/^No network\./)).toBeInTheDocument();
    await expect.element(list().getByText('Leaves when the SMS account works')).toBeInTheDocument();
    await expect.element(list().getByText('Leaves when there is a connection')).toBeInTheDocument();
  });
});
