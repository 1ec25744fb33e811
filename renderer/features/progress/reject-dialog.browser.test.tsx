import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { deliveryEvent } from '../../../shared/domain/message-state.js';
import type { Message } from '../../../shared/records/message.js';
import type { Person } from '../../../shared/records/person.js';
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
import { closeProgress, requestProgress } from '../../state/progress-request.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { MailHost } from '../../testing/mail-host.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ProgressHost } from './progress-host.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);
const personId = (n: number): PersonId => testId<PersonId>(1000 + n);
const applicationId = (n: number): ApplicationId => testId<ApplicationId>(2000 + n);

beforeEach(() => {
  closeProgress();
});

afterEach(async () => {
  closeProgress();
  await hidePage();
});

async function open(people: readonly Partial<Person>[], more: readonly Change[] = []): Promise<Session> {
  await page.viewport(1366, 768);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['reject'], active: true };
  const records: readonly Change[] = [
    organisationCreate(),
    vacancyCreate(VACANCY, { title: 'Trainee' }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
    ...people.flatMap((person, n) => [
      personCreate(personId(n), { email: `p${n.toString()}@example.com`, ...person }),
      applicationCreate(applicationId(n), { personId: personId(n), vacancyId: VACANCY }),
    ]),
    ...more,
  ];
  const session = await openTestSession(records, { host: new MailHost() });
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const routeTree = createRootRoute({ component: ProgressHost });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }));
  requestProgress(
    'reject',
    people.map((_, n) => applicationId(n)),
  );
  return session;
}

const EBBA = { givenName: 'Ebba', language: 'sv' } as const;
const PRIYA = { givenName: 'Priya', language: 'en' } as const;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const radio = (name: string) => page.getByRole('radio', { name });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const contents = () => field('Contents').element().textContent;
const standing = (session: Session, n = 0) => session.roster.current().applications.get(applicationId(n));
const messages = (session: Session) => [...session.roster.current().messages.values()];

function waiting(n: number, purpose: Message['purpose'], of = 0): Change {
  const fields = {
    channel: 'email',
    purpose,
    personId: personId(of),
    applicationId: applicationId(of),
    vacancyId: VACANCY,
    language: 'sv',
    from: { name: 'Maja', address: 'maja@example.com' },
    to: { name: 'Ebba', address: 'p0@example.com' },
    subject: purpose,
    text: 'x',
    html: '<p>x</p>',
    interviewId: null,
    calendar: null,
    attachments: [],
    messageId: `<${n.toString()}@example.com>`,
    queuedAt: 1,
    holdUntil: 4_000_000_000_000,
    deliverBy: '00000000000000aa',
  };
  return { kind: 'create', table: 'message', id: testId(n), dossier: personId(of), fields };
}

it('R21, R22, R49, R50, R51, R52, R54, R55, R56, C22: type, reason, the mail of the type, Send: status with its stage, and the mail in the Outbox', async () => {
  const session = await open([EBBA]);
  await expect
    .element(page.getByText('for whom there is no other vacancy either', { exact: false }))
    .toBeInTheDocument();
  await expect.element(radio('Rejection following application review')).toBeChecked();
  await radio('Rejection following 2nd interview').click();
  await radio('Too little experience').click();
  await button('Next').click();
  await expect.poll(contents).toMatch(/Tack för att du kom på en andra intervju/);
  await field('Contents').fill('Hej {given-name}, tyvärr.');
  await button('Check the plan').click();
  await expect.element(page.getByRole('heading', { name: '1 will be rejected' })).toBeInTheDocument();
  await button('Reject 1, send 1 email').click();
  await expect
    .element(page.getByRole('heading', { name: '1 applicant is rejected, 1 email is in the Outbox' }))
    .toBeInTheDocument();
  expect(document.body.textContent).not.toMatch(/\bsent\b/i); // C22
  expect(standing(session)).toMatchObject({ status: 'rejected', rejectionStage: 'second' });
  expect(messages(session).map(({ purpose, state }) => [purpose, state])).toEqual([['rejection', 'held']]);
  const written = await session.message(messages(session)[0]!.id);
  expect(written?.fields.text).toBe('Hej Ebba, tyvärr.');
});

