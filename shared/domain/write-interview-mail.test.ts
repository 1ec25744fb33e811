import { describe, expect, it } from 'vitest';
import type { InterviewId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { applicant, knownInterview, NO_INTERVIEWS, planContext } from '../testing/plan-builders.js';
import { plainToRichText } from './plain-to-rich-text.js';
import type { InterviewTemplate } from './interview-context.js';
import type { PlanContext } from './progress-action.js';
import { writeInterviewMail, type EarlierInvitation } from './write-interview-mail.js';

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
    ['interview-cancellation', 'interview-cancelled', 'CANCEL', 3],
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

  it('G-8 asks for the text of the vacancy’s department', () => {
    const text = (template: InterviewTemplate, _: string, department: string) => ({
      subject: `${department}: ${template}`,
      contents: plainToRichText('Hej'),
    });
    const context = planContext({ interviews: { ...NO_INTERVIEWS, text } });
    const mail = writeInterviewMail({ ...BASE, purpose: 'interview-change' }, context);
    expect(mail?.message.subject).toBe('IT: interview-moved');
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

  describe('an invitation that somebody wrote and that never left', () => {
    const own = { subject: 'Kom, {given-name}', contents: plainToRichText('Klockan {interviewtime} hos oss.') };
    const written = { ...own, confirmLink: false };
    const earlier: EarlierInvitation = {
      language: 'sv',
      from: { name: 'Per', address: 'per@example.com' },
      deliverBy: planContext().device,
      written,
    };
    const again = (
      change: Partial<EarlierInvitation> = {},
      purpose: 'invitation' | 'interview-change' = 'invitation',
    ) => writeInterviewMail({ ...BASE, purpose, earlier: { ...earlier, ...change } }, planContext())?.message;

    it('C31 keeps its words, its sender and the box as it was unticked, with the new time, and can be written once more', () => {
      const mail = again();
      expect(mail).toMatchObject({ subject: 'Kom, Name1', from: earlier.from, written });
      expect(mail?.text).toMatch(/^Klockan \d\d:\d\d hos oss\.$/);
      expect(mail?.html).not.toContain('mailto:');
      expect(again({ written: { ...written, confirmLink: true } })?.html).toContain('mailto:');
    });

    it('has the text of the organisation where it has none of its own, where the applicant reads another language, and for a change', () => {
      for (const mail of [again({ written: null }), again({ language: 'nl' })]) {
        expect(mail).toMatchObject({ subject: 'sv invite-first', written: { confirmLink: true } });
      }
      expect(again({}, 'interview-change')).toMatchObject({ subject: 'sv interview-moved', written: null });
    });

    it('goes in the name of the mail account of the laptop that sends it', () => {
      expect(again({ deliverBy: 'b'.repeat(16) })?.from).toEqual(FROM);
    });

    it('leaves out a place that is gone, and has it again when there is one', () => {
      const contents = plainToRichText('Hej\n\n- Plats: {address}\n- Tid: {interviewtime}');
      const interview = { ...BASE.interview, place: '' };
      const placed = { ...earlier, written: { ...written, contents } };
      const mail = writeInterviewMail({ ...BASE, interview, purpose: 'invitation', earlier: placed }, planContext());
      expect(mail?.message.text).not.toContain('Plats');
      expect(mail?.message.written?.contents).toEqual(contents);
    });
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
