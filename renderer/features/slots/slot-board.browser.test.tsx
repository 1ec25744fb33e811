import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
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
import type { Session } from '../../data/session.js';
import { closeMeeting, useMeetingRequestStore } from '../../state/meeting-request.js';
import { closeProgress, useProgressRequestStore } from '../../state/progress-request.js';
import { changeSlotBoard } from '../../state/slot-board.js';
import { holdForWalkIn, useWalkIn } from '../../state/slot-request.js';
import { MailHost } from '../../testing/mail-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ConflictsPage } from './conflicts-page.js';
import { SlotBoardPage } from './slot-board-page.js';

const ZONE = 'Europe/Oslo';
const DATE = '2026-11-18';
const NOW = instantAt(ZONE, DATE, '10:02');
const VACANCY = testId<VacancyId>(20);
const MAJA = testId<RecruiterId>(3);
const PER = testId<RecruiterId>(4);
const [EBBA, JONAS] = [testId<ApplicationId>(201), testId<ApplicationId>(202)];

let session: Session;

/** Maja has Ebba from half past ten; Per has Jonas a quarter later, and is the other half of a double booking where asked. */
async function open(path: string, jonas: Partial<Parameters<typeof interviewCreate>[1]> = {}): Promise<void> {
  const recruiter = (id: RecruiterId, name: string) => ({
    kind: 'create' as const,
    table: 'recruiter' as const,
    id,
    dossier: null,
    fields: { name, email: `${name}@example.com`, rights: ['invite', 'add-candidates'], active: true },
  });
  const booked = (application: ApplicationId, at: number, time: string) => ({
    personId: testId<PersonId>(101 + at),
    applicationId: application,
    vacancyId: VACANCY,
    meetingId: testId(401 + at),
    startsAt: instantAt(ZONE, DATE, time),
  });
  session = await openTestSession(
    [
      organisationCreate({ zone: ZONE }),
      recruiter(MAJA, 'Maja'),
      recruiter(PER, 'Per'),
      vacancyCreate(VACANCY),
      ...[EBBA, JONAS].flatMap((application, at) => [
        personCreate(testId(101 + at), { givenName: at === 0 ? 'Ebba' : 'Jonas', familyName: '' }),
        applicationCreate(application, { personId: testId(101 + at), vacancyId: VACANCY }),
      ]),
      interviewCreate(testId<InterviewId>(301), { ...booked(EBBA, 0, '10:30'), recruiterIds: [MAJA] }),
      interviewCreate(testId<InterviewId>(302), { ...booked(JONAS, 1, '10:45'), recruiterIds: [PER], ...jonas }),
    ],
    { host: new MailHost(), now: NOW },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const root = createRootRoute({ component: Outlet });
  const routes = [
    createRoute({ getParentRoute: () => root, path: '/slots', component: SlotBoardPage }),
    createRoute({ getParentRoute: () => root, path: '/conflicts', component: ConflictsPage }),
    createRoute({ getParentRoute: () => root, path: '/capture', component: () => <p>Capture</p> }),
  ];
  const history = createMemoryHistory({ initialEntries: [path] });
  showPage(session, createRouter({ routeTree: root.addChildren(routes), history }));
}

beforeEach(() => {
  changeSlotBoard({ date: null, by: 'recruiter', minutes: 30 });
});

afterEach(async () => {
  await hidePage();
  closeProgress();
  holdForWalkIn(null);
});

const column = (name: string) => page.getByRole('region', { name, exact: true });

it('beyond no. 9: the board shows who is free when, what stands there, and the slots of another length', async () => {
  await open('/slots');
  await expect.element(column('Maja').getByRole('button', { name: 'Ebba' })).toBeInTheDocument();
  const [head, first] = ['header', 'li:not([data-past])'].map((part) => column('Maja').element().querySelector(part));
  const below = (one: typeof head) => one?.getBoundingClientRect().bottom;
  expect(first?.getBoundingClientRect().top).toBeCloseTo(below(head) ?? Number.NaN, 0); // what is over lies above
  expect(below(column('Maja').element().querySelector('li'))).toBeLessThan(below(head) ?? 0);
  const free = () =>
    column('Maja')
      .getByRole('button', { name: /^Book .*1[01]:/ })
      .elements().length;
  expect(free()).toBe(2); // 11:00 and 11:30; 10:00 has begun
  changeSlotBoard({ minutes: 15 });
  await expect.poll(free).toBe(5); // 10:15, and four from eleven on
  await column('Per').getByRole('button', { name: 'Jonas' }).first().click();
  expect(useMeetingRequestStore.getState().request?.interviewIds).toEqual([testId(302)]);
});

it('a slot that is booked twice shows both, and each of them opens', async () => {
  await open('/slots', { recruiterIds: [MAJA] });
  await column('Maja').getByRole('button', { name: 'Ebba' }).click();
  expect(useMeetingRequestStore.getState().request?.interviewIds).toEqual([testId(301)]);
  closeMeeting();
  await column('Maja').getByRole('button', { name: 'Jonas' }).first().click();
  expect(useMeetingRequestStore.getState().request?.interviewIds).toEqual([testId(302)]);
  closeMeeting();
});

it('Next free slot leads to the invitation of somebody found by name, by keyboard alone', async () => {
  await open('/slots');
  await expect.element(column('Maja')).toBeInTheDocument();
  await userEvent.keyboard('f');
  await expect.element(page.getByRole('combobox', { name: 'Applicant' })).toHaveFocus();
  await userEvent.keyboard('jon');
  await expect.element(page.getByRole('option', { name: /^Jonas/ })).toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => useProgressRequestStore.getState().request)
    .toMatchObject({
      action: 'invite-to-interview',
      applicationIds: [JONAS],
      slot: { date: DATE, time: '11:00', minutes: 30, recruiterIds: [MAJA] },
    });
});

