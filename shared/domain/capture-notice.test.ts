import { describe, expect, it } from 'vitest';
import type { PersonEvent } from '../records/person.js';
import { consentUntil, type ConsentPurpose } from './capture-notice.js';

function consent(purpose: ConsentPurpose, given: boolean, until: string | null): PersonEvent {
  const at = { id: '0'.repeat(32), at: 1, by: null };
  return { ...at, type: 'consent', purpose, given, noticeVersion: '1', language: 'sv', until };
}

describe('what a person agreed to', () => {
  it('is nothing without a consent', () => {
    expect(consentUntil([])).toBeNull();
  });

  it('is the newest word of each purpose, the fair first', () => {
    const fair = consent('this-fair', true, '2027-01-01');
    const database = consent('cv-database', true, '2028-01-01');
    expect(consentUntil([database, fair])).toBe('2027-01-01');
    expect(consentUntil([fair, database, consent('this-fair', false, null)])).toBe('2028-01-01');
    expect(consentUntil([fair, consent('this-fair', false, null)])).toBeNull();
  });
});
