import type { Change, EventChange, Stamp } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { Person, PersonEvent } from '../records/person.js';
import type { PersonId } from '../records/primitives.js';
import { CONSENT_PURPOSES, newestConsent, type ConsentPurpose } from './capture-notice.js';
import { cleanAddress, noteAddress, postalAddressOf } from './postal-address.js';
import { recordConsent } from './record-consent.js';
import { singleLine } from './single-line.js';

/** What somebody may correct on the own page (C17). The email address is the user name, and stays. */
export const OWN_FIELDS = ['givenName', 'familyName', 'phone', 'school', 'city'] as const;
export type OwnField = (typeof OWN_FIELDS)[number];
export type OwnDetails = Readonly<Record<OwnField | 'postalAddress', string>>;

/** A person as the own page knows it: all that was noted, and which versions a new value replaces. */
export interface OwnRecord {
  readonly id: PersonId;
  readonly fields: Person;
  readonly events: readonly PersonEvent[];
  readonly replaces: (field: OwnField) => readonly Stamp[];
}

export interface OwnStamp {
  readonly at: Instant;
  readonly newId: () => string;
}

/**
 * What a person changed of what the page showed them, where it differs from what stands; nothing for the rest. What a recruiter wrote
 * meanwhile stays where the person left the field alone.
 * @param shown of a field that is not in it nobody knows what the page showed
 */
export function correctOwnDetails(
  record: OwnRecord,
  { details, shown }: { readonly details: OwnDetails; readonly shown: Partial<OwnDetails> },
  { at, newId }: OwnStamp,
): readonly Change[] {
  const { id, fields, events, replaces } = record;
  const isTouched = (field: OwnField): boolean =>
    shown[field] === undefined || singleLine(shown[field]) !== details[field];
  const touched = OWN_FIELDS.filter((field) => isTouched(field) && fields[field] !== details[field]);
  const set = touched.map((field): Change => {
    const [value, before] = [details[field], fields[field]];
    return { kind: 'set', table: 'person', id, dossier: id, field, value, before, replaces: [...replaces(field)] };
  });
  const { postalAddress } = details;
  const isLeft = shown.postalAddress !== undefined && cleanAddress(shown.postalAddress) === postalAddress;
  if (isLeft || postalAddress === postalAddressOf(events)) return set;
  return [...set, noteAddress(id, postalAddress, { id: newId(), at, by: null })];
}

/** A consent that stands is taken back by the person: the last word, whatever the clocks of laptops said. */
export function withdrawOwnConsent(
  { id, fields, events }: Pick<OwnRecord, 'id' | 'fields' | 'events'>,
  purpose: ConsentPurpose,
  { at, newId }: OwnStamp,
): readonly EventChange[] {
  const said = newestConsent(purpose, events);
  if (said?.given !== true) return [];
  const word = { personId: id, purpose, given: false, language: fields.language, until: null } as const;
  return [recordConsent(word, { id: newId(), at: Math.max(at, said.at), by: null })];
}

/** Which purposes a form may name. */
export function isConsentPurpose(typed: string): typed is ConsentPurpose {
  return CONSENT_PURPOSES.some((purpose) => purpose === typed);
}

/** That everything be deleted: asked once, however often the button is pressed. */
export function askErasure(
  { id, events }: Pick<OwnRecord, 'id' | 'events'>,
  { at, newId }: OwnStamp,
): readonly EventChange[] {
  if (erasureAskedAt(events) !== null) return [];
  const event = { id: newId(), type: 'erasure-asked', at, by: null };
  return [{ kind: 'event', table: 'person', id, dossier: id, event }];
}

/** Since when somebody waits for being deleted; null where nothing was asked. */
export function erasureAskedAt(events: readonly PersonEvent[]): Instant | null {
  return events.find((event) => event.type === 'erasure-asked')?.at ?? null;
}
