import type { Change, RecordEvent } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { Person, PersonEvent } from '../records/person.js';
import type { PersonId, RecruiterId } from '../records/primitives.js';
import type { PersonalDetails } from './anonymise.js';
import { noteAddress } from './postal-address.js';

/** What the recruiter chooses where two dossiers differ (G-13), in the order of the form. */
export const CHOSEN_FIELDS = ['givenName', 'familyName', 'email', 'phone', 'school', 'city', 'language'] as const;
export type ChosenField = (typeof CHOSEN_FIELDS)[number];
export type PersonDetails = Pick<Person, ChosenField> & { readonly postalAddress: string };

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
  /** What is to be set in the dossier that stands for both. */
  readonly details: Partial<Pick<Person, ChosenField | 'kind'>>;
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
 * G-13: from here on two dossiers are one person's. Nothing is copied and nothing moved: `merged` says whose it is, and what
 * was chosen is set in the other; what stood there before is noted (docs/adr/0027).
 */
export function planMerge(
  survivor: MergingPerson,
  merged: MergingPerson,
  chosen: PersonDetails,
  { at, by, newId }: MergeStamp,
): MergePlan {
  const different = CHOSEN_FIELDS.filter((field) => chosen[field] !== survivor[field]);
  const details = Object.fromEntries(different.map((field) => [field, chosen[field]]));
  const before = Object.fromEntries(different.map((field) => [field, survivor[field]]));
  const stamp = { at, by };
  const address = [survivor, merged].some(({ postalAddress }) => postalAddress !== chosen.postalAddress);
  return {
    details: { ...details, ...(survivor.kind === merged.kind ? {} : { kind: 'candidate' as const }) },
    changes: [
      noted(merged.id, { id: newId(), ...stamp, type: 'merge', into: survivor.id }),
      ...(different.length === 0
        ? []
        : [noted(survivor.id, { id: newId(), ...stamp, type: 'replaced', merged: merged.id, values: before })]),
      // Of two addresses the newest holds, wherever it was noted: the chosen one is noted once more.
      ...(address ? [noteAddress(survivor.id, chosen.postalAddress, { id: newId(), ...stamp })] : []),
    ],
  };
}

/** G-13: they are two after all, and are not asked about again. What was chosen of the other goes back, unless it was changed since. */
export function planSeparation(
  survivor: PersonDetails & { readonly id: PersonId; readonly events: readonly PersonEvent[] },
  merged: PersonDetails & { readonly id: PersonId },
  stamp: MergeStamp,
): MergePlan {
  const { at, by, newId } = stamp;
  const before = survivor.events.findLast((event) => event.type === 'replaced' && event.merged === merged.id);
  const values = before?.type === 'replaced' ? before.values : {};
  const back = CHOSEN_FIELDS.filter((field) => values[field] !== undefined && survivor[field] === merged[field]);
  return {
    details: Object.fromEntries(back.map((field) => [field, values[field]])),
    changes: [
      noted(merged.id, { id: newId(), at, by, type: 'merge', into: null }),
      dismissDuplicate(survivor.id, merged.id, stamp),
    ],
  };
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
