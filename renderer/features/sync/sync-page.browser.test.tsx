import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import { deliveryEvent } from '../../../shared/domain/message-state.js';
import { setStatus } from '../../../shared/domain/status-event.js';
import type { MessageState } from '../../../shared/records/message.js';
import type { ApplicationId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { SyncStanding } from '../../../shared/host/sync-standing.js';
import { Observable } from '../../data/observable.js';
import type { SyncStatus } from '../../data/sync-status.js';
import { FakeHost } from '../../data/testing/fake-host.js';
import { HOUSEKEEPING, leftNote, refusalNote } from '../../../shared/changes/housekeeping.js';
import type { Session } from '../../data/session.js';
import { SyncProvider, type Sync } from '../../data/use-sync.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { SyncPage } from './sync-page.js';

const EBBA = testId<PersonId>(101);
const VACANCY = testId<VacancyId>(10);
const APPLICATION = testId<ApplicationId>(20);
const [ONE, OTHER] = ['00000000000000b1', '00000000000000b2'];
const STANDING: SyncStanding = {
  ...{ server: 'https://sync.example.com', organisation: { id: '1', name: 'Fjordkraft' }, recruiterId: null },
  ...{ laptop: 'Stand', unsent: 0, contactAt: 1, skew: 0, problem: null, loading: null, toRenew: [] },
  ...{ brings: false, resend: null },
};
const standing = new Observable<SyncStanding>(null);
const SYNC: Sync = { status: new Observable<SyncStatus>({ kind: 'off' }), standing, poke: () => undefined };
const seen = { applicationId: APPLICATION, personId: EBBA, status: 'new' } as const;

let host: FakeHost;
afterEach(hidePage);

/** What a laptop wrote, as the journal has it. */
function written(device: string, n: number, changes: readonly Change[]): ChangeSet {
  const stamp = `${(1_000_000 + n).toString(16).padStart(12, '0')}-0000-${device}`;
  return { v: 1, device, n, stamp, at: 1_000_000 + n, by: null, actionId: testId(900 + n), action: 'capture', changes };
}

const BASICS = written(ONE, 1, [
  organisationCreate(),
  vacancyCreate(VACANCY),
  personCreate(EBBA),
  applicationCreate(APPLICATION, { personId: EBBA, vacancyId: VACANCY }),
]);

function school(device: string, n: number, value: string): ChangeSet {
  const set = { kind: 'set', table: 'person', id: EBBA, dossier: EBBA, field: 'school', value, before: '' } as const;
  return written(device, n, [{ ...set, replaces: [BASICS.stamp] }]);
}

function step(device: string, n: number, to: 'invited' | 'rejected'): ChangeSet {
  return written(device, n, [setStatus(seen, to, { at: n, by: null, newId: () => testId(800 + n) })]);
}

const Shown = () => (
  <SyncProvider of={SYNC}>
    <SyncPage />
  </SyncProvider>
);

async function show(...frames: readonly ChangeSet[]): Promise<Session> {
  host = new FakeHost();
  standing.set(null);
  host.receive(BASICS, ...frames);
  const session = await openTestSession([], { host });
  const root = createRootRoute();
  const routeTree = root.addChildren([createRoute({ getParentRoute: () => root, path: '/', component: Shown })]);
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }), { width: 1000, height: 700 });
  return session;
}

/** What this laptop's journal notes of the change set that stands at `n`, which the server refused. */
function refused(n: number, code: string, ...ids: readonly string[]): ChangeSet {
  const about = { ids: [...ids], dossiers: ids.filter((id) => id !== VACANCY) };
  const note = refusalNote(testId(700 + n), { device: ONE, n, code, at: 2_000_000, ...about });
  const stamp = `000000000000-0000-${HOUSEKEEPING}`;
  return { ...written(HOUSEKEEPING, 1, [note]), stamp };
}

const schoolOf = (session: Session) => session.roster.current().people.get(EBBA)?.school;

it('says what will stand here where nothing is to be decided', async () => {
  await show();
  await expect.element(page.getByRole('heading', { name: 'Nothing to decide here' })).toBeInTheDocument();
  await expect.element(page.getByText(/^Where two laptops have written different things/)).toBeInTheDocument();
});

