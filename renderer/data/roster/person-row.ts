import { consentTo, longestConsent, newestConsent, type Consent } from '../../../shared/domain/capture-notice.js';
import { retentionEvents } from '../../../shared/domain/keep-marks.js';
import { mergedInto, notSameAs } from '../../../shared/domain/merged-people.js';
import { erasureAskedAt } from '../../../shared/domain/own-page.js';
import { postalAddressOf } from '../../../shared/domain/postal-address.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { StoredRecord } from '../read-record.js';
import type { PersonRow } from './rows.js';

/** A dossier's person by itself, with what is needed to see several dossiers as one person. */
export interface DossierPerson extends PersonRow {
  /** G-13: in whose dossier it was said to belong. */
  readonly mergedInto: PersonId | null;
  readonly fairConsent: Consent | null;
  /** When something was said last, given or withdrawn; 0 where nothing ever was. */
  readonly saidAt: { readonly fair: Instant; readonly database: Instant; readonly address: Instant };
}

export function personRow(
  id: PersonId,
  { fields, events }: StoredRecord<'person'>,
  cvIds: readonly string[],
): DossierPerson {
  const { source, ...own } = fields;
  const { givenName, familyName, school, city, email, phone } = own;
  const fairConsent = consentTo('this-fair', events);
  const databaseConsent = consentTo('cv-database', events);
  return {
    ...own,
    id,
    fairId: source.fairId,
    postalAddress: postalAddressOf(events),
    consent: longestConsent([fairConsent, databaseConsent]),
    fairConsent,
    databaseConsent,
    retention: retentionEvents(events),
    search: foldText(`${givenName} ${familyName} ${school} ${city} ${email} ${phone}`),
    cvIds,
    hasCv: cvIds.length > 0,
    notSame: notSameAs(events),
    mergedInto: mergedInto(events),
    erasureAskedAt: erasureAskedAt(events),
    merged: [],
    saidAt: {
      fair: newestConsent('this-fair', events)?.at ?? 0,
      database: newestConsent('cv-database', events)?.at ?? 0,
      address: events.findLast((event) => event.type === 'postal-address')?.at ?? 0,
    },
  };
}

/**
 * G-13: one person of several dossiers, as lists show them. Name and contact are those of the one that stands for the others,
 * CVs are those of all, and of each purpose the newest word counts, in whichever of them it was noted.
 */
export function joinPeople(survivor: DossierPerson, others: readonly DossierPerson[]): PersonRow {
  const all = [survivor, ...others];
  const newest = (what: keyof DossierPerson['saidAt']): DossierPerson =>
    all.reduce((latest, one) => (one.saidAt[what] > latest.saidAt[what] ? one : latest));
  const consentNow = (what: 'fair' | 'database', of: (one: DossierPerson) => Consent | null): Consent | null => {
    const at = newest(what).saidAt[what];
    const last = all.filter(({ saidAt }) => saidAt[what] === at).map(of);
    return last.includes(null) ? null : longestConsent(last); // of one moment a withdrawal is the later word
  };
  const fairConsent = consentNow('fair', (one) => one.fairConsent);
  const databaseConsent = consentNow('database', (one) => one.databaseConsent);
  const cvIds = all.flatMap((one) => one.cvIds);
  return {
    ...survivor,
    postalAddress: newest('address').postalAddress,
    consent: longestConsent([fairConsent, databaseConsent]),
    databaseConsent,
    retention: all.flatMap(({ retention }) => retention),
    cvIds,
    hasCv: cvIds.length > 0,
    search: all.map(({ search }) => search).join(' '),
    notSame: all.flatMap(({ notSame }) => notSame),
    erasureAskedAt: all.find((one) => one.erasureAskedAt !== null)?.erasureAskedAt ?? null,
    merged: others,
  };
}
