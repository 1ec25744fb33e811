import { describe, expect, it } from 'vitest';
import type { InterviewId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { applicant, knownInterview, NO_INTERVIEWS, planContext } from '../testing/plan-builders.js';
import { plainToRichText } from './plain-to-rich-text.js';
import type { InterviewTemplate, PlanContext } from './progress-action.js';
import { writeInterviewMail } from './write-interview-mail.js';

const FROM = { name: 'Eva Lind', address: 'eva@example.com' };
const ONE = applicant(1);
const BASE = { applicant: ONE, interview: knownInterview(60, ONE.applicationId), from: FROM } as const;

function contextWith(contents: string): PlanContext {
  const text = (template: InterviewTemplate) => ({ subject: template, contents: plainToRichText(contents) });
  return planContext({ interviews: { ...NO_INTERVIEWS, text } });
}

describe('a mail about an interview that nobody edits', () => {
  it.each([
    ['invitation', 'invite-first', 'REQUEST', 3],
    ['interview-change', 'interview-moved', 'REQUEST', 3],
    ['interview-cancellation', 'interview-cancelled', 'CANCEL', 4],
  ] as const)('C31, C34 %s has the text %s and goes as %s', (purpose, template, method, sequence) => {
    const mail = writeInterviewMail({ ...BASE, purpose }, planContext())?.message;
    expect(mail).toMatchObject({
      purpose,
      subject: `sv ${template}`,
      interviewId: testId<InterviewId>(60),
      calendar: { method, sequence, uid: `${testId(60)}@fairdesk`, organiser: FROM },
    });
    // RFC 5546 3.2.5: to what is off there is nothing to answer.
    expect(mail?.html.includes('mailto:')).toBe(purpose !== 'interview-cancellation');
  });

  it('says nothing of a place that nobody named, and all the rest', () => {
    const context = contextWith('Hej {given-name}\n\n- Datum: {interviewdate}\n- Plats: {address}');
    const written = (place: string) =>
      writeInterviewMail(
        { ...BASE, interview: { ...BASE.interview, place }, purpose: 'interview-cancellation' },
        context,
      )?.message.text;
    expect(written('Room 4')).toContain('Plats: Room 4');
    expect(written(' ')).not.toContain('Plats');
    expect(written(' ')).toContain('Datum: ');
  });

  it('is not written where it would be wrong: no address at either end, or a field without a value', () => {
    const purpose = 'interview-change';
    const wrong = applicant(1, { email: 'nowhere' });
    expect(writeInterviewMail({ ...BASE, applicant: wrong, purpose }, planContext())).toBeNull();
    expect(writeInterviewMail({ ...BASE, from: { name: '', address: '' }, purpose }, planContext())).toBeNull();
    expect(writeInterviewMail({ ...BASE, purpose }, contextWith('{contact-person}'))).toBeNull();
    expect(writeInterviewMail({ ...BASE, purpose }, contextWith('{nothing-like-it}'))).toBeNull();
  });
});
