import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../changes/change-set.js';
import { PersonEvent, type Person } from '../records/person.js';
import type { PersonId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { CHOSEN_FIELDS, detailsIn, SET_FIELDS, type PersonDossier, type SetDetails } from './chosen-details.js';
import {
  firstCaptured,
  planMerge,
  planSeparation,
  type MergePlan,
  type PersonDetails,
  type WholePerson,
} from './merge-people.js';
import { joinEvents, mergedInto, resolveMerges } from './merged-people.js';
import { noteAddress, postalAddressOf } from './postal-address.js';

/** Captures of one person as they lie on a laptop, merged and separated as the screens do. */
class Captures {
  readonly #dossiers: Map<PersonId, PersonDossier>;
  #made = 0;

  constructor(captured: readonly Partial<SetDetails>[]) {
    const all = captured.map(({ postalAddress = '', ...more }, n) => {
      const events = postalAddress === '' ? [] : [this.#address(idOf(n), postalAddress)];
      return [idOf(n), { id: idOf(n), fields: { ...EBBA, capturedAt: n, ...more }, events }] as const;
    });
    this.#dossiers = new Map(all);
  }

  details(n: number): SetDetails {
    return detailsIn(this.#of(idOf(n)));
  }

  shown(n: number): PersonDetails {
    const [first, ...others] = this.whole(n);
    const events = joinEvents([first, ...others].map((one) => one.events));
    return { ...first.fields, postalAddress: postalAddressOf(events) };
  }

  whole(n: number): WholePerson {
    const standsAs = this.#standsAs();
    const id = standsAs.get(idOf(n)) ?? idOf(n);
    return [this.#of(id), ...[...this.#dossiers.values()].filter((one) => standsAs.get(one.id) === id)];
  }

  merge(one: number, other: number, choose: (first: PersonDetails, second: PersonDetails) => PersonDetails): void {
    const [a, b] = [this.whole(one), this.whole(other)];
    if (a[0].id === b[0].id) return;
    const [first] = firstCaptured(...([a, b].map(([{ id, fields }]) => ({ ...fields, id })) as [Shown, Shown]));
    const [stands, joins] = first.id === a[0].id ? [a, b] : [b, a];
    const chosen = choose(this.shown(numberOf(stands[0].id)), this.shown(numberOf(joins[0].id)));
    this.#apply(planMerge(stands, joins, chosen, this.#stamp()));
  }

  separate(n: number): void {
    const person = this.whole(n);
    if (person[0].id !== idOf(n)) this.#apply(planSeparation(person, this.#of(idOf(n)), this.#stamp()));
  }

  /** By hand, as the dossier page does: in the one that stands for all. Which that is. */
  edit(n: number, { postalAddress, ...fields }: Partial<SetDetails>): number {
    const [one] = this.whole(n);
    this.#dossiers.set(one.id, {
      ...one,
      fields: { ...one.fields, ...fields },
      events: postalAddress === undefined ? one.events : [...one.events, this.#address(one.id, postalAddress)],
    });
    return numberOf(one.id);
  }

  #apply({ sets, changes }: MergePlan): void {
    for (const { id, details } of sets) {
      const one = this.#of(id);
      this.#dossiers.set(id, { ...one, fields: { ...one.fields, ...details } });
    }
    for (const change of changes) this.#note(change);
  }

  #note(change: Change): void {
    if (change.kind !== 'event') throw new Error('only events are noted');
    const one = [...this.#dossiers.values()].find(({ id }) => id === change.id);
    if (one !== undefined) {
      this.#dossiers.set(one.id, { ...one, events: [...one.events, PersonEvent.parse(change.event)] });
    }
  }

  #address(id: PersonId, address: string): PersonEvent {
    const { at, by, newId } = this.#stamp();
    return PersonEvent.parse(noteAddress(id, address, { id: newId(), at, by }).event);
  }

  #stamp() {
    this.#made += 1;
    return { at: this.#made, by: null, newId: () => testId<string>(1000 + (this.#made += 1)) };
  }

  #standsAs() {
    const links = [...this.#dossiers.values()].flatMap(({ id, events }) => {
      const into = mergedInto(events);
      return into === null ? [] : [[id, into] as const];
    });
    return resolveMerges(new Map(links), (id) => this.#dossiers.has(id));
  }

  #of(id: PersonId): PersonDossier {
    const one = this.#dossiers.get(id);
    if (one === undefined) throw new Error('not captured');
    return one;
  }
}

type Shown = Person & { readonly id: PersonId };

const EBBA: Person = {
  ...{ kind: 'candidate', givenName: 'Ebba', familyName: 'Quist', email: '', phone: '', language: 'sv', school: '' },
  ...{ city: '', source: { fairId: null }, capturedAt: 0, demo: false },
};
const EIGHT = { minLength: 8, maxLength: 8 };
const idOf = (n: number) => testId<PersonId>(n + 1);
const numberOf = (id: PersonId): number => [0, 1, 2, 3].find((n) => idOf(n) === id) ?? -1;
const second = (_: PersonDetails, other: PersonDetails): PersonDetails => other;

