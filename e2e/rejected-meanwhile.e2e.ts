import { lookAt } from './support/calendar-page.js';
import { expectMail, onlyMail, type ExpectedMail } from './support/expect-mails.js';
import { closeDialog, invite, reject } from './support/further-progress.js';
import { makePdf } from './support/make-pdf.js';
import { expectOutbox } from './support/outbox-page.js';
import { fullName, INTERVIEW_DATE, PEOPLE_MET } from './support/people-met.js';
import { Recruiter } from './support/recruiter.js';
import { startSmtpServer } from './support/smtp-server.js';
import { expect, test } from './support/test.js';

const VACANCY = 'Trainee power systems';
const [INVITED, MET] = [PEOPLE_MET.sv, PEOPLE_MET.nl];
const SLOT = { type: 'common.interviewFirst', date: INTERVIEW_DATE, time: '09:00', place: 'Stand B14' } as const;
const REASON = 'Te weinig ervaring';

test('C34: who is rejected before the invitation left gets the rejection alone, and undo brings the invitation back', async ({
  desk,
}) => {
  const smtp = await startSmtpServer();
  const recruiter = new Recruiter(desk.page, 'nl');
  const { page, t } = recruiter;
  await recruiter.startWorking();
  await recruiter.addVacancy(VACANCY);
  await recruiter.setMailAccount(smtp);
  await recruiter.holdMessagesFor(0);
  await recruiter.goTo('shell.capture');
  const cv = await makePdf('CV', 5_000);
  for (const met of [INVITED, MET]) await recruiter.capture({ ...met, vacancy: VACANCY }, cv);
  await recruiter.openVacancy(VACANCY);
  await invite(recruiter, [INVITED], SLOT);
  await closeDialog(recruiter);
  await invite(recruiter, [MET], { ...SLOT, time: '10:00' });
  await closeDialog(recruiter);
  const row = page.getByRole('row').filter({ hasText: MET.familyName });

  await recruiter.holdMessagesFor(600);
  await recruiter.openVacancy(VACANCY);
  await reject(recruiter, [MET], REASON);
  await expect(row).toContainText(t('common.statusRejected'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('common.undo') })
    .click();
  await expect(page.getByText(t('shell.undone'))).toBeVisible();
  await expect(row).toContainText(`${t('common.statusInvited')} ${t('common.stageFirst')}`);
  await expectOutbox(recruiter, [
    { to: INVITED, state: 'common.messageWaiting' },
    { to: MET, state: 'common.messageWaiting' },
    { to: MET, state: 'common.messageCancelled' },
  ]);

  await recruiter.holdMessagesFor(0);
  await recruiter.openVacancy(VACANCY);
  await reject(recruiter, [MET], REASON);
  await closeDialog(recruiter);
  const stopped = { to: MET, state: 'common.messageRefused', why: 'outbox.reasons.application-rejected' } as const;
  await expectOutbox(recruiter, [
    { to: INVITED, state: 'common.messageWaiting' },
    { to: MET, state: 'common.messageCancelled' },
    stopped,
    { to: MET, state: 'common.messageWaiting' },
  ]);
  await recruiter.goTo('shell.calendar');
  await lookAt(recruiter, INTERVIEW_DATE);
  await expect(page.getByRole('button', { name: fullName(INVITED) })).toBeVisible();
  await expect(page.getByRole('button', { name: fullName(MET) })).toHaveCount(0);
  expect(smtp.connections).toBe(0);

  desk.cable.plug();
  await smtp.waitFor(2);
  await expectOutbox(recruiter, [
    { to: INVITED, state: 'common.messageSent' },
    { to: MET, state: 'common.messageCancelled' },
    stopped,
    { to: MET, state: 'common.messageSent' },
  ]);
  const rejection: ExpectedMail = { to: MET, template: 'reject-review', vacancy: VACANCY };
  expectMail(onlyMail(rejection, smtp.received), rejection);
  expect(smtp.received.map(({ envelope }) => envelope.to).sort()).toEqual([[MET.email], [INVITED.email]]);
  await smtp.stop();
});
