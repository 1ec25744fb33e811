import type { Locator, Page } from '@playwright/test';
import { addRecruiter, handTo, setSmsAccount, type SmsRequest } from './support/accounts-page.js';
import { enterReplies, expectRefused } from './support/answers-page.js';
import { drag, HOUR, lineOf, lookAt } from './support/calendar-page.js';
import { acceptedByCalendar, answeredByLink, forged, subjectOf } from './support/candidate-replies.js';
import {
  BOOKED_TWICE,
  IN_GROUP,
  IN_TURN,
  INVITED,
  listOf,
  NEXT_FREE,
  POSTPONED,
  VISITORS,
  WALK_IN,
  type Visitor,
} from './support/fair-crowd.js';
import {
  AT_FIRST,
  expectInvitations,
  expectNews,
  expectReminders,
  newestTo,
  WITH_NEWS,
  WITH_REMINDERS,
} from './support/fair-day-mails.js';
import {
  beginInvitation,
  closeDialog,
  confirmInvitation,
  fillInvitation,
  invite,
  planInvitation,
} from './support/further-progress.js';
import type { KillableDesk, KillableDesks } from './support/killable-desk.js';
import { cancelMeeting, enterAnswer, moveMeeting, openMeeting } from './support/meeting-dialog.js';
import { fullName } from './support/people-met.js';
import { Recruiter } from './support/recruiter.js';
import { bookForWalkIn, bookNextFree, openSlotBoard } from './support/slot-board-page.js';
import { startSmsServer } from './support/sms-server.js';
import { startSmtpServer, type ReceivedMail, type TestSmtpServer } from './support/smtp-server.js';
import { expect, test } from './support/test.js';
import {
  addFair,
  addVacancy,
  countApplications,
  countWaiting,
  goTo,
  holdMessagesFor,
  importInto,
  openVacancy,
  savePerson,
  setMailAccount,
  startWorking,
  typePerson,
} from './support/work.js';

const VACANCY = 'Trainee power systems';
const COLLEAGUE = 'Tyra Kvistholm';
const TODAY = '2027-06-01';
const TOMORROW = '2027-06-02';
const THURSDAY = '2027-06-03';
const ROOMS = ['Kattegat', 'Vinga'];

const LINKS = {
  yes: 'Yes, I will attend',
  no: 'No, I cannot attend',
  withdraw: 'Please withdraw my application',
};

const FROM_THE_LIST = VISITORS.slice(0, 16);
const BY_HAND = VISITORS.slice(16, 19);

/** The clock of a test would run in the previews of mails too, where no script may. */
const CLOCK_KEPT_OUT = /^console: Blocked script execution in '[^']+\/preview\//;

test('R62, R75, R76, R85, R87, R88, R90, R91, C4, C29, C31, C34: a fair day of twenty people and two recruiters, with a crash in it', async ({
  desks,
}) => {
  const smtp = await startSmtpServer();
  const sms = await startSmsServer();
  try {
    await workTheDay(desks, smtp, sms);
  } finally {
    await smtp.stop();
    await sms.server.stop();
  }
});

async function workTheDay(
  desks: KillableDesks,
  smtp: TestSmtpServer,
  sms: Awaited<ReturnType<typeof startSmsServer>>,
): Promise<void> {
  desks.clock.set(`${TODAY}T09:40+02:00`);
  let desk = await openCalmly(desks);
  await openTheStand(desk.page, smtp, sms.account);
  await meetEverybody(desk.page);
  await inviteOnThursday(desk.page);
  await inviteToSlots(desk.page);
  await bookTwice(desk.page);
  expect(await countWaiting(desk.page)).toBe(INVITED.length + 5 + 3); // with reminders by email and by SMS
  expect(desks.cable.attempts()).toEqual([]);

  desks.cable.plug();
  await smtp.waitFor(AT_FIRST);
  await expectInvitations(smtp.received);
  desks.cable.pull();
  await answerThemAll(desk.page, smtp.received);
  await moveAndCancel(desk.page);
  const waiting = await countWaiting(desk.page);
  await desk.kill();

  desk = await openCalmly(desks);
  expect(await countWaiting(desk.page)).toBe(waiting);
  await expectAllThere(desk.page);
  await expectOldAnswersRefused(desk.page, smtp.received);
  desks.cable.plug();
  await smtp.waitFor(WITH_NEWS);
  await expectNews(smtp.received);
  expect(sms.server.taken).toEqual([]);
  await desk.shut();

  desks.clock.set(`${TOMORROW}T09:05+02:00`);
  desk = await openCalmly(desks);
  await smtp.waitFor(WITH_REMINDERS);
  await expect.poll(() => sms.server.taken.length).toBe(2);
  await expect.poll(() => countWaiting(desk.page)).toBe(0);
  expectReminders(smtp.received.slice(WITH_NEWS), sms.server.taken);
  expect(smtp.received).toHaveLength(WITH_REMINDERS);
  expect(new Set(smtp.received.map(({ mail }) => mail.messageId)).size).toBe(WITH_REMINDERS);
  expect(desks.faults.filter((fault) => !CLOCK_KEPT_OUT.test(fault))).toEqual([]);
}

