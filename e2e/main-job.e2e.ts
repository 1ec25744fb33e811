import { LANGUAGES, type Language } from '../shared/records/primitives.js';
import { drag, HOUR, lineOf, lookAt } from './support/calendar-page.js';
import { expectContract, expectInvitation, expectMail, onlyMail, type ExpectedMail } from './support/expect-mails.js';
import { closeDialog, invite, reject, sendContract, writeTo } from './support/further-progress.js';
import { makePdf } from './support/make-pdf.js';
import { expectOutbox, type OutboxLine } from './support/outbox-page.js';
import { clockIn, fullName, INTERVIEW_DATE, PEOPLE_MET, START_DATE, type PersonMet } from './support/people-met.js';
import { Recruiter } from './support/recruiter.js';
import { startSmtpServer, type TestSmtpServer } from './support/smtp-server.js';
import { expect, test } from './support/test.js';
import { beginning } from './support/words.js';

const VACANCY = 'Trainee power systems';
const PLACE = 'Stand B14';
const TERMS = { department: 'Nät & drift', startDate: START_DATE, salary: '32 000 kr' };
const REASON: Readonly<Record<Language, string>> = {
  sv: 'För lite erfarenhet',
  da: 'For lidt erfaring',
  nl: 'Te weinig ervaring',
  nb: 'For lite erfaring',
  en: 'Too little experience',
};
/** Half hours from ten, in Oslo and as RFC 5545 writes them in UTC. */
const IN_TURN = [
  { time: '10:00', start: '20990602T080000Z', end: '20990602T083000Z' },
  { time: '10:30', start: '20990602T083000Z', end: '20990602T090000Z' },
  { time: '11:00', start: '20990602T090000Z', end: '20990602T093000Z' },
];
const BEFORE = '13:00';
const MOVED = { time: '14:00', start: '20990602T120000Z', end: '20990602T123000Z' };
const MAILS = 6;
/** What is read at the next start is in no language; once is enough. */
const RESTARTED: Language = 'nl';

/** Who is what on this day: another one in each screen, so that candidates of each language have each part once. */
interface Cast {
  /** Invited alone, and moved. */
  readonly moved: PersonMet;
  /** Invited together, in three languages; of the first nobody will know whether the mail arrived. */
  readonly bulk: readonly [PersonMet, PersonMet, PersonMet];
  readonly rejected: PersonMet;
  /** One of those who were invited. */
  readonly contracted: PersonMet;
}

for (const language of LANGUAGES) {
  test(`R41, R49, R60, R66, C22, C31: a fair day without network in a screen in ${language}, and what arrives of it`, async ({
    desk,
  }) => {
    const cast = castFor(language);
    const smtp = await startSmtpServer();
    const recruiter = new Recruiter(desk.page, language);
    await meetEverybody(recruiter, cast, smtp);
    await inviteRejectAndHire(recruiter, cast);
    await moveInterview(recruiter, cast);
    const inTurn = await orderOfBulk(recruiter, cast);
    await expectOutbox(recruiter, linesOf(cast, { others: 'common.messageWaiting', unknown: 'common.messageWaiting' }));
    expect(desk.cable.attempts()).toEqual([]);
    expect(smtp.connections).toBe(0);

    smtp.faults.set(cast.bulk[0].email, { at: 'message', cut: 'after-storing' });
    desk.cable.plug();
    await smtp.waitFor(MAILS);
    const sent = linesOf(cast, { others: 'common.messageSent', unknown: 'common.messageUncertain' });
    await expectOutbox(recruiter, sent);
    await expectArrived(cast, inTurn, smtp);

    if (language === RESTARTED) {
      await desk.restart();
      const again = new Recruiter(desk.page, language);
      await expectOutbox(again, sent);
      await expectAllThere(again, cast);
      await expectNothingTwice(again, cast, smtp);
    }
    await smtp.stop();
  });
}

function castFor(screen: Language): Cast {
  const at = LANGUAGES.indexOf(screen);
  const person = (place: number): PersonMet => PEOPLE_MET[LANGUAGES[(at + place) % LANGUAGES.length] ?? screen];
  return { moved: person(0), bulk: [person(1), person(2), person(3)], rejected: person(4), contracted: person(3) };
}

async function meetEverybody(recruiter: Recruiter, { moved, bulk, rejected }: Cast, smtp: TestSmtpServer) {
  await recruiter.startWorking();
  await recruiter.addVacancy(VACANCY);
  await recruiter.setMailAccount(smtp);
  await recruiter.holdMessagesFor(0);
  await recruiter.goTo('shell.capture');
  const cv = await makePdf('CV', 5_000);
  for (const met of [moved, ...bulk, rejected]) await recruiter.capture({ ...met, vacancy: VACANCY }, cv);
}

async function inviteRejectAndHire(recruiter: Recruiter, cast: Cast): Promise<void> {
  const slot = { date: INTERVIEW_DATE, place: PLACE };
  await recruiter.openVacancy(VACANCY);
  await invite(recruiter, [cast.moved], { ...slot, type: 'common.interviewFirst', time: BEFORE });
  await closeDialog(recruiter);
  await invite(recruiter, cast.bulk, { ...slot, type: 'common.interviewInitial', time: '10:00' });
  await closeDialog(recruiter);
  await reject(recruiter, [cast.rejected], REASON[recruiter.language]);
  await closeDialog(recruiter);
  await sendContract(recruiter, cast.contracted, TERMS);
  await closeDialog(recruiter);
  await expectStatuses(recruiter, cast); // C22: at once, whatever becomes of the mails
}

