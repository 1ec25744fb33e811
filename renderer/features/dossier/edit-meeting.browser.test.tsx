import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { mailTemplateId } from '../../../shared/domain/mail-template-id.js';
import { deliveryEvent } from '../../../shared/domain/message-state.js';
import { plainToRichText } from '../../../shared/domain/plain-to-rich-text.js';
import { instantAt } from '../../../shared/lib/time.js';
import type {
  ApplicationId,
  InterviewId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { MailHost } from '../../testing/mail-host.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { useUiStore } from '../../state/ui-store.js';
import { DossierPage } from './dossier-page.js';

const VACANCY = testId<VacancyId>(20);
const EBBA = testId<PersonId>(101);
const EBBAS = testId<ApplicationId>(201);
const INTERVIEW = testId<InterviewId>(301);
const MAJA = testId<RecruiterId>(3);
const START = instantAt('Europe/Oslo', '2099-06-02', '09:00');

afterEach(hidePage);

async function show(more: readonly Change[] = []): Promise<Session> {
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['invite'], active: true };
  const records: readonly Change[] = [
    organisationCreate({ zone: 'Europe/Oslo' }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
    vacancyCreate(VACANCY),
    personCreate(EBBA),
    applicationCreate(EBBAS, { personId: EBBA, vacancyId: VACANCY }),
    interviewCreate(INTERVIEW, { personId: EBBA, applicationId: EBBAS, vacancyId: VACANCY, startsAt: START }),
    ...more,
  ];
  const session = await openTestSession(records, { host: new MailHost() });
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const root = createRootRoute({ component: Outlet });
  const dossier = createRoute({
    getParentRoute: () => root,
    path: '/vacancies/$vacancyId/applications/$applicationId',
    component: () => <DossierPage vacancyId={VACANCY} applicationId={EBBAS} />,
  });
  const history = createMemoryHistory({ initialEntries: [`/vacancies/${VACANCY}/applications/${EBBAS}`] });
  showPage(session, createRouter({ routeTree: root.addChildren([dossier]), history }), { width: 1162, height: 700 });
  await expect.element(page.getByText('Awaiting Response')).toBeInTheDocument();
  return session;
}

const interview = (session: Session) => session.roster.current().interviews.get(INTERVIEW);
const edit = () => page.getByRole('button', { name: 'Edit meeting invitation' }).click();
const save = () => page.getByRole('button', { name: 'Save changes' }).click();

async function answer(words: string): Promise<void> {
  await edit();
  await page.getByRole('combobox', { name: 'Answer' }).click();
  await page.getByRole('option', { name: words, exact: true }).click();
  await save();
}

it('C18, R87, R91 an answer given by phone is the value shown everywhere, with who entered it', async () => {
  const session = await show();
  await answer('Accepted');
  await expect.poll(() => interview(session)?.accTime).toBe('accepted');
  await expect
    .element(page.getByText('Answer to the invitation: Awaiting Response → Accepted').first())
    .toBeInTheDocument();
  await page.getByRole('tab', { name: 'Recruitment Activities List' }).click();
  await expect.element(page.getByText('by Maja')).toBeInTheDocument();
});

it('R90 who withdraws has the status Withdrawn', async () => {
  const session = await show();
  await answer('Withdrawn');
  await expect.poll(() => session.roster.current().applications.get(EBBAS)?.status).toBe('withdrawn');
  expect(interview(session)?.accTime).toBe('withdrawn');
});

it('C31 a new time awaits an answer again; the past and what is no date are refused beside their field', async () => {
  const session = await show();
  await answer('Accepted');
  await expect.poll(() => interview(session)?.accTime).toBe('accepted');
  await edit();
  await page.getByRole('textbox', { name: 'Date' }).fill('1969-12-31');
  await save();
  await expect.element(page.getByText('This time is past.')).toBeInTheDocument();
  await page.getByRole('textbox', { name: 'Date' }).fill('2099-06-03');
  await save();
  await expect.poll(() => interview(session)?.startsAt).toBe(instantAt('Europe/Oslo', '2099-06-03', '09:00'));
  expect(interview(session)).toMatchObject({ sequence: 1, accTime: 'awaiting' });
});

it('C31 whoever was told by mouth is to be told by phone, before and after; no mail is said to be replaced', async () => {
  const session = await show();
  await edit();
  await page.getByRole('textbox', { name: 'Date' }).fill('2099-06-03');
  await expect.element(page.getByText('1 applicant must be told by phone.')).toBeInTheDocument();
  await expect.element(page.getByText(/replaced|gives way/)).not.toBeInTheDocument();
  await save();
  await expect.poll(() => interview(session)?.sequence).toBe(1);
  expect(useUiStore.getState().toast?.text).toMatch(/: now 3 Jun 2099, 09:00\. 1 applicant must be told by phone\.$/);
});

it('a cancelled interview leaves the page, says so in the activities, and writes to nobody who was never told', async () => {
  const session = await show();
  await edit();
  await page.getByRole('button', { name: 'Cancel the interview' }).click();
  await expect.poll(() => interview(session)?.cancelled).toBe(true);
  await expect.element(page.getByText(/^Cancelled: First interview, .*09:00/).first()).toBeInTheDocument();
  expect([...session.roster.current().messages.values()]).toEqual([]);
});

describe('of an interview that the applicant was invited to', () => {
  const invitation = messageCreate(testId(401), {
    personId: EBBA,
    applicationId: EBBAS,
    interviewId: INTERVIEW,
    purpose: 'invitation',
  });
  const sent: readonly Change[] = (['sending', 'sent'] as const).map((state, n) => ({
    kind: 'event',
    table: 'message',
    id: testId(401),
    dossier: EBBA,
    event: deliveryEvent({ id: testId(410 + n), at: n, by: null, state }),
  }));
  /** The organisation's, of the new time. */
  const ownText = (): Change => {
    const text = { subject: 'Ny tid, {given-name}', contents: plainToRichText('{interviewtime}') };
    const fields = { purpose: 'interview-moved', language: 'sv', text };
    return {
      kind: 'create',
      table: 'mailTemplate',
      id: mailTemplateId('interview-moved', 'sv'),
      dossier: null,
      fields,
    };
  };
  const queued = (session: Session) =>
    [...session.roster.current().messages.values()].flatMap(({ id, purpose, sequence, state }) =>
      id === testId(401) ? [] : [{ purpose, sequence, state }],
    );

  it('C31 a move keeps the words of an invitation that waits, and says that it is another mail now; no link comes back', async () => {
    const contents = plainToRichText('Vi ses klockan {interviewtime}.');
    const session = await show([
      messageCreate(testId(401), {
        personId: EBBA,
        applicationId: EBBAS,
        interviewId: INTERVIEW,
        purpose: 'invitation',
        deliverBy: 'aaaaaaaaaaaaaaaa',
        written: { subject: 'Kom till oss', contents, confirmLink: false },
      }),
    ]);
    await edit();
    await page.getByRole('textbox', { name: 'Time' }).fill('14:30');
    await expect.element(page.getByText('Kom till oss')).toBeInTheDocument();
    const replaced = 'The email that has not left is replaced by one with the new time.';
    await expect.element(page.getByText(replaced)).toBeInTheDocument();
    await expect.element(page.getByText('must be told by phone')).not.toBeInTheDocument();
    await save();
    await expect.poll(() => queued(session)).toEqual([{ purpose: 'invitation', sequence: 1, state: 'held' }]);
    const [mail] = [...session.roster.current().messages.values()].filter(({ id }) => id !== testId(401));
    const stored = await session.message(mail!.id);
    expect(stored?.fields.text).toBe('Vi ses klockan 14:30.');
    expect(stored?.fields.written).toEqual({ subject: 'Kom till oss', contents, confirmLink: false });
    expect(useUiStore.getState().toast?.text).toContain(`, 14:30. ${replaced}`);
  });

  it('C34 the cancellation is looked at, goes with the change, and undo takes back both', async () => {
    const session = await show([invitation, ...sent]);
    await edit();
    await page.getByRole('button', { name: 'Cancel the interview' }).click();
    await expect.element(page.getByText(/^Already told of this interview: /)).toBeInTheDocument();
    await expect.element(page.getByText(/^Inställd intervju: /)).toBeInTheDocument();
    expect(interview(session)?.cancelled).toBe(false);
    await page.getByRole('button', { name: 'Cancel the interview' }).click();
    await expect.poll(() => interview(session)?.cancelled).toBe(true);
    expect(queued(session)).toEqual([{ purpose: 'interview-cancellation', sequence: 1, state: 'held' }]);
    await useUiStore.getState().toast?.undo?.();
    expect(interview(session)?.cancelled).toBe(false);
    expect(queued(session)).toEqual([{ purpose: 'interview-cancellation', sequence: 1, state: 'cancelled' }]);
  });

  it('nothing goes where the recruiter has told it already', async () => {
    const session = await show([invitation, ...sent]);
    await edit();
    await page.getByRole('button', { name: 'Cancel the interview' }).click();
    await page.getByRole('checkbox', { name: 'Send a cancellation by email' }).click();
    await page.getByRole('button', { name: 'Cancel the interview' }).click();
    await expect.poll(() => interview(session)?.cancelled).toBe(true);
    expect(queued(session)).toEqual([]);
  });

  it('C31 a new time offers a new invitation, with the text of the organisation, and shows it', async () => {
    const session = await show([invitation, ...sent, ownText()]);
    await edit();
    await page.getByRole('textbox', { name: 'Date' }).fill('2099-06-03');
    await expect.element(page.getByRole('checkbox', { name: 'Send the new time by email' })).toBeChecked();
    await expect.element(page.getByText(/^Ny tid, /)).toBeInTheDocument();
    await save();
    await expect.poll(() => queued(session)).toEqual([{ purpose: 'interview-change', sequence: 1, state: 'held' }]);
    await expect.element(page.getByText(/^Changed: First interview, .*→/).first()).toBeInTheDocument();
  });

  it('R90, C34 Withdrawn says what ends before it is saved, and ends it: no contract leaves, no interview stands', async () => {
    const contract = { personId: EBBA, applicationId: EBBAS, purpose: 'contract' } as const;
    const reminder = { personId: EBBA, applicationId: EBBAS, purpose: 'reminder' } as const;
    const session = await show([
      invitation,
      ...sent,
      messageCreate(testId(402), contract),
      messageCreate(testId(403), reminder),
    ]);
    await edit();
    await page.getByRole('combobox', { name: 'Answer' }).click();
    await page.getByRole('option', { name: 'Withdrawn', exact: true }).click();
    const ends = page.getByRole('list', { name: 'What ends with it' });
    await expect.element(ends.getByText(/^The interview on .*09:00 is cancelled/)).toBeInTheDocument();
    await expect.element(ends.getByText(/^An invitation or a contract .* will not be sent/)).toBeInTheDocument();
    await expect.element(ends.getByText('A reminder that is still waiting will not be sent.')).toBeInTheDocument();
    expect(page.getByRole('textbox', { name: 'Date' }).elements()).toEqual([]);
    await save();
    await expect.poll(() => interview(session)?.cancelled).toBe(true);
    expect(queued(session)).toMatchObject([
      { purpose: 'contract', state: 'refused' },
      { purpose: 'reminder', state: 'refused' },
    ]);
    await useUiStore.getState().toast?.undo?.();
    expect(interview(session)?.cancelled).toBe(false);
    expect(queued(session).map(({ state }) => state)).toEqual(['held', 'held']);
  });

  it('C31 a change is not taken back once its mail has left, nor is it offered then', async () => {
    const session = await show([invitation, ...sent, ownText()]);
    await edit();
    await page.getByRole('textbox', { name: 'Date' }).fill('2099-06-03');
    await expect.element(page.getByRole('checkbox', { name: 'Send the new time by email' })).toBeChecked();
    await save();
    await expect.poll(() => queued(session)).toHaveLength(1);
    const { toast } = useUiStore.getState();
    const told = [...session.roster.current().messages.values()].find(({ purpose }) => purpose === 'interview-change');
    expect(told).toBeDefined();
    expect(toast?.until).toBe(told?.holdUntil);
    const event = deliveryEvent({ id: testId(420), at: session.now(), by: null, state: 'sending' });
    const leaves: Change = { kind: 'event', table: 'message', id: told?.id ?? '', dossier: EBBA, event };
    await session.commit({ action: 'deliver', changes: [leaves] });
    const undone = await toast?.undo?.();
    expect(undone).toMatchObject({
      ok: true,
      value: { saved: { changeSets: [] }, kept: [{ reason: 'already-left' }] },
    });
    expect(interview(session)).toMatchObject({
      sequence: 1,
      startsAt: instantAt('Europe/Oslo', '2099-06-03', '09:00'),
    });
  });

  it('the line of messages shows what still waits, not what was replaced later', async () => {
    const later = { personId: EBBA, applicationId: EBBAS, queuedAt: 9e12, subject: 'Replaced' };
    const event = deliveryEvent({
      id: testId(430),
      at: 1,
      by: null,
      state: 'cancelled',
      reason: 'mail/interview-moved',
    });
    const replaced: Change = { kind: 'event', table: 'message', id: testId(402), dossier: EBBA, event };
    const earlier = { personId: EBBA, applicationId: EBBAS, queuedAt: 1, subject: 'Still waiting' };
    await show([messageCreate(testId(403), earlier), messageCreate(testId(402), later), replaced]);
    const side = page.getByRole('complementary').filter({ hasText: 'Further progress' });
    await expect.element(side.getByText('Still waiting', { exact: true })).toBeInTheDocument();
  });
});