it('R54: type and reason are mandatory, and each is named where it is missing', async () => {
  const interview = { personId: personId(1), applicationId: applicationId(1), startsAt: 1 };
  await open([EBBA, PRIYA], [interviewCreate(testId<InterviewId>(40), interview)]);
  await expect.element(page.getByText('have reached different stages', { exact: false })).toBeInTheDocument();
  await button('Next').click();
  await expect.element(page.getByText('Choose a rejection type.')).toBeInTheDocument();
  await expect.element(page.getByText('Choose a reason.')).toBeInTheDocument();
  await expect.element(radio('Rejection following application review')).toHaveFocus();
  await radio('Rejection following 1st interview').click();
  await radio('Other reason').click();
  await expect.element(page.getByText('Choose a reason.')).not.toBeInTheDocument();
  await button('Next').click();
  await expect.element(page.getByRole('heading', { name: /Swedish/ })).toBeInTheDocument();
});

it('C30, R52: the type is preset to the stage that was reached', async () => {
  const interview = { personId: personId(0), applicationId: applicationId(0), startsAt: 1, type: 'initial' } as const;
  await open([EBBA], [interviewCreate(testId<InterviewId>(40), interview)]);
  await expect.element(radio('Rejection following initial meeting/telephone interview')).toBeChecked();
});

it('R53: the text follows the type until somebody edits it, and then stays until it is given up', async () => {
  await open([PRIYA]);
  await radio('Other reason').click();
  await button('Next').click();
  await expect.poll(contents).toMatch(/We have read it with care/);
  await button('Back').click();
  await radio('Rejection following 1st interview').click();
  await button('Next').click();
  await expect.poll(contents).toMatch(/Thank you for coming to the interview/);
  await field('Contents').fill('Dear {given-name}');
  await button('Back').click();
  await radio('Rejection following 3rd interview').click();
  await button('Next').click();
  await expect.element(field('Contents')).toHaveTextContent('Dear {given-name}');
  await expect.element(page.getByText('You edited this text before', { exact: false })).toBeInTheDocument();
  await button('Start again').click();
  await expect.poll(contents).toMatch(/three interviews/);
});

it('C33: whoever has no address is rejected without a mail, and named', async () => {
  const session = await open([EBBA, { ...PRIYA, email: '' }]);
  await radio('Other reason').click();
  await button('Next').click();
  await button('Check the plan').click();
  await expect.element(page.getByText('No email address.', { exact: false })).toBeInTheDocument();
  await button('Reject 2, send 1 email').click();
  await expect
    .poll(() => [standing(session, 0)?.status, standing(session, 1)?.status])
    .toEqual(['rejected', 'rejected']);
  expect(messages(session)).toHaveLength(1);
});

it('C33: with nobody to write to there is no mail to look at, and the rejection is done all the same', async () => {
  const session = await open([{ ...PRIYA, email: '' }]);
  await radio('Other reason').click();
  await button('Check the plan').click();
  await button('Reject 1').click();
  await expect.element(page.getByRole('heading', { name: '1 applicant is rejected' })).toBeInTheDocument();
  expect(standing(session)?.status).toBe('rejected');
});

