import { describe, expect, it } from 'vitest';
import { HOUR } from '../lib/time.js';
import { APPLICATION_STATUSES } from '../records/application.js';
import { INTERVIEW_ANSWERS } from '../records/interview.js';
import { MESSAGE_PURPOSES } from '../records/message.js';
import { refuseAtSending, type SendingFacts } from './refuse-at-sending.js';

const FACTS: SendingFacts = {
  purpose: 'invitation',
  status: 'invited',
  interview: undefined,
  sequence: null,
  remindsOf: null,
  now: 0,
};

describe('what may not leave although it was queued', () => {
  // C34: every purpose in every status; what is not here may leave.
  const REFUSED = {
    rejected: 'mail/application-rejected',
    withdrawn: 'mail/application-withdrawn',
    hired: 'mail/application-hired',
    deleted: 'mail/application-deleted',
    moved: 'mail/application-moved',
  };

  it.each(MESSAGE_PURPOSES)('C34 %s, in every status', (purpose) => {
    const asks = ['invitation', 'interview-change', 'reminder', 'offer'].includes(purpose);
    const expected = APPLICATION_STATUSES.map((status) =>
      (asks && status in REFUSED) || (purpose === 'forward' && status === 'deleted')
        ? REFUSED[status as keyof typeof REFUSED]
        : null,
    );
    expect(APPLICATION_STATUSES.map((status) => refuseAtSending({ ...FACTS, purpose, status }))).toEqual(expected);
  });

  it('C34 anything for an application that is not there any more; what is about none leaves', () => {
    for (const purpose of MESSAGE_PURPOSES) {
      expect(refuseAtSending({ ...FACTS, purpose, status: null })).toBe('mail/application-ended');
      expect(refuseAtSending({ ...FACTS, purpose, status: undefined })).toBeNull();
    }
  });

  it('C34 an invitation to an interview that is off, gone, or at another time', () => {
    const stands = { cancelled: false, sequence: 2, startsAt: 0, accTime: null };
    expect(refuseAtSending({ ...FACTS, interview: { ...stands, cancelled: true }, sequence: 2 })).toBe(
      'mail/interview-cancelled',
    );
    expect(refuseAtSending({ ...FACTS, interview: null, sequence: 2 })).toBe('mail/interview-cancelled');
    expect(refuseAtSending({ ...FACTS, interview: stands, sequence: 1 })).toBe('mail/interview-moved');
    expect(refuseAtSending({ ...FACTS, interview: stands, sequence: 2 })).toBeNull();
    expect(refuseAtSending({ ...FACTS, interview: stands, sequence: null })).toBeNull();
  });

  it('C27 a reminder of an interview that is past or less than two hours away, or at another time than it tells', () => {
    const startsAt = 10 * HOUR;
    const interview = { cancelled: false, sequence: 2, startsAt, accTime: null };
    const at = (now: number, change: Partial<SendingFacts> = {}) =>
      refuseAtSending({ ...FACTS, purpose: 'reminder', interview, sequence: 2, remindsOf: startsAt, now, ...change });
    expect([at(0), at(8 * HOUR), at(8 * HOUR + 1)]).toEqual([null, null, 'mail/reminder-too-late']);
    expect([at(startsAt - 1), at(startsAt), at(startsAt + HOUR)]).toEqual([
      'mail/reminder-too-late',
      'mail/interview-past',
      'mail/interview-past',
    ]);
    expect(at(0, { remindsOf: startsAt + 1 })).toBe('mail/interview-moved');
    expect(at(0, { sequence: 1 })).toBe('mail/interview-moved');
    expect(at(startsAt, { interview: { ...interview, cancelled: true } })).toBe('mail/interview-cancelled');
    expect(at(startsAt, { status: 'withdrawn' })).toBe('mail/application-withdrawn');
  });

  it('R88 a reminder of an interview that its applicant has declined; every other answer leaves it as it is', () => {
    const answered = INTERVIEW_ANSWERS.map((accTime) => {
      const interview = { cancelled: false, sequence: 0, startsAt: 10 * HOUR, accTime };
      const facts = { ...FACTS, interview, sequence: 0 };
      // What tells of a new time, or invites once more, is no reminder.
      expect(refuseAtSending({ ...facts, purpose: 'interview-change' })).toBeNull();
      return [accTime, refuseAtSending({ ...facts, purpose: 'reminder', remindsOf: 10 * HOUR })];
    });
    expect(Object.fromEntries(answered)).toEqual({
      awaiting: null,
      accepted: null,
      'not-accepted': 'mail/interview-declined',
      'new-time': null,
      withdrawn: null,
    });
  });
});
