import { expect, test } from './support/test.js';
import { lookAt } from './support/calendar-page.js';
import { closeDialog, reject } from './support/further-progress.js';
import { moveMeeting, openMeeting } from './support/meeting-dialog.js';
import { fullName, INTERVIEW_DATE, PEOPLE_MET } from './support/people-met.js';
import { expectOutbox } from './support/outbox-page.js';
import { Recruiter } from './support/recruiter.js';
import { checkPhone, expectShown, linkTo, NEW_TIME, openInvited, say, VACANCY, YES } from './support/reply-page.js';
import { goTo, openVacancy } from './support/work.js';

const MOVED = { ...PEOPLE_MET.nl, language: 'en' } as const;
const REJECTED = PEOPLE_MET.en;
const REASON = 'Too little experience';

test('R86 R89 R91 R92 C18 C31 C34: a link to an earlier time is void, an answer after a rejection changes no status, and both laptops show what came', async () => {
  test.setTimeout(180_000);
  const { maja, oskar, smtp, phone, recruiter, close } = await openInvited([MOVED, REJECTED]);
  try {
    const [before, afterwards] = [linkTo(smtp, MOVED), linkTo(smtp, REJECTED)];
    await phone.goto(before);
    await say(phone, YES);
    await moveOne(recruiter);
    await openVacancy(maja.page, VACANCY);
    await reject(recruiter, [REJECTED], REASON, 2);
    await closeDialog(recruiter);
    await smtp.waitFor(5);
    await phone.goto(before);
    await expect(phone.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
    await checkPhone(phone);
    await phone.goto(linkTo(smtp, MOVED));
    await say(phone, NEW_TIME, { wish: 'Any day after four' });
    await checkPhone(phone);
    await phone.goto(afterwards);
    await expect(phone.getByText('does not take place')).toBeVisible();
    await say(phone, YES);
    await checkPhone(phone);
    for (const { page } of [oskar, maja]) {
      const moved = ['Invited', 'Awaiting Response → Contact for new date/time', '“Any day after four”'];
      await expectShown(page, MOVED, { dossier: moved, entry: 'Contact for new date/time' });
      const kept = ['Rejected', 'Not applicable', 'Awaiting Response → Accepted', 'On the web page'];
      await expectShown(page, REJECTED, { dossier: kept, entry: null });
      await expectOutbox(new Recruiter(page, 'en'), [
        ...[MOVED, MOVED].map((to) => ({ to, state: 'common.messageSent' }) as const),
        { to: MOVED, state: 'common.messageCancelled', why: 'outbox.reasons.interview-moved' },
        { to: MOVED, state: 'common.messageScheduled' },
        ...[REJECTED, REJECTED, REJECTED].map((to) => ({ to, state: 'common.messageSent' }) as const),
        { to: REJECTED, state: 'common.messageRefused', why: 'outbox.reasons.application-rejected' },
      ]);
    }
  } finally {
    await close();
  }
});

/** To another hour; whoever was invited is told. */
async function moveOne({ page, t }: Recruiter): Promise<void> {
  await goTo(page, 'Recruitment calendar');
  await lookAt({ page, t }, INTERVIEW_DATE);
  await moveMeeting(await openMeeting(page, page.getByRole('button', { name: fullName(MOVED) })), { Time: '15:30' });
}