it('C34, R1: refuses what invites, holds what was written by hand, cancels the interview; undo restores all', async () => {
  const interviewId = testId<InterviewId>(40);
  const interview = { personId: personId(0), applicationId: applicationId(0), startsAt: 4_000_000_000_000 };
  const other = [
    applicationCreate(applicationId(7), { personId: personId(0), vacancyId: testId<VacancyId>(11) }),
    vacancyCreate(testId<VacancyId>(11), { title: 'Other' }),
  ];
  const more = [waiting(50, 'invitation'), waiting(51, 'ad-hoc'), interviewCreate(interviewId, interview), ...other];
  const session = await open([EBBA], more);
  await radio('Other reason').click();
  await button('Next').click();
  await button('Check the plan').click();
  await expect
    .element(page.getByText('An invitation, a contract or a forwarded application is still waiting', { exact: false }))
    .toBeInTheDocument();
  await expect.element(page.getByText('it will be cancelled in the calendar', { exact: false })).toBeInTheDocument();
  await button('Reject 1, send 1 email').click();
  await expect.element(button('Undo')).toBeInTheDocument();
  const found = () => {
    const { interviews, applications } = session.roster.current();
    const of = (n: number) => messages(session).find(({ id }) => id === testId(n));
    return {
      invitation: [of(50)?.state, of(50)?.reason],
      adHoc: [of(51)?.state, of(51)?.reason],
      cancelled: interviews.get(interviewId)?.cancelled,
      here: standing(session)?.status,
      elsewhere: applications.get(applicationId(7))?.status,
    };
  };
  expect(found()).toEqual({
    invitation: ['refused', 'mail/application-rejected'],
    adHoc: ['held', 'mail/status-changed'],
    cancelled: true,
    here: 'rejected',
    elsewhere: 'new',
  });
  await button('Undo').click();
  await expect.poll(found).toEqual({
    invitation: ['held', null],
    adHoc: ['held', null],
    cancelled: false,
    here: 'new',
    elsewhere: 'new',
  });
  expect(messages(session).find(({ purpose }) => purpose === 'rejection')?.state).toBe('cancelled');
});

it('C26: the rejected and the hired are left out, each with the reason, before anything is asked', async () => {
  const status = (n: number, to: string): Change => ({
    kind: 'event',
    table: 'application',
    id: applicationId(n),
    dossier: personId(n),
    event: { id: testId(70 + n), type: 'status', at: 1, by: null, to, interviewType: null, rejection: null },
  });
  await open([EBBA, PRIYA], [status(0, 'rejected'), status(1, 'hired')]);
  await expect.element(page.getByText('Already rejected.', { exact: false })).toBeInTheDocument();
  await expect.element(page.getByText('Already hired.', { exact: false })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
});

it('C34: an interview that the applicant knows of is called off by a mail of its own, which the plan shows', async () => {
  const interviewId = testId<InterviewId>(40);
  const about = { personId: personId(0), applicationId: applicationId(0) };
  const sent = (['sending', 'sent'] as const).map((state, n): Change => ({
    kind: 'event',
    table: 'message',
    id: testId(50),
    dossier: personId(0),
    event: deliveryEvent({ id: testId(60 + n), at: n, by: null, state }),
  }));
  const session = await open(
    [EBBA],
    [
      interviewCreate(interviewId, { ...about, vacancyId: VACANCY, startsAt: 4_000_000_000_000 }),
      messageCreate(testId(50), { ...about, purpose: 'invitation', interviewId }),
      ...sent,
    ],
  );
  await radio('Other reason').click();
  await button('Next').click();
  await button('Check the plan').click();
  await expect.element(page.getByText('an email of its own cancels it', { exact: false })).toBeInTheDocument();
  await expect.element(radio('Rejection')).toBeChecked();
  await radio('Interview cancelled').click();
  await expect.element(page.getByText('Inställd intervju: Trainee')).toBeInTheDocument();
  await button('Reject 1, send 2 emails').click();
  await expect.element(button('Undo')).toBeInTheDocument();
  const queued = () => messages(session).flatMap(({ id, ...one }) => (id === testId(50) ? [] : [one]));
  expect(queued()).toMatchObject([
    { purpose: 'rejection', state: 'held' },
    { purpose: 'interview-cancellation', state: 'held', sequence: 1 },
  ]);
  await button('Undo').click();
  await expect.poll(() => queued().map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  expect(session.roster.current().interviews.get(interviewId)?.cancelled).toBe(false);
});
