import { describe, expect, it } from 'vitest';
import { instantAt } from '../lib/time.js';
import { PersonEvent } from '../records/person.js';
import type { FairId, PersonId, RecruiterId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { consentUntil } from './capture.js';
import { consentTo, NOTICE_VERSION } from './capture-notice.js';
import { recordConsent } from './record-consent.js';

const NORA = testId<PersonId>(1);
const MAJA = testId<RecruiterId>(3);
const ZONE = 'Europe/Oslo';

function said(at: number, given: boolean): PersonEvent {
  const word = { personId: NORA, purpose: 'cv-database', language: 'nb', given } as const;
  const { event } = recordConsent({ ...word, until: given ? '2028-11-18' : null }, { id: testId(at), at, by: MAJA });
  return PersonEvent.parse(event);
}

describe('a consent recorded later', () => {
  it('C25 is a word on one purpose with who heard it, when, and which notice was shown', () => {
    expect(said(5, true)).toEqual({
      id: testId(5),
      type: 'consent',
      at: 5,
      by: MAJA,
      purpose: 'cv-database',
      given: true,
      noticeVersion: NOTICE_VERSION,
      language: 'nb',
      until: '2028-11-18',
    });
  });

  it('C25 of several the newest counts: withdrawn, and given again', () => {
    expect(consentTo('cv-database', [said(1, true), said(2, false)])).toBeNull();
    expect(consentTo('cv-database', [said(1, true), said(2, false), said(3, true)])).toMatchObject({
      until: '2028-11-18',
    });
    expect(consentTo('this-fair', [said(1, true)])).toBeNull();
  });

  it('lasts as long as one given at the stand while the fair lasts, and some months from today afterwards', () => {
    const fair = { id: testId<FairId>(20), lastDate: '2026-11-19' };
    const rest = { fair, retentionMonths: 12, zone: ZONE };
    expect(consentUntil({ ...rest, now: instantAt(ZONE, '2026-11-18', '12:00') })).toBe('2027-11-19');
    expect(consentUntil({ ...rest, now: instantAt(ZONE, '2027-03-01', '12:00') })).toBe('2028-03-01');
    expect(consentUntil({ ...rest, fair: null, now: instantAt(ZONE, '2027-03-01', '12:00') })).toBe('2028-03-01');
  });
});
