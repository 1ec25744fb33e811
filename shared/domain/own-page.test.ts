import { describe, expect, it } from 'vitest';
import { HOUR } from '../lib/time.js';
import { Person, PersonEvent } from '../records/person.js';
import type { PersonId } from '../records/primitives.js';
import { personCreate, testId } from '../testing/change-builders.js';
import { consentTo } from './capture-notice.js';
import { joinEvents } from './merged-people.js';
import { correctOwnDetails, withdrawOwnConsent, type OwnDetails } from './own-page.js';

const ID = testId<PersonId>(1);
const STANDS = { givenName: 'Ebba', familyName: 'Norrlander', phone: '070 9', school: '', city: 'Umeå' };
const SHOWN: OwnDetails = { ...STANDS, phone: '070 1', postalAddress: '' };
const address = { id: 'a', type: 'postal-address', at: 1, by: null, address: 'Storgatan 1' } as const;
const record = { id: ID, fields: STANDS as unknown as Person, events: [address], replaces: () => [] };
const STAMP = { at: 2, newId: () => '2'.repeat(32) };

function changed(details: OwnDetails, shown: Partial<OwnDetails>) {
  return correctOwnDetails(record, { details, shown }, STAMP).map((change) =>
    change.kind === 'set' ? [change.field, change.value, change.before] : [change.kind],
  );
}

describe('what somebody corrects on the own page', () => {
  it('C17: is what was changed there: what a recruiter wrote while the page was open stays', () => {
    expect(changed({ ...SHOWN, city: 'Lund' }, SHOWN)).toEqual([['city', 'Lund', 'Umeå']]);
    expect(changed(SHOWN, SHOWN)).toEqual([]);
  });

  it('beats what was written meanwhile where both changed it, and says what it replaces', () => {
    expect(changed({ ...SHOWN, phone: '070 2', postalAddress: 'Torget 2' }, SHOWN)).toEqual([
      ['phone', '070 2', '070 9'],
      ['event'],
    ]);
  });

  it('is what differs from what stands where the form does not say what it showed', () => {
    expect(changed(SHOWN, {})).toEqual([['phone', '070 1', '070 9'], ['event']]);
  });

  it('is nothing where only blanks differ', () => {
    expect(changed(SHOWN, { ...SHOWN, givenName: '  Ebba ', postalAddress: ' \r\n' })).toEqual([]);
  });
});

describe('the own page', () => {
  it('C17: takes a consent back for good, also one that a laptop noted in another dossier by a clock that is ahead', () => {
    const given = PersonEvent.parse({
      ...{ id: testId<string>(3), type: 'consent', at: 3 * HOUR, by: null, purpose: 'this-fair', given: true },
      ...{ noticeVersion: '1', language: 'sv', until: '2027-01-01' },
    });
    const fields = Person.parse(personCreate(ID).fields);
    const withdraw = (events: readonly PersonEvent[]) =>
      withdrawOwnConsent({ id: ID, fields, events }, 'this-fair', { at: HOUR, newId: () => testId<string>(4) });
    const [withdrawn] = withdraw([given]);
    const after = joinEvents([[given], [PersonEvent.parse(withdrawn?.event)]]);
    expect(consentTo('this-fair', after)).toBeNull();
    expect(withdraw(after)).toEqual([]);
  });
});
