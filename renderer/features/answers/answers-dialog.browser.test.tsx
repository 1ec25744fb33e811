import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { answerToken, type CandidateAnswer } from '../../../shared/domain/answer-token.js';
import { HOUR, instantAt } from '../../../shared/lib/time.js';
import type {
  ApplicationId,
  InterviewId,
  MessageId,
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
import { hmacSha256 } from '../../data/hmac-sha256.js';
import type { Session } from '../../data/session.js';
import { useUiStore } from '../../state/ui-store.js';
import { requestAnswers } from '../../state/answers-request.js';
import { requestCode } from '../../state/code-request.js';
import { MailHost } from '../../testing/mail-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { AnswersHost } from './answers-host.js';
import { CodeHost } from './code-host.js';

const ZONE = 'Europe/Oslo';
const NOW = instantAt(ZONE, '2026-11-18', '12:00');
const VACANCY = testId<VacancyId>(20);
const EBBA = testId<PersonId>(101);
const EBBAS = testId<ApplicationId>(201);
const INTERVIEW = testId<InterviewId>(301);
const MAJA = testId<RecruiterId>(3);
const KEY = '0'.repeat(64);

afterEach(hidePage);

async function show(): Promise<Session> {
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['invite'], active: true };
  const startsAt = NOW + 48 * HOUR;
  const about = { personId: EBBA, applicationId: EBBAS, vacancyId: VACANCY };
  const session = await openTestSession(
    [
      organisationCreate({ zone: ZONE }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      vacancyCreate(VACANCY, { title: 'Trainee' }),
      personCreate(EBBA, { givenName: 'Ebba', familyName: 'Lund', email: 'ebba@example.com' }),
      applicationCreate(EBBAS, { personId: EBBA, vacancyId: VACANCY }),
      interviewCreate(INTERVIEW, { ...about, startsAt, invitation: 'email', answerKey: KEY, sequence: 0 }),
      messageCreate(testId<MessageId>(401), {
        ...about,
        purpose: 'invitation',
        interviewId: INTERVIEW,
        to: { name: 'Ebba Lund', address: 'Ebba@example.com' },
      }),
    ],
    { host: new MailHost(), now: NOW },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const component = () => (
    <>
      <AnswersHost />
      <CodeHost />
    </>
  );
  const history = createMemoryHistory({ initialEntries: ['/'] });
  showPage(session, createRouter({ routeTree: createRootRoute({ component }), history }));
  return session;
}

const interview = (session: Session) => session.roster.current().interviews.get(INTERVIEW);
const token = (answer: CandidateAnswer) =>
  answerToken({ interviewId: INTERVIEW, sequence: 0, answer }, KEY, hmacSha256);

function mail(answer: CandidateAnswer, date: string): File {
  const text = [`Subject: An answer (${token(answer)})`, `Date: ${date}`, 'MIME-Version: 1.0', '', 'Hello!'].join(
    '\r\n',
  );
  return new File([text], `${answer}.eml`);
}

const reply = (address: string): File =>
  new File(
    [
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:COUNTER\r\nBEGIN:VEVENT\r\nSEQUENCE:0\r\n',
      `UID:${INTERVIEW}@fairdesk\r\nDTSTAMP:20261118T103000Z\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:${address}\r\n`,
      'DTSTART:20261121T090000Z\r\nDTEND:20261121T093000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ],
    'reply.ics',
  );

it('R85, R88, R89, R91 shows what becomes of each answer, enters them as one change, and takes it back', async () => {
  const session = await show();
  requestAnswers([
    mail('accepted', 'Wed, 18 Nov 2026 09:30:00 +0100'),
    mail('not-accepted', 'Wed, 18 Nov 2026 09:00:00 +0100'),
    reply('ebba@example.com'),
    reply('somebody@example.com'),
    new File(['Hello'], 'letter.eml'),
  ]);
  const rows = page.getByRole('dialog').getByRole('listitem');
  await expect.poll(() => rows.elements().length).toBe(5);
  const row = (file: string) => page.getByRole('listitem').filter({ hasText: file });
  await expect.element(row('not-accepted.eml')).toHaveTextContent(/Ebba Lund.*Another answer counts/);
  await expect
    .element(row('reply.ics').first())
    .toHaveTextContent(/It does not come from the address that was invited/);
  await expect
    .element(row('reply.ics').last())
    .toHaveTextContent(/From a calendar program, 18 Nov, 11:30Suggests 21 Nov, 10:00/);
  await expect.element(row('letter.eml')).toHaveTextContent(/There is no answer to an invitation in it/);
  await page.getByRole('button', { name: 'Enter 3 answers' }).click();
  await expect.poll(() => interview(session)?.accTime).toBe('new-time');
  const kept = interview(session)?.answers.map(({ answer, via }) => `${answer} ${via}`);
  expect(kept?.sort()).toEqual(['accepted mail', 'new-time calendar', 'not-accepted mail']);
  const { toast } = useUiStore.getState();
  expect(toast?.text).toBe('3 answers are entered');
  await toast?.undo?.();
  await expect.poll(() => interview(session)?.accTime).toBe('awaiting');
});

it('R90, C34 a withdrawal that was pasted says what ends with it, before it is entered', async () => {
  const session = await show();
  requestAnswers();
  await page.getByRole('textbox', { name: 'Or paste an answer' }).fill(`Please withdraw (${token('withdrawn')})`);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect
    .element(page.getByRole('list', { name: 'What ends with it' }))
    .toHaveTextContent(/20 Nov, 12:00 is cancelled/);
  await page.getByRole('button', { name: 'Enter 1 answer' }).click();
  await expect.poll(() => session.roster.current().applications.get(EBBAS)?.status).toBe('withdrawn');
  expect(interview(session)?.cancelled).toBe(true);
});

it('R93 shows the interview as a code, with no words but the candidate’s own', async () => {
  await show();
  requestCode([INTERVIEW]);
  await expect.element(page.getByRole('img', { name: 'QR code of the interview with Ebba Lund' })).toBeVisible();
  await expect.element(page.getByRole('dialog')).toHaveTextContent(/Trainee/);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
});