it('a walk-in: the slot waits on the page Capture', async () => {
  await open('/slots');
  await column('Per')
    .getByRole('button', { name: /^Book .*11:30, Per/ })
    .click();
  await page.getByRole('button', { name: 'Capture a walk-in' }).click();
  await expect.element(page.getByText('Capture', { exact: true })).toBeInTheDocument();
  expect(useWalkIn.getState().slot).toEqual({ date: DATE, time: '11:30', minutes: 30, recruiterIds: [PER] });
});

it('two laptops booked one recruiter twice: the list names both, opens one, and is empty once it is moved', async () => {
  await open('/conflicts', { recruiterIds: [MAJA] });
  await expect.element(page.getByRole('heading', { name: 'Booked twice: Maja' })).toBeInTheDocument();
  expect(page.getByRole('listitem').elements()).toHaveLength(1);
  await page.getByRole('button', { name: /^Open Jonas/ }).click();
  await page.getByRole('textbox', { name: 'Time' }).fill('13:00');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.element(page.getByText('No conflicts')).toBeInTheDocument();
});

it('R60 a group on the board says how many places are taken, and somebody is invited to it', async () => {
  await open('/slots', { kind: 'group', places: 2 });
  await expect.element(column('Per').getByText('1 of 2 places taken').first()).toBeInTheDocument();
  await column('Per').getByRole('button', { name: 'Invite somebody to this group: Jonas' }).click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent(/10:45–11:15 1 place left/);
  await page.getByRole('combobox', { name: 'Applicant' }).fill('ebba');
  await page.getByRole('option', { name: /^Ebba/ }).click();
  await expect
    .poll(() => useProgressRequestStore.getState().request)
    .toMatchObject({
      applicationIds: [EBBA],
      slot: { date: DATE, time: '10:45', joins: { kind: 'group', places: 2 } },
    });
});

it('two laptops filled one group: it is listed, with the group and each of its people to open, and gone with more places', async () => {
  const [startsAt, meetingId] = [instantAt(ZONE, DATE, '10:30'), testId<string>(401)];
  await open('/conflicts', { startsAt, meetingId, kind: 'group', places: 1, place: '' });
  await expect.element(page.getByRole('heading', { name: 'Overfull: 2 people in a group of 1' })).toBeInTheDocument();
  await page.getByRole('button', { name: 'Move Jonas' }).click();
  expect(useMeetingRequestStore.getState().request?.interviewIds).toEqual([testId(302)]);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Open the group' }).click();
  await page.getByRole('textbox', { name: 'Places' }).fill('2');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.element(page.getByText('No conflicts')).toBeInTheDocument();
});
