import type { Json } from '../lib/json.js';
import type { ApplicationStatus } from '../records/application.js';
import type { Person } from '../records/person.js';
import type { ApplicationId, PersonId } from '../records/primitives.js';
import { isConsentValid, type Consent } from './capture-notice.js';

/** A record of a dossier, as far as it matters here to what it belongs. */
export interface OwnedRecord {
  readonly table: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/** Somebody of whom something is to be deleted permanently. */
export interface ErasureSubject<Owned extends OwnedRecord = OwnedRecord> {
  readonly personId: PersonId;
  readonly kind: Person['kind'];
  readonly databaseConsent: Consent | null;
  readonly applications: readonly { readonly id: ApplicationId; readonly status: ApplicationStatus }[];
  /** Everything in the dossier, person and applications among it. */
  readonly records: readonly Owned[];
}

export interface ErasureWish {
  /** Ticked in *Deleted applications*; of those that are no longer deleted nothing is erased. */
  readonly applications: ReadonlySet<ApplicationId>;
  /** Asked for and confirmed by itself: the person goes whatever is left (C23). */
  readonly everywhere: boolean;
  /** A calendar date, for the consent to be kept. */
  readonly today: string;
}

export const STAY_REASONS = ['other-applications', 'hired', 'cv-database', 'prospect'] as const;
/** Why the person stays (C23). */
export type StayReason = (typeof STAY_REASONS)[number];

export interface Erasure<Owned extends OwnedRecord = OwnedRecord> {
  /** The person goes, with everything. */
  readonly whole: boolean;
  readonly gone: readonly Owned[];
  readonly kept: readonly Owned[];
  /** What would keep the person, or does. */
  readonly because: readonly StayReason[];
}

/**
 * R16, C23: what goes when applications of one person are deleted permanently. Null when none of them is deleted any more:
 * somebody has restored them.
 */
export function planErasure<Owned extends OwnedRecord>(
  subject: ErasureSubject<Owned>,
  { applications, everywhere, today }: ErasureWish,
): Erasure<Owned> | null {
  const meant = subject.applications.filter(({ id, status }) => applications.has(id) && status === 'deleted');
  if (meant.length === 0 && !everywhere) return null;
  const because = reasonsToStay(subject, new Set(meant.map(({ id }) => id)), today);
  const whole = everywhere || because.length === 0;
  const gone = whole ? subject.records : ownedBy(subject.records, new Set(meant.map(({ id }) => id)));
  return { whole, gone, kept: subject.records.filter((record) => !gone.includes(record)), because };
}

function reasonsToStay(
  { applications, kind, databaseConsent }: ErasureSubject,
  meant: ReadonlySet<string>,
  today: string,
): readonly StayReason[] {
  // One that was moved stands in no list any more: alone, nobody would ever find it again.
  const others = applications.filter(({ id, status }) => !meant.has(id) && status !== 'moved');
  const stays: Record<StayReason, boolean> = {
    'other-applications': others.some(({ status }) => status !== 'hired'),
    hired: others.some(({ status }) => status === 'hired'),
    'cv-database': isConsentValid(databaseConsent, today),
    prospect: kind === 'prospect',
  };
  return STAY_REASONS.filter((reason) => stays[reason]);
}

/**
 * The applications and what belongs to them alone: records that name one of them, or name what goes with it, whatever their
 * table, so that one which is added later is not forgotten.
 */
function ownedBy<Owned extends OwnedRecord>(
  records: readonly Owned[],
  applications: ReadonlySet<string>,
): readonly Owned[] {
  const gone = new Set(applications);
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    for (const { table, id, fields } of records) {
      if (table === 'person' || table === 'application') continue;
      if (Object.values(fields).some((value) => typeof value === 'string' && gone.has(value))) gone.add(id);
    }
  }
  return records.filter(({ id }) => gone.has(id));
}