/** By the mouse in some screens, by the dialog and without the mouse in the others. */
async function moveInterview(recruiter: Recruiter, { moved }: Cast): Promise<void> {
  const { page, t, language } = recruiter;
  await recruiter.goTo('shell.calendar');
  await lookAt(recruiter, INTERVIEW_DATE);
  const entry = page.getByRole('button', { name: fullName(moved) });
  await expect.poll(() => lineOf(page, entry)).toBe(clockIn(language, BEFORE));
  if (language === 'da' || language === 'nb') {
    await entry.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: t('calendar.time'), exact: true }).fill(MOVED.time);
    await page.keyboard.press('Enter');
  } else await drag(page, entry, HOUR);
  await expect.poll(() => lineOf(page, entry)).toBe(clockIn(language, MOVED.time));
  await expect(entry).toContainText(t('common.answerAwaiting'));
}

/** C29: one after the other, as they stand in the list. */
async function orderOfBulk(recruiter: Recruiter, { bulk }: Cast): Promise<readonly PersonMet[]> {
  await recruiter.openVacancy(VACANCY);
  const list = await recruiter.page.getByRole('row').allInnerTexts();
  const place = (met: PersonMet): number => list.findIndex((text) => text.includes(met.familyName));
  return [...bulk].sort((a, b) => place(a) - place(b));
}

function linesOf(
  { moved, bulk: [unknown, ...others], rejected, contracted }: Cast,
  state: Readonly<Record<'others' | 'unknown', OutboxLine['state']>>,
): readonly OutboxLine[] {
  return [
    { to: moved, state: 'common.messageCancelled', why: 'outbox.reasons.interview-moved' },
    { to: unknown, state: state.unknown },
    ...[moved, ...others, rejected, contracted].map((to) => ({ to, state: state.others })),
  ];
}

async function expectArrived(cast: Cast, inTurn: readonly PersonMet[], { received }: TestSmtpServer): Promise<void> {
  expect(received).toHaveLength(MAILS);
  expect(new Set(received.map(({ mail }) => mail.messageId)).size).toBe(MAILS);
  const about = (to: PersonMet, template: ExpectedMail['template']) => ({ to, template, vacancy: VACANCY });
  const alone = about(cast.moved, 'invite-first');
  const invitation = onlyMail(alone, received);
  await expectInvitation(invitation, alone, { ...MOVED, place: PLACE, sequence: 1 });
  expect(invitation.mail.text).not.toContain(clockIn(cast.moved.language, BEFORE));
  for (const [place, to] of inTurn.entries()) {
    const expected = about(to, 'invite-initial');
    const slot = IN_TURN[place] ?? MOVED;
    await expectInvitation(onlyMail(expected, received), expected, { ...slot, place: PLACE, sequence: 0 });
  }
  const rejection = about(cast.rejected, 'reject-review');
  expectMail(onlyMail(rejection, received), rejection);
  expect(onlyMail(rejection, received).mail.attachments).toEqual([]);
  const contract = about(cast.contracted, 'contract');
  await expectContract(onlyMail(contract, received), contract, TERMS);
}

async function expectStatuses(recruiter: Recruiter, { moved, bulk, rejected }: Cast): Promise<void> {
  const { page, t } = recruiter;
  const rowOf = ({ familyName }: PersonMet) => page.getByRole('row').filter({ hasText: familyName });
  await expect(rowOf(moved)).toContainText(`${t('common.statusInvited')} ${t('common.stageFirst')}`);
  for (const met of bulk)
    await expect(rowOf(met)).toContainText(`${t('common.statusInvited')} ${t('common.stageInitial')}`);
  await expect(rowOf(rejected)).toContainText(`${t('common.statusRejected')} ${t('common.stageReview')}`);
  for (const met of [moved, ...bulk, rejected]) await expect(rowOf(met)).toContainText(t('applications.cvThere'));
}

async function expectAllThere(recruiter: Recruiter, cast: Cast): Promise<void> {
  const { page, t } = recruiter;
  await recruiter.openVacancy(VACANCY);
  await expectStatuses(recruiter, cast);
  await page.getByRole('link', { name: fullName(cast.contracted) }).click();
  await page.getByRole('tab', { name: beginning(t('dossier.documentsNotes')) }).click();
  const name = `${cast.contracted.contract} ${fullName(cast.contracted)}.pdf`;
  await page.getByRole('button', { name: t('dossier.show', { name }) }).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  await recruiter.goTo('shell.calendar');
  await lookAt(recruiter, INTERVIEW_DATE);
  const entry = page.getByRole('button', { name: fullName(cast.moved) });
  await expect.poll(() => lineOf(page, entry)).toBe(clockIn(recruiter.language, MOVED.time));
}

/** Another mail leaves, and it is the only one that does. */
async function expectNothingTwice(recruiter: Recruiter, { rejected }: Cast, smtp: TestSmtpServer): Promise<void> {
  await recruiter.openVacancy(VACANCY);
  await writeTo(recruiter, [rejected]);
  await smtp.waitFor(MAILS + 1);
  expect(smtp.received).toHaveLength(MAILS + 1);
  expect(smtp.received.at(-1)?.envelope.to).toEqual([rejected.email]);
}
