import { describe, expect, it } from 'vitest';
import { PersonEvent } from '../records/person.js';
import type { PersonId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import {
  dismissDuplicate,
  firstCaptured,
  formerDetails,
  planMerge,
  planSeparation,
  proposedDetails,
  type MergingPerson,
} from './merge-people.js';

let made = 0;
const stamp = { at: 77, by: null, newId: () => testId<string>(900 + (made += 1)) };
const person = (n: number, more: Partial<MergingPerson> = {}): MergingPerson => ({
  ...{ id: testId<PersonId>(n), kind: 'candidate', capturedAt: n, givenName: 'Ebba', familyName: 'Quist' },
  ...{ email: 'ebba@example.com', phone: '', school: '', city: '', language: 'sv', postalAddress: '' },
  ...more,
});
const FIRST = person(1, { school: 'KTH' });
const SECOND = person(2, { email: 'ebba.q@example.com', phone: '+46701740605', kind: 'prospect' });

describe('G-13: merging two people', () => {
  it('the one captured first stands for both, whichever way round they are looked at', () => {
    expect(firstCaptured(SECOND, FIRST)).toEqual([FIRST, SECOND]);
    expect(firstCaptured(FIRST, SECOND)).toEqual([FIRST, SECOND]);
    const twin = person(3, { capturedAt: 1 });
    expect(firstCaptured(twin, FIRST)).toEqual([FIRST, twin]);
  });

  it('proposes what was said last, and never nothing instead of something', () => {
    expect(proposedDetails(FIRST, SECOND)).toMatchObject({
      email: 'ebba.q@example.com',
      phone: '+46701740605',
      school: 'KTH',
    });
  });

  it('is a link in the one and what was chosen in the other, with what stood there; nothing is copied', () => {
    const chosen = proposedDetails(FIRST, SECOND);
    const { details, changes } = planMerge(FIRST, SECOND, chosen, stamp);
    expect(details).toEqual({ email: 'ebba.q@example.com', phone: '+46701740605', kind: 'candidate' });
    expect(changes).toMatchObject([
      { kind: 'event', id: SECOND.id, dossier: SECOND.id, event: { type: 'merge', into: FIRST.id } },
      {
        kind: 'event',
        dossier: FIRST.id,
        event: { type: 'replaced', merged: SECOND.id, values: { email: 'ebba@example.com', phone: '' } },
      },
    ]);
    for (const change of changes) if (change.kind === 'event') PersonEvent.parse(change.event);
    expect(planMerge(FIRST, FIRST, FIRST, stamp)).toMatchObject({
      details: {},
      changes: [{ event: { type: 'merge' } }],
    });
  });

  it('notes the chosen address once more where two were known: of two the newest holds', () => {
    const [one, other] = [person(1, { postalAddress: 'Here 1' }), person(2, { postalAddress: 'There 2' })];
    const { changes } = planMerge(one, other, { ...proposedDetails(one, other), postalAddress: 'Here 1' }, stamp);
    expect(changes.at(-1)).toMatchObject({ dossier: one.id, event: { type: 'postal-address', address: 'Here 1' } });
  });

  it('separated again, what was chosen of the other goes back, but not what was changed since', () => {
    const chosen = proposedDetails(FIRST, SECOND);
    const { changes } = planMerge(FIRST, SECOND, chosen, stamp);
    const events = changes.flatMap((one) =>
      one.kind === 'event' && one.id === FIRST.id ? PersonEvent.parse(one.event) : [],
    );
    const now = { ...FIRST, ...chosen, phone: '+4799887766', events };
    expect(planSeparation(now, SECOND, stamp)).toMatchObject({
      details: { email: 'ebba@example.com' },
      changes: [
        { dossier: SECOND.id, event: { type: 'merge', into: null } },
        { dossier: FIRST.id, event: { type: 'not-same', other: SECOND.id } },
      ],
    });
    expect(Object.keys(planSeparation(now, SECOND, stamp).details)).toEqual(['email']);
  });

  it('R30: whatever the person was called or reached by is known, to be withheld', () => {
    const { changes } = planMerge(FIRST, SECOND, proposedDetails(FIRST, SECOND), stamp);
    const events = changes.flatMap((one) =>
      one.kind === 'event' && one.id === FIRST.id ? PersonEvent.parse(one.event) : [],
    );
    const former = formerDetails({ fields: { ...FIRST, ...SECOND }, events }, [{ fields: SECOND }]);
    expect(former.map(({ email }) => email)).toEqual(['ebba.q@example.com', 'ebba@example.com']);
  });

  it('that they are two is noted with the one captured first', () => {
    expect(dismissDuplicate(FIRST.id, SECOND.id, stamp)).toMatchObject({
      dossier: FIRST.id,
      event: { type: 'not-same', other: SECOND.id },
    });
  });
});
