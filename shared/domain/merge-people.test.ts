import { describe, expect, it } from 'vitest';
import { PersonEvent, type Person } from '../records/person.js';
import type { PersonId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { detailsIn, type PersonDossier } from './chosen-details.js';
import { dismissDuplicate, firstCaptured, formerDetails, planMerge, proposedDetails } from './merge-people.js';

let made = 0;
const stamp = { at: 77, by: null, newId: () => testId<string>(900 + (made += 1)) };
const person = (n: number, more: Partial<Person> = {}): PersonDossier => ({
  id: testId<PersonId>(n),
  fields: {
    ...{ kind: 'candidate', capturedAt: n, givenName: 'Ebba', familyName: 'Quist', email: 'ebba@example.com' },
    ...{ phone: '', school: '', city: '', language: 'sv', source: { fairId: null }, demo: false },
    ...more,
  },
  events: [],
});
const shown = (one: PersonDossier) => ({ ...detailsIn(one), id: one.id, capturedAt: one.fields.capturedAt });
const withAddress = (one: PersonDossier, address: string, at: number): PersonDossier => {
  const event = { id: testId<string>(at), type: 'postal-address' as const, at, by: null, address };
  return { ...one, events: [...one.events, event] };
};
const FIRST = person(1, { school: 'KTH' });
const SECOND = person(2, { email: 'ebba.q@example.com', phone: '+46701740605', kind: 'prospect' });

describe('G-13: merging two people', () => {
  it('the one captured first stands for both, whichever way round they are looked at', () => {
    const [first, second, twin] = [shown(FIRST), shown(SECOND), shown(person(3, { capturedAt: 1 }))];
    expect(firstCaptured(second, first)).toEqual([first, second]);
    expect(firstCaptured(first, second)).toEqual([first, second]);
    expect(firstCaptured(twin, first)).toEqual([first, twin]);
  });

  it('proposes what was said last, and never nothing instead of something', () => {
    expect(proposedDetails(shown(FIRST), shown(SECOND))).toMatchObject({
      email: 'ebba.q@example.com',
      phone: '+46701740605',
      school: 'KTH',
    });
  });

  it('is a link in the one and what was chosen in the other, with what stood there; nothing is copied', () => {
    const { sets, changes } = planMerge([FIRST], [SECOND], proposedDetails(shown(FIRST), shown(SECOND)), stamp);
    expect(sets).toEqual([{ id: FIRST.id, details: { email: 'ebba.q@example.com', phone: '+46701740605' } }]);
    expect(changes).toMatchObject([
      { kind: 'event', id: SECOND.id, dossier: SECOND.id, event: { type: 'merge', into: FIRST.id } },
      {
        kind: 'event',
        dossier: FIRST.id,
        event: { type: 'replaced', merged: SECOND.id, values: { email: 'ebba@example.com', phone: '' } },
      },
    ]);
    for (const change of changes) if (change.kind === 'event') PersonEvent.parse(change.event);
    expect(planMerge([FIRST], [person(2)], { ...shown(FIRST), school: 'KTH' }, stamp)).toMatchObject({
      sets: [],
      changes: [{ event: { type: 'merge' } }],
    });
  });

  it('notes the chosen address once more where two were known, as of two the newest holds, and says which stood there', () => {
    const [one, other] = [withAddress(FIRST, 'Here 1', 5), withAddress(SECOND, 'There 2', 6)];
    const here = planMerge([one], [other], { ...shown(one), postalAddress: 'Here 1' }, stamp);
    expect(here.changes.at(-1)).toMatchObject({
      dossier: one.id,
      event: { type: 'postal-address', address: 'Here 1' },
    });
    const there = planMerge([one], [other], shown(other), stamp);
    expect(there.changes.at(-1)).toMatchObject({ dossier: one.id, event: { address: 'There 2' } });
    expect(there.changes[1]).toMatchObject({ event: { type: 'replaced', values: { postalAddress: 'Here 1' } } });
  });

  it('R30: whatever the person was called or reached by is known, to be withheld', () => {
    const { changes } = planMerge([FIRST], [SECOND], proposedDetails(shown(FIRST), shown(SECOND)), stamp);
    const events = changes.flatMap((one) =>
      one.kind === 'event' && one.id === FIRST.id ? PersonEvent.parse(one.event) : [],
    );
    const former = formerDetails({ fields: { ...FIRST.fields, email: 'ebba.q@example.com' }, events }, [SECOND]);
    expect(former.map(({ email }) => email)).toEqual(['ebba.q@example.com', 'ebba@example.com']);
  });

  it('that they are two is noted with the one captured first', () => {
    expect(dismissDuplicate(FIRST.id, SECOND.id, stamp)).toMatchObject({
      dossier: FIRST.id,
      event: { type: 'not-same', other: SECOND.id },
    });
  });
});
