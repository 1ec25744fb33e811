import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { invariant } from '../../../shared/lib/assert.js';
import { DAY, instantAt, type Instant } from '../../../shared/lib/time.js';
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
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { calendarEntries } from '../../data/roster/calendar-entries.js';
import type { Session } from '../../data/session.js';
import { useUiStore } from '../../state/ui-store.js';
import { MailHost } from '../../testing/mail-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { InterviewDialog } from './interview-dialog.js';

const ZONE = 'Europe/Oslo';
const NOW = instantAt(ZONE, '2026-11-18', '12:00');
const VACANCY = testId<VacancyId>(20);
const EBBA = testId<PersonId>(101);
const EBBAS = testId<ApplicationId>(201);
const INTERVIEW = testId<InterviewId>(301);
const MAJA = testId<RecruiterId>(3);

afterEach(hidePage);

async function show(startsAt: Instant, rights: readonly string[] = ['invite']): Promise<Session> {
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const booked = { personId: EBBA, applicationId: EBBAS, vacancyId: VACANCY, startsAt, invitation: 'none' } as const;
  const session = await openTestSession(
    [
      organisationCreate({ zone: ZONE }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      vacancyCreate(VACANCY),
      personCreate(EBBA),
      applicationCreate(EBBAS, { personId: EBBA, vacancyId: VACANCY }),
      interviewCreate(INTERVIEW, booked),
    ],
    { host: new MailHost(), now: NOW },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const around = { from: startsAt - DAY, to: startsAt + DAY, activities: [], recruiterIds: [] };
  const entry = calendarEntries(session.roster.current(), around).find(({ kind }) => kind === 'interview');
  invariant(entry?.kind === 'interview', 'it stands in the calendar');
  const component = () => <InterviewDialog entry={entry} to={null} onClose={() => undefined} />;
  const history = createMemoryHistory({ initialEntries: ['/'] });
  showPage(session, createRouter({ routeTree: createRootRoute({ component }), history }));
  await expect.element(page.getByRole('dialog')).toBeInTheDocument();
  return session;
}

const interview = (session: Session) => session.roster.current().interviews.get(INTERVIEW);
const fill = (name: string, text: string) => page.getByRole('textbox', { name, exact: true }).fill(text);
const move = () => page.getByRole('button', { name: 'Move' }).click();

it('C31 says how long an interview is now, in which year, and who must hear of it by phone', async () => {
  const session = await show(instantAt(ZONE, '2099-06-02', '09:00'));
  await fill('Duration, minutes', '75');
  await expect.element(page.getByText('1 applicant must be told by phone.')).toBeInTheDocument();
  await move();
  await expect.poll(() => interview(session)?.minutes).toBe(75);
  const said = () => useUiStore.getState().toast?.text;
  await expect
    .poll(said)
    .toMatch(/: now 2 Jun 2099, 09:00, 1 hour and 15 minutes\. 1 applicant must be told by phone\.$/);
});

it('C31 is not moved into the past, and may be longer where it stands in the past', async () => {
  const began = instantAt(ZONE, '2026-11-16', '09:00');
  const session = await show(began);
  await fill('Date', '2026-11-17');
  await move();
  await expect.element(page.getByRole('textbox', { name: 'Date' })).toHaveAccessibleDescription(/This time is past\./);
  expect(interview(session)?.startsAt).toBe(began);
  await fill('Date', '2026-11-16');
  await fill('Duration, minutes', '75');
  await move();
  await expect.poll(() => interview(session)?.minutes).toBe(75);
  expect(interview(session)?.startsAt).toBe(began);
});

it('C19 whoever may not invite reads when it is, and can neither move nor cancel it', async () => {
  await show(instantAt(ZONE, '2099-06-02', '09:00'), ['no-other-applications']);
  await expect.element(page.getByText('2 Jun, 09:00')).toBeInTheDocument();
  for (const name of ['Move', 'Cancel the interview']) {
    expect(page.getByRole('button', { name }).elements()).toHaveLength(0);
  }
});