it('sends whoever looks for what waits elsewhere to its own page', async () => {
  const at = { personId: EBBA, applicationId: APPLICATION, vacancyId: VACANCY };
  await show(written(ONE, 2, [interviewCreate(testId(50), at), interviewCreate(testId(51), at)]));
  await expect.element(page.getByRole('link', { name: '1 conflict in the calendar' })).toBeInTheDocument();
  await expect.element(page.getByText(/is decided on a page of its own/)).toBeInTheDocument();
});

it('shows both values of a field side by side; the other one is chosen with one click, and Undo brings the conflict back', async () => {
  const session = await show(school(ONE, 2, 'Chalmers'), school(OTHER, 3, 'KTH'));
  await expect.element(page.getByText('Chalmers')).toBeInTheDocument();
  await expect.element(page.getByText('Holds now')).toBeInTheDocument();
  expect(schoolOf(session)).toBe('KTH');
  await page.getByRole('button', { name: 'Use this value: Ebba Norrlander, School and programme, Chalmers' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nothing to decide here' })).toBeInTheDocument();
  expect(schoolOf(session)).toBe('Chalmers');
  const undone = await useUiStore.getState().toast?.undo?.();
  expect(undone).toMatchObject({ ok: true });
  await expect.element(page.getByRole('button', { name: /^Use this value: .*Chalmers$/ })).toBeInTheDocument();
  expect(schoolOf(session)).toBe('KTH');
});

it('keeps what stands with one click, and Undo brings the conflict back', async () => {
  const session = await show(school(ONE, 2, 'Chalmers'), school(OTHER, 3, 'KTH'));
  await page.getByRole('button', { name: 'Keep: Ebba Norrlander, School and programme, KTH' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nothing to decide here' })).toBeInTheDocument();
  expect(schoolOf(session)).toBe('KTH');
  await useUiStore.getState().toast?.undo?.();
  await expect.element(page.getByText('Chalmers')).toBeInTheDocument();
});

it('R1 shows both steps of an application; the other one is taken by its own action, and Keep decides for the one that stands', async () => {
  const session = await show(step(ONE, 2, 'invited'), step(OTHER, 3, 'rejected'));
  await expect.element(page.getByText('Invited')).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Invite to interview: Ebba Norrlander' })).toBeInTheDocument();
  await page.getByRole('button', { name: 'Keep: Ebba Norrlander, Vacancy Status' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nothing to decide here' })).toBeInTheDocument();
  expect(session.roster.current().applications.get(APPLICATION)).toMatchObject({ status: 'rejected', conflict: null });
  await useUiStore.getState().toast?.undo?.();
  await expect.element(page.getByText('Invited')).toBeInTheDocument();
});

it('says what was refused, whose it was, what was to stand there and why; it is written again with one click', async () => {
  const session = await show(school(ONE, 2, 'Chalmers'), refused(2, 'right/missing', EBBA));
  expect(schoolOf(session)).toBe('');
  const entry = page.getByRole('listitem').filter({ hasText: 'Ebba Norrlander' });
  await expect.element(entry.getByText('School and programme: Chalmers')).toBeInTheDocument();
  await expect.element(entry.getByText(/The rights of whoever did it do not include this/)).toBeInTheDocument();
  await expect.element(page.getByText('1 change was refused')).toBeInTheDocument();
  await entry.getByRole('button', { name: /^Try again: Add candidate, Ebba Norrlander$/ }).click();
  await expect.element(page.getByRole('heading', { name: 'Nothing to decide here' })).toBeInTheDocument();
  expect(schoolOf(session)).toBe('Chalmers');
  expect(await useUiStore.getState().toast?.undo?.()).toMatchObject({ ok: true });
  await expect.element(entry).toBeInTheDocument();
  expect(schoolOf(session)).toBe('');
});

it('says that whom it was about stays on this laptop for its sake alone, where they belong to other departments now', async () => {
  const note = /^It is no longer in your departments/;
  await show(school(ONE, 2, 'Chalmers'), refused(2, 'right/other-department', EBBA));
  await expect.element(page.getByText('School and programme: Chalmers')).toBeInTheDocument();
  expect(page.getByText(note).elements()).toEqual([]);
  standing.set({ ...STANDING, leaving: [EBBA] });
  await expect.element(page.getByText(note)).toBeInTheDocument();
});

it('says of what was refused which of its messages have left all the same, as soon as they have', async () => {
  const messages = [testId<string>(40), testId<string>(41), testId<string>(42), testId<string>(43)] as const;
  const [one, two, sms, waiting] = messages;
  const creates = [one, two, waiting].map((id) => messageCreate(id, { personId: EBBA }));
  const refusedOne = written(ONE, 2, [...creates, messageCreate(sms, { personId: EBBA, channel: 'sms' })]);
  const became = (n: number, id: string, ...states: readonly MessageState[]): ChangeSet => {
    const eventOf = (state: MessageState, at: number) =>
      deliveryEvent({ id: testId(600 + 10 * n + at), at, by: null, state });
    const target = { table: 'message', id, dossier: EBBA } as const;
    return written(
      ONE,
      n,
      states.map((state, at) => ({ kind: 'event', ...target, event: eventOf(state, at) })),
    );
  };
  const sent = [
    became(3, one, 'sending', 'sent'),
    became(4, sms, 'sending', 'sent'),
    became(5, two, 'sending', 'uncertain'),
  ];
  const session = await show(refusedOne, ...sent, refused(2, 'right/missing', ...messages));
  const entry = page.getByRole('listitem').filter({ hasText: 'Ebba Norrlander' });
  await expect
    .element(entry.getByText('Already sent, and not to be taken back: 1 email and 1 SMS.'))
    .toBeInTheDocument();
  await expect.element(entry.getByText('Perhaps sent, nobody knows: 1 email.')).toBeInTheDocument();
  host.receive(became(6, two, 'sent'));
  await session.takeIn();
  await expect
    .element(entry.getByText('Already sent, and not to be taken back: 2 emails and 1 SMS.'))
    .toBeInTheDocument();
  expect(entry.getByText(/Perhaps sent/).elements()).toEqual([]);
});

it('names somebody whom the refused change set itself brought, and lets it be dismissed, which can be taken back', async () => {
  const OSKAR = testId<PersonId>(102);
  const added = written(ONE, 2, [personCreate(OSKAR, { givenName: 'Oskar', familyName: 'Hedvall' })]);
  await show(added, refused(2, 'sync/not-allowed', OSKAR));
  const dismiss = page.getByRole('button', { name: 'Dismiss: Add candidate, Oskar Hedvall' });
  await dismiss.click();
  await expect.element(page.getByRole('heading', { name: 'Nothing to decide here' })).toBeInTheDocument();
  expect(await useUiStore.getState().toast?.undo?.()).toMatchObject({ ok: true });
  await expect.element(dismiss).toBeInTheDocument();
});

it.each([
  ['was deleted permanently', 'erase', /^Nothing of it can be read any more: .* has been deleted permanently\.$/],
  ['left this laptop', 'left', /^Nothing of it can be read here any more: .* no longer on this laptop\./],
  ['is still here, for some other reason', 'nothing', /^Nothing of it can be read any more\.$/],
] as const)('says of whom nothing of a refused change can be read, since it %s', async (_why, what, words) => {
  const target = { table: 'person', id: EBBA, dossier: EBBA } as const;
  const gone: Readonly<Record<typeof what, readonly Change[]>> = {
    erase: [{ kind: 'erase', ...target, whole: true }],
    left: [leftNote(EBBA)],
    nothing: [],
  };
  await show(refused(9, 'right/missing', EBBA), written(HOUSEKEEPING, 2, gone[what]));
  await expect.element(page.getByText(words)).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Dismiss: A change' })).toBeInTheDocument();
});

it('offers no second attempt for what the server does not understand, and says so of what is gone', async () => {
  await show(school(ONE, 2, 'Chalmers'), refused(2, 'sync/invalid-request', EBBA), refused(9, 'right/missing', EBBA));
  await expect.element(page.getByText(/The server does not understand it/)).toBeInTheDocument();
  await expect.element(page.getByText('Nothing of it can be read any more.')).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /^Dismiss/ }).first()).toBeInTheDocument();
  expect(page.getByRole('button', { name: /^Try again/ }).elements()).toEqual([]);
});