/** Nothing moves by itself: what was closed is not in the way of a drag. */
async function openCalmly(desks: KillableDesks): Promise<KillableDesk> {
  const desk = await desks.open();
  await desk.page.emulateMedia({ reducedMotion: 'reduce' });
  return desk;
}

async function openTheStand(page: Page, smtp: TestSmtpServer, sms: SmsRequest): Promise<void> {
  await startWorking(page);
  await addFair(page, 'Career Days', ROOMS);
  await addVacancy(page, VACANCY);
  await addRecruiter(page, COLLEAGUE, 'tyra.kvistholm@example.com');
  await setMailAccount(page, { ...smtp });
  await setSmsAccount(page, sms);
  await holdMessagesFor(page, 0);
}

async function meetEverybody(page: Page): Promise<void> {
  await goTo(page, 'Capture');
  for (const met of BY_HAND) {
    await typePerson(page, { ...met, vacancy: VACANCY });
    await savePerson(page, met);
  }
  await importInto(page, VACANCY, listOf(FROM_THE_LIST), FROM_THE_LIST.length);
}

/** A group before both recruiters and three one after the other, all with reminders on Wednesday; and one for tomorrow. */
async function inviteOnThursday(page: Page): Promise<void> {
  const maja = new Recruiter(page, 'en');
  const first = { type: 'common.interviewFirst', date: THURSDAY } as const;
  await openVacancy(page, VACANCY);
  await invite(maja, Object.values(IN_GROUP), {
    ...{ ...first, time: '13:00', place: 'Vinga', reminder: 'interview.reminderEmail' },
    ...{ kind: 'interview.kindGroup', together: true, with: COLLEAGUE },
  });
  await closeDialog(maja);
  const inTurn = { ...first, time: '10:00', place: 'Kattegat', reminder: 'interview.reminderSms' } as const;
  await invite(maja, Object.values(IN_TURN), inTurn);
  await closeDialog(maja);
  const tomorrow = { ...first, date: TOMORROW, time: '15:00', place: 'Kattegat' };
  await invite(maja, [POSTPONED], { ...tomorrow, reminder: 'interview.reminderEmail' });
  await closeDialog(maja);
}

/** Today: the next slot that anybody has free, and the same one of a room for somebody whom the colleague meets now. */
async function inviteToSlots(page: Page): Promise<void> {
  const maja = new Recruiter(page, 'en');
  await openSlotBoard(page, 'Recruiter');
  const next = await bookNextFree(page, NEXT_FREE);
  await expect(next.getByRole('textbox', { name: 'Time' })).toHaveValue('10:00');
  await fillInvitation(maja, next, { type: 'common.interviewInitial', place: 'Vinga' });
  await planInvitation(maja, next);
  await confirmInvitation(maja, next, 1);
  await closeDialog(maja);

  await handTo(page, COLLEAGUE);
  await openSlotBoard(page, 'Room');
  const walkIn = await bookForWalkIn(page, /^Book .*10:00, Kattegat/, { ...WALK_IN, vacancy: VACANCY });
  await expect(walkIn.getByRole('textbox', { name: 'Place' })).toHaveValue('Kattegat');
  await fillInvitation(maja, walkIn, { type: 'common.interviewInitial' });
  await planInvitation(maja, walkIn);
  await confirmInvitation(maja, walkIn, 1);
  await closeDialog(maja);
}

/** The room and the colleague have the group then: it is told, confirmed, listed, and put right. */
async function bookTwice(page: Page): Promise<void> {
  const tyra = new Recruiter(page, 'en');
  await openVacancy(page, VACANCY);
  const at = { type: 'common.interviewFirst', date: THURSDAY, time: '13:15', place: 'Vinga' } as const;
  const dialog = await beginInvitation(tyra, [BOOKED_TWICE], at);
  await expect(dialog.getByText('The room is taken at that time.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Invite 1 applicant' }).click();
  await expect(dialog.getByText('Somebody, or the room, would be in two places at once.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Book it all the same' }).click();
  await confirmInvitation(tyra, dialog, 1);
  await closeDialog(tyra);
  await goTo(page, 'Home');
  await page.getByRole('link', { name: 'Conflicts in the calendar' }).click();
  await expect(page.getByRole('heading', { name: `Booked twice: ${COLLEAGUE} and Vinga` })).toBeVisible();
  const open = page.getByRole('button', { name: new RegExp(`^Open ${fullName(BOOKED_TWICE)}`) });
  await moveMeeting(await openMeeting(page, open), { Time: '14:00' });
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();
  await handTo(page, 'Maja Lindhult');
}

