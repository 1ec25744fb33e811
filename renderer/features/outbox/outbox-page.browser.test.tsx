import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { deliveryEvent } from '../../../shared/domain/message-state.js';
import { success } from '../../../shared/lib/result.js';
import { Message, type MessageEvent } from '../../../shared/records/message.js';
import type { MessageId, PersonId } from '../../../shared/records/primitives.js';
import { personCreate, testId } from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { OutboxPage } from './outbox-page.js';
import '../../ui/global.css';
import '../../ui/tokens.css';

const EBBA = testId<PersonId>(101);

afterEach(hidePage);

type Delivered = Pick<MessageEvent, 'state'> & Partial<MessageEvent>;

function message(n: number, deliveries: readonly Delivered[]): readonly Change[] {
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
  const changes = messages.flatMap((deliveries, n) => message(n, deliveries));
  const session = await openTestSession([personCreate(EBBA), ...changes], { host });
  const component = () => <OutboxPage status={{ kind: 'no-network' }} onTryNow={() => undefined} />;
  const router = createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() });
  showPage(session, router, { width: 1000, height: 600 });
  await expect.element(page.getByRole('grid')).toBeInTheDocument();
  return session;
}

const stateOf = (session: Session, n: number) => session.roster.current().messages.get(testId<MessageId>(1000 + n));
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

it('sends what may have arrived again only after asking', async () => {
  const session = await show([UNCERTAIN]);
  await list().getByText('Subject 0').click();
  await page.getByRole('button', { name: 'Send again', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('person0@example.com');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(stateOf(session, 0)?.state).toBe('uncertain');
  await page.getByRole('button', { name: 'Send again', exact: true }).click();
  await dialog.getByRole('button', { name: 'Send again, even if twice' }).click();
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
