import { describe, expect, it } from 'vitest';
import type { PersonEvent } from '../records/person.js';
import { consentOf, isConsentValid, type ConsentPurpose } from './capture-notice.js';

function consent(purpose: ConsentPurpose, given: boolean, until: string | null): PersonEvent {
  const at = { id: '0'.repeat(32), at: 1, by: null };
  return { ...at, type: 'consent', purpose, given, noticeVersion: '1', language: 'sv', until };
}

describe('what a person agreed to', () => {
  it('is nothing without a consent', () => {
    expect(consentOf([])).toBeNull();
  });

  it('is the newest word of each purpose, and of the purposes what lasts longest', () => {
    const fair = consent('this-fair', true, '2027-01-01');
    const database = consent('cv-database', true, '2028-01-01');
    expect(consentOf([database, fair])).toEqual({ until: '2028-01-01' });
    expect(consentOf([fair, database, consent('this-fair', false, null)])).toEqual({ until: '2028-01-01' });
    expect(consentOf([database, consent('this-fair', true, null)])).toEqual({ until: null });
    expect(consentOf([consent('this-fair', true, null), database])).toEqual({ until: null });
    expect(consentOf([fair, consent('this-fair', false, null)])).toBeNull();
  });

  it('counts through its last day and not a day longer; without an end it always counts', () => {
    const until = { until: '2027-01-01' };
    expect(isConsentValid(until, '2027-01-01')).toBe(true);
    expect(isConsentValid(until, '2027-01-02')).toBe(false);
    expect(isConsentValid({ until: null }, '2099-12-31')).toBe(true);
    expect(isConsentValid(null, '2027-01-01')).toBe(false);
  });
});
