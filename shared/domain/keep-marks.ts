import type { EventChange } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { PersonEvent, RetentionEvent } from '../records/person.js';
import type { PersonId, RecruiterId } from '../records/primitives.js';

type Kept = Extract<RetentionEvent, { type: 'kept-longer' }>;
export type LegalHold = Extract<RetentionEvent, { type: 'legal-hold' }>;

/** What was said about keeping somebody, from all of the person's dossiers. */
export interface KeepMarks {
  /** What lasts longest counts, whoever said it last. */
  readonly keptLonger: Kept | null;
  /** Those that nobody has ended: while one stands, nothing is deleted. */
  readonly holds: readonly LegalHold[];
  /** When each day of deletion was announced last, while no hold was ended since. */
  readonly announced: ReadonlyMap<string, Instant>;
}

/** Of a person's events those that decide when the details go. */
export function retentionEvents(events: readonly PersonEvent[]): readonly RetentionEvent[] {
  return events.filter((event): event is RetentionEvent => TYPES.has(event.type));
}

const TYPES: ReadonlySet<PersonEvent['type']> = new Set<RetentionEvent['type']>([
  'deletion-announced',
  'kept-longer',
  'legal-hold',
  'legal-hold-ended',
]);

const NOTHING_SAID: KeepMarks = { keptLonger: null, holds: [], announced: new Map() };

export function foldKeepMarks(events: readonly RetentionEvent[]): KeepMarks {
  if (events.length === 0) return NOTHING_SAID;
  const ended = events.filter((event) => event.type === 'legal-hold-ended');
  const over = new Set(ended.flatMap(({ holds }) => holds));
  const freedAt = Math.max(0, ...ended.map(({ at }) => at));
  let keptLonger: Kept | null = null;
  const announced = new Map<string, Instant>();
  for (const event of events) {
    if (event.type === 'kept-longer' && (keptLonger === null || event.until > keptLonger.until)) keptLonger = event;
    if (event.type !== 'deletion-announced' || event.at <= freedAt) continue;
    announced.set(event.due, Math.max(event.at, announced.get(event.due) ?? 0));
  }
  const holds = events.filter((event) => event.type === 'legal-hold').filter(({ id }) => !over.has(id));
  return { keptLonger, holds, announced };
}

interface Stamp {
  readonly id: string;
  readonly at: Instant;
  /** Null for the rule itself. */
  readonly by: RecruiterId | null;
}

/** Without whoever said it, and when. */
type Said<Event = RetentionEvent> = Event extends RetentionEvent ? Omit<Event, 'id' | 'at' | 'by'> : never;

/** Notes in a person's dossier what was said about keeping it. */
export function noteKeeping(personId: PersonId, said: Said, stamp: Stamp): EventChange {
  const event = { ...stamp, ...said };
  return { kind: 'event', table: 'person', id: personId, dossier: personId, event };
}
