import { expect, test } from './support/test.js';
import { expectOutbox } from './support/outbox-page.js';
import { PEOPLE_MET } from './support/people-met.js';
import { Recruiter } from './support/recruiter.js';
import { checkPhone, expectShown, IS_OUT, linkTo, NO, openInvited, say, WITHDRAW, YES } from './support/reply-page.js';

/** Says yes and withdraws; withdraws and says yes; says no. */
const YES_OUT = { ...PEOPLE_MET.sv, language: 'en' } as const;
const OUT_YES = { ...PEOPLE_MET.da, language: 'en' } as const;
const NOT = { ...PEOPLE_MET.nb, language: 'en' } as const;
const WHY = 'outbox.reasons.application-withdrawn';

test('R11 R68 R85 R86 R87 R88 R90 C18 C34: candidates withdraw on their phones, a yes before or after changes nothing, another says no, and both laptops show it', async () => {
  test.setTimeout(180_000);
  const { maja, oskar, smtp, phone, close } = await openInvited([YES_OUT, OUT_YES, NOT]);
  try {
    const faults: string[] = [];
    phone.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
    await phone.goto(linkTo(smtp, YES_OUT));
    await checkPhone(phone);
    await say(phone, YES);
    await checkPhone(phone);
    await say(phone, WITHDRAW, { told: IS_OUT });
    await checkPhone(phone);
    await phone.goto(linkTo(smtp, OUT_YES));
    await say(phone, WITHDRAW, { told: IS_OUT });
    await say(phone, YES, { told: `Since then you answered: ${YES}` });
    await expect(phone.getByRole('status')).toContainText(IS_OUT);
    await phone.goto(linkTo(smtp, NOT));
    await say(phone, NO);
    await checkPhone(phone);
    expect(faults).toEqual([]);
    expect(await phone.context().cookies()).toEqual([]);
    for (const { page } of [oskar, maja]) {
      const out = ['Withdrawn', 'Not applicable', 'On the web page'];
      await expectShown(page, YES_OUT, { dossier: [...out, 'Accepted → Not applicable'], entry: null });
      const kept = 'Another answer to the invitation, which does not count: Accepted';
      await expectShown(page, OUT_YES, { dossier: [...out, kept], entry: null });
      const declined = ['Invited', 'Awaiting Response → Not accepted', 'On the web page'];
      await expectShown(page, NOT, { dossier: declined, entry: 'Not accepted' });
      await expectOutbox(new Recruiter(page, 'en'), [
        ...[YES_OUT, OUT_YES, NOT].map((to) => ({ to, state: 'common.messageSent' }) as const),
        ...[YES_OUT, OUT_YES].map((to) => ({ to, state: 'common.messageRefused', why: WHY }) as const),
        { to: NOT, state: 'common.messageDeclined' },
      ]);
    }
  } finally {
    await close();
  }
});
