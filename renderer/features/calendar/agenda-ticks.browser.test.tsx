import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
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
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { chooseAction, untick } from '../../state/application-lists.js';
import { changeCalendarTicks, useCalendarTicks } from '../../state/calendar-ticks.js';
import { changeCalendar, showAnswer } from '../../state/calendar-view.js';
import { closeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { CalendarPage } from './calendar-page.js';

const ZONE = 'Europe/Oslo';
const NOW = instantAt(ZONE, '2026-11-18', '07:00');
const VACANCY = testId<VacancyId>(20);
const MAJA = testId<RecruiterId>(3);
const NAMES = ['Ebba', 'Jonas', 'Liv'];
const applicationOf = (at: number): ApplicationId => testId(201 + at);

beforeEach(async () => {
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['invite', 'send-email'], active: true };
  const session = await openTestSession(
    [
      organisationCreate({ zone: ZONE }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      vacancyCreate(VACANCY),
      ...NAMES.flatMap((givenName, at) => {
        const [personId, applicationId] = [testId<PersonId>(101 + at), applicationOf(at)];
        const startsAt = instantAt(ZONE, `2026-11-${(18 + at).toString()}`, '09:00');
        const booked = { personId, applicationId, vacancyId: VACANCY, startsAt, recruiterIds: [MAJA] };
        return [
          personCreate(personId, { givenName, familyName: '' }),
          applicationCreate(applicationId, { personId, vacancyId: VACANCY }),
          interviewCreate(testId<InterviewId>(301 + at), { ...booked, meetingId: testId(401 + at) }),
        ];
      }),
    ],
    { now: NOW },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  showPage(session, createRouter({ routeTree: createRootRoute({ component: CalendarPage }), history }));
  changeCalendar({ view: 'agenda', date: '2026-11-18', period: { from: '2026-11-18', to: '2026-11-20' } });
  await expect.element(page.getByRole('link', { name: 'Liv' })).toBeInTheDocument();
});

afterEach(async () => {
  await hidePage();
  closeProgress();
  chooseAction(null);
  changeCalendarTicks({ type: 'clear' });
  changeCalendar({ view: 'work_week', date: null, period: null, answer: null, recruiterIds: null });
});

const box = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^Tick ${name}`) });

it('R3, R19, R101 applicants are ticked in the calendar, and Further progress, Execute runs for all of them', async () => {
  await box('Ebba').click();
  await box('Liv').click({ modifiers: ['Shift'] });
  await expect.element(page.getByText('3', { exact: true })).toBeInTheDocument();
  chooseAction('send-email');
  await page.getByRole('button', { name: /^Execute/ }).click();
  expect(useProgressRequestStore.getState().request).toMatchObject({
    action: 'send-email',
    applicationIds: [0, 1, 2].map(applicationOf),
  });
  untick([0, 1, 2].map(applicationOf));
  await expect.element(page.getByRole('button', { name: /^Execute/ })).not.toBeInTheDocument();
});

it('R94, R99, R101 whom other dates hide stays ticked, and the bar says so', async () => {
  await box('Ebba').click();
  changeCalendar({ period: { from: '2026-11-19', to: '2026-11-20' } });
  await expect.element(page.getByText('1 of them not shown')).toBeInTheDocument();
  await box('Jonas').click();
  await page.getByRole('button', { name: /^Execute/ }).click();
  expect([...useCalendarTicks.getState().ticked]).toEqual([applicationOf(0), applicationOf(1)]);
});

it('R101 by keyboard: the arrows go from box to box, X ticks, Ctrl+A ticks everybody shown, Esc nobody', async () => {
  await userEvent.keyboard('{ArrowDown}{ArrowDown}x');
  await expect.poll(() => [...useCalendarTicks.getState().ticked]).toEqual([applicationOf(1)]);
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.poll(() => useCalendarTicks.getState().ticked.size).toBe(3);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => useCalendarTicks.getState().ticked.size).toBe(0);
});

it('R89, R96 the agenda of one answer shows who gave it, on whoever’s day, until the filter is taken off', async () => {
  showAnswer('new-time', '2026-11-18');
  await expect.element(page.getByText('Nothing in these days')).toBeInTheDocument();
  showAnswer('awaiting', '2026-11-18');
  await expect.element(page.getByRole('link', { name: 'Liv' })).toBeInTheDocument();
  showAnswer('new-time', '2026-11-18');
  await page.getByRole('button', { name: 'Remove the filter Contact for new date/time' }).click();
  await expect.element(page.getByRole('link', { name: 'Ebba' })).toBeInTheDocument();
});