describe('G-13: what was chosen of another goes with the other', () => {
  it('also in the order in which they were merged', () => {
    const captures = new Captures([{ phone: '+461' }, { phone: '+462' }, { phone: '+463' }]);
    captures.merge(0, 1, second);
    captures.merge(0, 2, second);
    expect(captures.details(0).phone).toBe('+463');
    captures.separate(1);
    expect(captures.details(0).phone).toBe('+463');
    captures.separate(2);
    expect(captures.details(0).phone).toBe('+461');
  });

  it('and what the one before had brought stands again, while that one stays', () => {
    const captures = new Captures([{ phone: '+461' }, { phone: '+462' }, { phone: '+463' }]);
    captures.merge(0, 1, second);
    captures.merge(0, 2, second);
    captures.separate(2);
    expect(captures.details(0).phone).toBe('+462');
  });

  it('wherever it came to: of three in a row the last one’s number leaves both others', () => {
    const captures = new Captures([{ phone: '+461' }, { phone: '+462' }, { phone: '+463' }]);
    captures.merge(1, 2, second);
    captures.merge(0, 1, second);
    expect([0, 1].map((n) => captures.details(n).phone)).toEqual(['+463', '+463']);
    captures.separate(2);
    expect([0, 1].map((n) => captures.details(n).phone)).toEqual(['+461', '+462']);
  });

  it('the postal address, too, whether there were two or one; and a prospect is one again', () => {
    for (const own of ['Here 1', '']) {
      const captures = new Captures([
        { postalAddress: own, kind: 'prospect' },
        { postalAddress: 'There 2', kind: 'candidate' },
      ]);
      captures.merge(0, 1, second);
      expect(captures.details(0)).toMatchObject({ postalAddress: 'There 2', kind: 'candidate' });
      captures.separate(1);
      expect(captures.details(0)).toMatchObject({ postalAddress: own, kind: 'prospect' });
      expect(captures.details(1)).toMatchObject({ postalAddress: 'There 2', kind: 'candidate' });
    }
  });

  it('what was changed by hand since stays', () => {
    const captures = new Captures([
      { phone: '+461', city: 'Lund' },
      { phone: '+462', city: 'Oslo' },
    ]);
    captures.merge(0, 1, second);
    captures.edit(0, { phone: '+469' });
    captures.separate(1);
    expect(captures.details(0)).toMatchObject({ phone: '+469', city: 'Lund' });
  });

  it('and what another had brought over a word by hand stays while that one does', () => {
    const captures = new Captures([{}, { postalAddress: 'There' }, { postalAddress: 'There' }]);
    captures.merge(0, 1, second);
    captures.edit(0, { postalAddress: 'By hand' });
    captures.merge(0, 2, second);
    captures.separate(1);
    expect(captures.details(0).postalAddress).toBe('There');
    captures.separate(2);
    expect(captures.details(0).postalAddress).toBe('By hand');
  });

  it('however they were merged and separated: once all stand alone, each is as captured, or as set by hand since', () => {
    const word = fc.constantFrom('', 'one', 'two', 'three');
    const captured = fc.record({
      kind: fc.constantFrom('candidate' as const, 'prospect' as const),
      ...{ givenName: word, familyName: word, email: word, phone: word, school: word, city: word },
      language: fc.constantFrom('sv' as const, 'nb' as const),
      postalAddress: word,
    });
    const who = fc.nat({ max: 3 });
    const step = fc.oneof(
      fc.record({ does: fc.constant('merge' as const), who, other: who, takes: fc.array(fc.boolean(), EIGHT) }),
      fc.record({ does: fc.constant('separate' as const), who }),
      fc.record({ does: fc.constant('edit' as const), who, field: fc.constantFrom('email', 'phone', 'postalAddress') }),
    );
    const steps = fc.array(step, { maxLength: 14 });
    fc.assert(
      fc.property(
        fc.array(captured, { minLength: 2, maxLength: 4 }),
        steps,
        fc.infiniteStream(who),
        (all, done, last) => {
          const captures = new Captures(all);
          const wanted = all.map((one) => ({ ...one }));
          for (const [n, one] of done.entries()) {
            if (one.who >= all.length) continue;
            if (one.does === 'separate') captures.separate(one.who);
            else if (one.does === 'edit') {
              const value = { [one.field]: `by hand ${n.toString()}` };
              Object.assign(wanted[captures.edit(one.who, value)] ?? {}, value);
            } else if (one.other < all.length) captures.merge(one.who, one.other, takesOf(one.takes));
          }
          for (const n of [...last.take(8), 0, 1, 2, 3]) if (n < all.length) captures.separate(n);
          for (const [n, one] of wanted.entries()) {
            const now = captures.details(n);
            expect(Object.fromEntries(SET_FIELDS.map((field) => [field, now[field]]))).toEqual(one);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

function takesOf(takes: readonly boolean[]) {
  return (first: PersonDetails, other: PersonDetails): PersonDetails => {
    const fields = [...CHOSEN_FIELDS, 'postalAddress'] as const;
    const taken = fields.map((field, n) => [field, takes[n] === true ? other[field] : first[field]] as const);
    return { ...first, ...Object.fromEntries(taken) };
  };
}
