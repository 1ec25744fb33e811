import { describe, expect, it } from 'vitest';
import type { InterviewAnswer } from '../records/interview.js';
import { answerEvent } from '../testing/meeting-builders.js';
import { accTime, isCancelled } from './interview-answers.js';

const answer = (given: InterviewAnswer, sequence = 0) => answerEvent({ answer: given, sequence });
/** Read at 100, from a mail of this time. */
const mailed = (given: InterviewAnswer, givenAt: number | null, at = 100) =>
  answerEvent({ answer: given, via: 'mail', givenAt, at });

describe('Acc. time', () => {
  const invited = { invitation: 'email', sequence: 0 } as const;

  it('R91 awaits a response until there is one, and shows the newest', () => {
    expect(accTime(invited, [])).toBe('awaiting');
    expect(accTime(invited, [answer('accepted'), answer('new-time')])).toBe('new-time');
  });

  it('C31 is empty where nobody was invited, unless the recruiter entered an answer', () => {
    expect(accTime({ invitation: 'none', sequence: 0 }, [])).toBeNull();
    expect(accTime({ invitation: 'none', sequence: 0 }, [answer('accepted')])).toBe('accepted');
  });

  it('C31 forgets the answer to an earlier time', () => {
    expect(accTime({ ...invited, sequence: 1 }, [answer('accepted', 0)])).toBe('awaiting');
    expect(accTime({ ...invited, sequence: 1 }, [answer('accepted', 0), answer('not-accepted', 1)])).toBe(
      'not-accepted',
    );
  });

  it('C18 counts the answer that was given last, whenever it was read', () => {
    expect(accTime(invited, [mailed('accepted', 20), mailed('not-accepted', 10)])).toBe('accepted');
    expect(accTime(invited, [mailed('not-accepted', 10), mailed('accepted', 20)])).toBe('accepted');
    expect(accTime(invited, [mailed('accepted', 20), mailed('new-time', null)])).toBe('new-time');
  });

  it('C18 a clock that runs ahead wins over nothing that came after it', () => {
    expect(accTime(invited, [mailed('accepted', 9_000_000), mailed('not-accepted', 150, 200)])).toBe('not-accepted');
  });

  it('C18 what the recruiter enters comes after all that was known, though this laptop’s clock is slow', () => {
    const entered = answerEvent({ answer: 'not-accepted', at: 5 });
    expect(accTime(invited, [mailed('accepted', 20), entered])).toBe('not-accepted');
    expect(accTime(invited, [mailed('accepted', 20), entered, mailed('new-time', 30)])).toBe('new-time');
  });

  it('C18 Yes after Withdraw does not bring anybody back, but for the recruiter', () => {
    expect(accTime(invited, [mailed('withdrawn', 10), mailed('accepted', 20)])).toBe('withdrawn');
    expect(accTime(invited, [mailed('accepted', 20), mailed('withdrawn', 10)])).toBe('withdrawn');
    expect(accTime(invited, [mailed('withdrawn', 10), answerEvent({ at: 200 })])).toBe('accepted');
  });

  it('C34 knows a cancelled interview', () => {
    expect(isCancelled([answer('accepted')])).toBe(false);
    expect(isCancelled([{ id: 'b'.repeat(32), type: 'cancellation', at: 1, by: null }])).toBe(true);
  });
});
