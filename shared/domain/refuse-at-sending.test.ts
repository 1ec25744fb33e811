import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES } from '../records/application.js';
import { MESSAGE_PURPOSES } from '../records/message.js';
import { refuseAtSending, type SendingFacts } from './refuse-at-sending.js';

const FACTS: SendingFacts = { purpose: 'invitation', status: 'invited', interview: undefined, sequence: null };

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
    const asks = ['invitation', 'interview-change', 'offer'].includes(purpose);
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
    const stands = { cancelled: false, sequence: 2 };
    expect(refuseAtSending({ ...FACTS, interview: { ...stands, cancelled: true }, sequence: 2 })).toBe(
      'mail/interview-cancelled',
    );
    expect(refuseAtSending({ ...FACTS, interview: null, sequence: 2 })).toBe('mail/interview-cancelled');
    expect(refuseAtSending({ ...FACTS, interview: stands, sequence: 1 })).toBe('mail/interview-moved');
    expect(refuseAtSending({ ...FACTS, interview: stands, sequence: 2 })).toBeNull();
    expect(refuseAtSending({ ...FACTS, interview: stands, sequence: null })).toBeNull();
  });
});
