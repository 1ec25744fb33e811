import type { Person, PersonEvent } from '../records/person.js';
import type { PersonId } from '../records/primitives.js';
import { postalAddressOf } from './postal-address.js';

/** What the recruiter chooses where two dossiers differ (G-13), in the order of the form. */
export const CHOSEN_FIELDS = ['givenName', 'familyName', 'email', 'phone', 'school', 'city', 'language'] as const;
export type ChosenField = (typeof CHOSEN_FIELDS)[number];
/** All that a merge sets in the dossier that stands for both. */
export const SET_FIELDS = [...CHOSEN_FIELDS, 'kind', 'postalAddress'] as const;
export type SetField = (typeof SET_FIELDS)[number];
export type SetDetails = Pick<Person, ChosenField | 'kind'> & { readonly postalAddress: string };

/** One dossier by itself: nothing of the others that are the same person's. */
export interface PersonDossier {
  readonly id: PersonId;
  readonly fields: Person;
  readonly events: readonly PersonEvent[];
}

type Choice = Extract<PersonEvent, { type: 'replaced' }>;
/** The merges that hold, by their events. */
type Holding = ReadonlySet<string>;

export function detailsIn({ fields, events }: Pick<PersonDossier, 'fields' | 'events'>): SetDetails {
  return { ...fields, postalAddress: postalAddressOf(events) };
}

export function mergesHolding(dossiers: readonly PersonDossier[]): Holding {
  const newest = dossiers.map(({ events }) => events.findLast((event) => event.type === 'merge'));
  return new Set(newest.flatMap((merge) => (merge === undefined || merge.into === null ? [] : [merge.id])));
}

/** The choice that stands in a field of a dossier; none where it was never set by a merge, or by hand since. */
export function choiceStanding(dossier: PersonDossier, field: SetField, holding: Holding): Choice | undefined {
  const newest = choicesIn(dossier, holding).findLast(({ chosen }) => chosen[field] !== undefined);
  return newest?.chosen[field] === detailsIn(dossier)[field] ? newest : undefined;
}

/**
 * What stands in a dossier once only the merges of `after` hold: the newest choice that is left of those made over the same
 * value, else that value. Only the fields that change: what was set by hand since stays.
 */
export function withoutChoices(dossier: PersonDossier, before: Holding, after: Holding): Readonly<Partial<SetDetails>> {
  const now = detailsIn(dossier);
  const [held, left] = [choicesIn(dossier, before), choicesIn(dossier, after)];
  const changed = SET_FIELDS.flatMap((field) => {
    const stands = held.findLast(({ chosen }) => chosen[field] === now[field]);
    const own = stands === undefined || left.includes(stands) ? undefined : stands.values[field];
    if (own === undefined) return [];
    const value = left.findLast(({ values }) => values[field] === own)?.chosen[field] ?? own;
    return value === now[field] ? [] : [[field, value] as const];
  });
  return Object.fromEntries(changed);
}

function choicesIn({ events }: PersonDossier, holding: Holding): readonly Choice[] {
  return events
    .filter((event) => event.type === 'replaced')
    .filter(({ merges }) => merges.every((id) => holding.has(id)));
}
