import { describe, expect, it } from 'vitest';
import { HOUR } from '../lib/time.js';
import { Person, PersonEvent } from '../records/person.js';
import type { PersonId } from '../records/primitives.js';
import { personCreate, testId } from '../testing/change-builders.js';
import { consentTo } from './capture-notice.js';
import { joinEvents } from './merged-people.js';
import { withdrawOwnConsent } from './own-page.js';

const ID = testId<PersonId>(1);

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