/** By a calendar program, by a mail that is dropped, by one that is pasted, and at the stand. */
async function answerThemAll(page: Page, received: readonly ReceivedMail[]): Promise<void> {
  const { accepts, withdraws, declines, saysSo } = IN_GROUP;
  const declined = subjectOf(newestTo(received, declines), LINKS.no);
  await expectRefused(page, [{ reply: forged(declined), why: 'The code in it is not the one of the invitation' }]);
  await enterReplies(page, [
    acceptedByCalendar(newestTo(received, accepts), `${TODAY}T09:50+02:00`),
    answeredByLink(newestTo(received, withdraws), LINKS.withdraw, `${TODAY}T09:51+02:00`),
    declined,
  ]);
  await lookAt(new Recruiter(page, 'en'), THURSDAY);
  const dialog = await openMeeting(page, entryOf(page, saysSo));
  await enterAnswer(dialog, fullName(saysSo), 'Accepted');
  await expect(entryOf(page, saysSo)).toContainText('2 of 3 accepted');
}

/** By a drag, by the dialog to another day, and called off; whoever knows of it is told. */
async function moveAndCancel(page: Page): Promise<void> {
  const maja = new Recruiter(page, 'en');
  const dragged = entryOf(page, IN_TURN.dragged);
  const before = await lineOf(page, dragged);
  await drag(page, dragged, -2 * HOUR);
  await moveMeeting(page.getByRole('dialog', { name: 'Edit meeting invitation' }), {});
  await expect.poll(() => lineOf(page, dragged)).not.toBe(before);
  await cancelMeeting(await openMeeting(page, entryOf(page, IN_TURN.cancelled)), fullName(IN_TURN.cancelled));
  await lookAt(maja, TOMORROW);
  await moveMeeting(await openMeeting(page, entryOf(page, POSTPONED)), { Date: THURSDAY, Time: '15:30' });
  await expect(entryOf(page, POSTPONED)).toHaveCount(0);
}

/** What the screen had said before the lights went out. */
async function expectAllThere(page: Page): Promise<void> {
  await openVacancy(page, VACANCY);
  expect(await countApplications(page)).toBe(VISITORS.length);
  const row = ({ familyName }: Visitor) => page.getByRole('row').filter({ hasText: familyName });
  await expect(row(IN_GROUP.withdraws)).toContainText('Withdrawn');
  await expect(row(WALK_IN)).toContainText('Invited');
  await goTo(page, 'Recruitment calendar');
  await lookAt(new Recruiter(page, 'en'), THURSDAY);
  await expect(entryOf(page, IN_GROUP.accepts)).toContainText('2 of 3 accepted');
  await expect.poll(() => lineOf(page, entryOf(page, IN_GROUP.accepts))).toBe('13:00');
  await expect(entryOf(page, POSTPONED)).toContainText('15:30');
  await expect(entryOf(page, IN_TURN.cancelled)).toHaveCount(0);
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Per recruiter' }).click();
  const colleague = page.getByRole('group', { name: COLLEAGUE });
  await expect(entryOf(colleague, IN_GROUP.accepts)).toBeVisible();
  await expect.poll(() => lineOf(page, entryOf(colleague, BOOKED_TWICE))).toBe('14:00');
}

/** One that was read before the crash, and one to a time that is no longer meant. */
async function expectOldAnswersRefused(page: Page, received: readonly ReceivedMail[]): Promise<void> {
  const again = acceptedByCalendar(newestTo(received, IN_GROUP.accepts), `${TODAY}T09:50+02:00`);
  const stale = answeredByLink(newestTo(received, POSTPONED), LINKS.yes, `${TODAY}T09:55+02:00`);
  await expectRefused(page, [
    { reply: again, why: 'This answer was read before' },
    { reply: stale, why: 'It answers an earlier date, time or place' },
  ]);
}

function entryOf(where: Page | Locator, { givenName, familyName }: Visitor): Locator {
  return where.getByRole('button', { name: new RegExp(`${givenName} ${familyName}`) });
}
