import type { Change, RecordEvent } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { Person, PersonEvent } from '../records/person.js';
import type { PersonId, RecruiterId } from '../records/primitives.js';
import type { PersonalDetails } from './anonymise.js';
import {
  choiceStanding,
  detailsIn,
  mergesHolding,
  SET_FIELDS,
  withoutChoices,
  type ChosenField,
  type PersonDossier,
  type SetDetails,
  type SetField,
} from './chosen-details.js';
import { joinEvents, mergedInto } from './merged-people.js';
import { noteAddress, postalAddressOf } from './postal-address.js';

export type PersonDetails = Pick<Person, ChosenField> & { readonly postalAddress: string };
/** All dossiers of a person, the one that stands for the others first. */
export type WholePerson = readonly [PersonDossier, ...PersonDossier[]];

/** One of two dossiers that are found to be one person's. */
export interface MergingPerson extends PersonDetails {
  readonly id: PersonId;
  readonly kind: Person['kind'];
  readonly capturedAt: Instant;
}

export interface MergeStamp {
  readonly at: Instant;
  readonly by: RecruiterId | null;
  readonly newId: () => string;
}

export interface MergePlan {
  /** What is to be set in which dossier. */
  readonly sets: readonly { readonly id: PersonId; readonly details: Partial<Pick<Person, ChosenField | 'kind'>> }[];
  readonly changes: readonly Change[];
}

/** The one that was captured first stands for both, so that two laptops merge the same two the same way round. */
export function firstCaptured<One extends Pick<MergingPerson, 'id' | 'capturedAt'>>(
  one: One,
  other: One,
): readonly [One, One] {
  const isFirst = one.capturedAt - other.capturedAt || (one.id < other.id ? -1 : 1);
  return isFirst < 0 ? [one, other] : [other, one];
}

/** What is proposed: what was said last, where anything was said. */
export function proposedDetails(first: PersonDetails, second: PersonDetails): PersonDetails {
  const newer = <Field extends keyof PersonDetails>(field: Field): PersonDetails[Field] =>
    second[field] === '' ? first[field] : second[field];
  return {
    givenName: newer('givenName'),
    familyName: newer('familyName'),
    email: newer('email'),
    phone: newer('phone'),
    school: newer('school'),
    city: newer('city'),
    language: newer('language'),
    postalAddress: newer('postalAddress'),
  };
}

/**
 * G-13: from here on two dossiers are one person's. Nothing is copied and nothing moved: the second says whose it is, and what
 * was chosen is set in the first; what stood there by itself is noted (docs/adr/0027).
 */
export function planMerge(
  first: WholePerson,
  second: WholePerson,
  chosen: PersonDetails,
  stamp: MergeStamp,
): MergePlan {
  const { at, by, newId } = stamp;
  const [[survivor], [merged]] = [first, second];
  const holding = mergesHolding([...first, ...second]);
  const [own, other] = [detailsIn(survivor), detailsIn(merged)];
  const wanted: SetDetails = { ...chosen, kind: own.kind === other.kind ? own.kind : 'candidate' };
  const link = { id: newId(), at, by, type: 'merge', into: survivor.id };
  // Of two addresses the newest holds, wherever it was noted: the chosen one is noted once more.
  const address = [first, second].some((person) => addressOf(person) !== wanted.postalAddress);
  const different = SET_FIELDS.filter((field) => (field === 'postalAddress' ? address : wanted[field] !== own[field]));
  // A choice hangs on every merge it came through: C's number, chosen for B, then for A, goes with C and with B.
  const cameThrough = (field: SetField): string => {
    const choice = wanted[field] === other[field] ? choiceStanding(merged, field, holding) : undefined;
    return [link.id, ...(choice?.merges ?? [])].join(' ');
  };
  const replaced = [...new Set(different.map(cameThrough))].map((merges) => {
    const fields = different.filter((field) => cameThrough(field) === merges);
    return noted(survivor.id, {
      ...{ id: newId(), at, by, type: 'replaced', merged: merged.id, merges: merges.split(' ') },
      values: valuesOf(fields, (field) => choiceStanding(survivor, field, holding)?.values[field] ?? own[field]),
      chosen: valuesOf(fields, (field) => wanted[field]),
    });
  });
  const { sets, changes } = written(
    survivor.id,
    valuesOf(different, (field) => wanted[field]),
    stamp,
  );
  return { sets, changes: [noted(merged.id, link), ...replaced, ...changes] };
}

/** G-13: they are two after all, and are not asked about again. What was chosen of the other goes, unless it was changed since. */
export function planSeparation(person: WholePerson, merged: PersonDossier, stamp: MergeStamp): MergePlan {
  const { at, by, newId } = stamp;
  const before = mergesHolding(person);
  const after = mergesHolding(person.filter(({ id }) => id !== merged.id));
  const plans = person.map((one) => written(one.id, withoutChoices(one, before, after), stamp));
  const standsFor = new Set([person[0].id, mergedInto(merged.events) ?? person[0].id]);
  return {
    sets: plans.flatMap(({ sets }) => sets),
    changes: [
      noted(merged.id, { id: newId(), at, by, type: 'merge', into: null }),
      ...[...standsFor].map((id) => dismissDuplicate(id, merged.id, stamp)),
      ...plans.flatMap(({ changes }) => changes),
    ],
  };
}

/** A postal address is noted, the other details are set. */
function written(
  id: PersonId,
  { postalAddress, ...details }: Readonly<Partial<SetDetails>>,
  { at, by, newId }: MergeStamp,
): MergePlan {
  return {
    sets: Object.keys(details).length === 0 ? [] : [{ id, details }],
    changes: postalAddress === undefined ? [] : [noteAddress(id, postalAddress, { id: newId(), at, by })],
  };
}

function valuesOf(fields: readonly SetField[], of: (field: SetField) => string): Partial<SetDetails> {
  return Object.fromEntries(fields.map((field) => [field, of(field)] as const));
}

function addressOf(person: WholePerson): string {
  return postalAddressOf(joinEvents(person.map(({ events }) => events)));
}

/** What the person was called and reached by before, in whichever dossier: nobody who may not know them may be told it. */
export function formerDetails(
  person: { readonly fields: PersonalDetails; readonly events: readonly PersonEvent[] },
  merged: readonly { readonly fields: PersonalDetails }[],
): readonly PersonalDetails[] {
  const replaced = person.events.flatMap((event) => {
    if (event.type !== 'replaced') return [];
    const { givenName, familyName, email, phone, school, city } = event.values;
    const { fields } = person;
    return {
      givenName: givenName ?? fields.givenName,
      familyName: familyName ?? fields.familyName,
      email: email ?? fields.email,
      phone: phone ?? fields.phone,
      school: school ?? fields.school,
      city: city ?? fields.city,
    };
  });
  return [...merged.map(({ fields }) => fields), ...replaced];
}

/** G-13: somebody looked, and they are two. It is noted with the one that was captured first. */
export function dismissDuplicate(first: PersonId, second: PersonId, { at, by, newId }: MergeStamp): Change {
  return noted(first, { id: newId(), at, by, type: 'not-same', other: second });
}

function noted(id: PersonId, event: RecordEvent): Change {
  return { kind: 'event', table: 'person', id, dossier: id, event };
}
