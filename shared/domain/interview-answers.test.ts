import { describe, expect, it } from 'vitest';
import type { InterviewAnswer, InterviewEvent } from '../records/interview.js';
import { accTime, isCancelled } from './interview-answers.js';

function answer(given: InterviewAnswer, sequence = 0): InterviewEvent {
  return { id: 'a'.repeat(32), type: 'answer', at: 1, by: null, answer: given, sequence };
}

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

  it('C34 knows a cancelled interview', () => {
    expect(isCancelled([answer('accepted')])).toBe(false);
    expect(isCancelled([{ id: 'b'.repeat(32), type: 'cancellation', at: 1, by: null }])).toBe(true);
  });
});
