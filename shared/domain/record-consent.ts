import type { EventChange } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { Language, PersonId, RecruiterId } from '../records/primitives.js';
import { NOTICE_VERSION, type ConsentPurpose } from './capture-notice.js';

/** What a person says about one purpose. */
export interface ConsentWord {
  readonly personId: PersonId;
  readonly purpose: ConsentPurpose;
  /** False where it is withdrawn. */
  readonly given: boolean;
  /** Of the notice that was shown. */
  readonly language: Language;
  /** Calendar date until which it counts; null for a withdrawal. */
  readonly until: string | null;
}

/** beyond.md no. 10: a person's word at any later time, with who heard it. The newest of a purpose counts. */
export function recordConsent(
  { personId, ...word }: ConsentWord,
  stamp: { readonly id: string; readonly at: Instant; readonly by: RecruiterId | null },
): EventChange {
  const event = { ...stamp, type: 'consent', noticeVersion: NOTICE_VERSION, ...word };
  return { kind: 'event', table: 'person', id: personId, dossier: personId, event };
}
