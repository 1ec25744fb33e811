import { describe, expect, it } from 'vitest';
import { isMobileNumber, phoneForReading, phoneReader } from './phone-number.js';

describe('phoneReader', () => {
  it.each([
    ['070-174 06 05', 'sv', 'Europe/Amsterdam', '+46701740605'],
    ['0701740605', 'en', 'Europe/Stockholm', '+46701740605'],
    ['20 12 34 56', 'da', 'Europe/Oslo', '+4520123456'],
    ['412 34 567', 'nb', 'Europe/Copenhagen', '+4741234567'],
    ['06 12345678', 'nl', 'Europe/Stockholm', '+31612345678'],
    ['+44 7400 123456', 'sv', 'Europe/Stockholm', '+447400123456'],
    ['0046 70 174 06 05', 'nb', 'Europe/Oslo', '+46701740605'],
  ] as const)('reads %s of a person who speaks %s at a fair in %s', (text, language, zone, number) => {
    expect(phoneReader(zone)(text, language)).toBe(number);
  });

  it('leaves what is no number, has an extension or has no country to belong to', () => {
    const read = phoneReader('Europe/Stockholm');
    expect(read('ask at the stand', 'sv')).toBeNull();
    expect(read('', 'sv')).toBeNull();
    expect(read('12', 'sv')).toBeNull();
    expect(read('+46 70 174 06 05 ext. 12', 'sv')).toBeNull();
    expect(phoneReader('Asia/Tokyo')('070-174 06 05', 'en')).toBeNull();
  });
});

describe('phoneForReading', () => {
  it('groups the digits as the number’s country does, and leaves anything else alone', () => {
    expect(phoneForReading('+46701740605')).toBe('+46 70 174 06 05');
    expect(phoneForReading('0701740605')).toBe('0701740605');
    expect(phoneForReading('ask Maja')).toBe('ask Maja');
  });
});

describe('R84 a number that SMS can be sent to', () => {
  it.each(['+46701740605', '+4520123456', '+4741234567', '+31612345678', '+447400123456', '+12025550123'])(
    'is %s',
    (phone) => {
      expect(isMobileNumber(phone)).toBe(true);
    },
  );

  it.each(['+4681234567', '+4722123456', '+31201234567', '+442079460000', '0701740605', 'ask Maja', ''])(
    'is not %j',
    (phone) => {
      expect(isMobileNumber(phone)).toBe(false);
    },
  );
});
