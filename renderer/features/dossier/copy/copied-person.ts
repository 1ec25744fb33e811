import { reviewerName } from '../../../../shared/domain/panel-rating.js';
import { foldDeliveries } from '../../../../shared/domain/message-state.js';
import type { Language } from '../../../../shared/records/primitives.js';
import type { PersonExport } from '../../../../shared/records/person-export.js';
import type { PersonRecords } from '../../../data/export/person-records.js';
import type { StoredReview } from '../../../data/roster/rows.js';
import type { Wording } from '../activity-wording.js';

/** A file of the dossier as it lies in the ZIP; without its bytes where they are damaged. */
export interface CopiedFile {
  readonly documentId: string;
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** All that a copy is made of. */
export interface CopiedPerson extends Wording {
  readonly dossiers: readonly PersonRecords[];
  /** The requests to panels about any of their applications. */
  readonly reviews: readonly StoredReview[];
  readonly files: readonly CopiedFile[];
  readonly now: number;
  readonly today: string;
  /** Of the organisation, or what stands for it before it has a name. */
  readonly organisation: string;
  /** Words of a language, for a notice that was read in another one. */
  readonly wordsOf: (language: Language) => Wording['t'];
}

export type Recipient = PersonExport['recipients'][number];

/**
 * Who outside the organisation was given details, and when: those whom an application was forwarded to, unless the mail never left,
 * and reviewers from outside. They are named, as the law wants it (GDPR article 15.1 c).
 */
export function recipientsOf({ dossiers, reviews }: Pick<CopiedPerson, 'dossiers' | 'reviews'>): readonly Recipient[] {
  const forwarded = dossiers
    .flatMap(({ dossier }) => dossier.messages)
    .filter(({ fields, events }) => {
      const { state } = foldDeliveries(fields.queuedAt, events);
      return fields.purpose === 'forward' && (state === 'sent' || state === 'uncertain');
    })
    .map(({ fields: { queuedAt: at, to } }) => ({ at, purpose: 'forward' as const, ...to }));
  const asked = reviews.flatMap(({ requestedAt: at, reviewers }) =>
    reviewers
      .filter(({ recruiterId }) => recruiterId === null)
      .map((reviewer) => ({
        at,
        purpose: 'panel-review' as const,
        name: reviewerName(reviewer),
        address: reviewer.address,
      })),
  );
  return [...forwarded, ...asked].sort((a, b) => a.at - b.at);
}

/** The reviewers by their ids: the same number for the same one in the whole copy, and never a name. */
export function reviewerWords({ reviews, t, organisation }: CopiedPerson): ReadonlyMap<string, string> {
  const all = reviews.flatMap(({ reviewers }) => reviewers);
  return new Map(
    all.map(({ id, recruiterId }, at) => [
      id,
      recruiterId === null
        ? t('data.copy.reviewerOutside', { number: at + 1, organisation })
        : t('data.copy.reviewer', { number: at + 1 }),
    ]),
  );
}
