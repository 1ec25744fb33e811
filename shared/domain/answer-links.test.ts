import { describe, expect, it } from 'vitest';
import { applicant, knownInterview, NO_INTERVIEWS, PANEL, planContext } from '../testing/plan-builders.js';
import { needsServer } from './needs-server.js';
import { leadToServer } from './page-link.js';
import { Problems } from './plan-mail.js';
import { plainToRichText } from './plain-to-rich-text.js';
import { planReminder } from './plan-reminders.js';
import type { PlanContext } from './progress-action.js';
import { writeInterviewMail } from './write-interview-mail.js';

const FROM = { name: 'Eva Lind', address: 'eva@example.com' };
const ONE = applicant(1);
const INTERVIEW = knownInterview(60, ONE.applicationId);
const CONTENTS = plainToRichText('{given-name}: {confirmlink}');

function contextWith(replyPages: PlanContext['interviews']['replyPages'], contents = CONTENTS): PlanContext {
  const text = () => ({ subject: 'Come', contents });
  return planContext({ interviews: { ...NO_INTERVIEWS, text, replyPages } });
}

function mailOf(
  purpose: 'invitation' | 'interview-change' | 'interview-cancellation',
  sequence = 3,
  contents = CONTENTS,
) {
  const interview = { ...INTERVIEW, sequence };
  const mail = writeInterviewMail(
    { applicant: ONE, interview, from: FROM, purpose },
    contextWith(PANEL, contents),
  )?.message;
  if (mail === undefined) throw new Error('it is written');
  return mail;
}

function reminderOf(text: string, context: PlanContext) {
  const words = { channel: 'email', subject: 'Soon', contents: plainToRichText(text) } as const;
  const what = { applicant: ONE, interview: INTERVIEW, from: FROM, daysBefore: 1, leavesAt: 5, words } as const;
  return planReminder(what, context, new Problems()).message;
}

const tokensIn = ({ text }: { readonly text: string }) =>
  [...text.matchAll(/https:\/\/server\.invalid\/r\/([\w-]{43})/g)].map(([, token]) => token ?? '');

describe('R68 R86 C18: what {confirmlink} becomes', () => {
  it('with a server is one link to its page, in the recipient’s words, and the mail keeps the hash of its token alone', () => {
    const mail = mailOf('invitation');
    const [token = ''] = tokensIn(mail);
    expect(mail.text).toContain('sv answer: https://server.invalid/r/');
    expect(mail.html.split('href="https://server.invalid/r/')).toHaveLength(2);
    expect(mail.html).not.toContain('mailto:');
    expect(mail.replyTokenHash).toBe(PANEL.hash(token));
    expect(needsServer(mail)).toBe(true);
    const led = leadToServer(mail, 'https://pages.example.com');
    expect(`${led.text}${led.html}`).not.toContain('server.invalid');
    expect(led.html).toContain(`href="https://pages.example.com/r/${token}"`);
  });

  it('without one is four mails, and nothing waits for a server', () => {
    const mail = writeInterviewMail(
      { applicant: ONE, interview: INTERVIEW, from: FROM, purpose: 'invitation' },
      contextWith(null),
    )?.message;
    expect(mail?.html.split('href="mailto:')).toHaveLength(5);
    expect(mail?.replyTokenHash).toBeNull();
    expect(mail === undefined || needsServer(mail)).toBe(false);
  });

  it('C31 is another link for each mail and each time, and the same when the plan is made again', () => {
    const reminder = reminderOf('{confirmlink}', contextWith(PANEL));
    const mails = [mailOf('invitation'), mailOf('invitation', 4), mailOf('interview-change', 4), reminder];
    expect(new Set(mails.flatMap(tokensIn)).size).toBe(4);
    expect(tokensIn(mailOf('invitation'))).toEqual(tokensIn(mailOf('invitation')));
  });

  it('is nothing where nobody may answer, or the text has no place for it: then the mail leaves without a server', () => {
    const off = mailOf('interview-cancellation', 3, plainToRichText('{given-name}: it is off'));
    const plain = reminderOf('Soon, {given-name}', contextWith(PANEL));
    for (const mail of [off, plain]) {
      expect(tokensIn(mail)).toEqual([]);
      expect(mail.replyTokenHash).toBeNull();
      expect(needsServer(mail)).toBe(false);
    }
  });
});
