import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../lib/time.js';
import { isInquiryDue } from './sms-inquiry.js';

describe('when a gateway is asked about an SMS', () => {
  it.each([
    ['at once', 0, null, false],
    ['after half a minute', MINUTE / 2, null, true],
    ['right after it was asked', MINUTE, MINUTE / 2, false],
    ['at the next step', 2 * MINUTE, MINUTE / 2, true],
    ['between the later steps', 30 * MINUTE, 16 * MINUTE, false],
    ['once for all the steps that were slept through', 9 * HOUR, 3 * MINUTE, true],
    ['on the last day', 7 * DAY, 5 * DAY - 1, true],
    ['when no network tries any more', 7 * DAY + 1, null, false],
  ])('%s', (_when, now, askedAt, expected) => {
    expect(isInquiryDue({ sentAt: 0, askedAt }, now)).toBe(expected);
  });

  it('it is asked a dozen times at most however often somebody looks, and about none that is from tomorrow', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -DAY, max: 9 * DAY }), { maxLength: 400 }), (looks) => {
        let askedAt: number | null = null;
        let times = 0;
        for (const now of looks.sort((a, b) => a - b)) {
          if (!isInquiryDue({ sentAt: 0, askedAt }, now)) continue;
          expect(now).toBeGreaterThan(0);
          askedAt = now;
          times += 1;
        }
        expect(times).toBeLessThanOrEqual(11);
      }),
    );
  });
});
