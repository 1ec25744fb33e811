import type { Instant } from '../../lib/time.js';
import type { FairId } from '../../records/primitives.js';

/** What the report needs of a person who was met. */
export interface MetPerson {
  /** Null: at no fair. */
  readonly fairId: FairId | null;
  readonly capturedAt: Instant;
  readonly applied: boolean;
  /** To an interview of any type. */
  readonly invited: boolean;
  readonly offered: boolean;
  readonly hired: boolean;
  /** When the first mail or letter left or the first interview began; null while none did. */
  readonly contactedAt: Instant | null;
}

export const STEPS = ['captured', 'applied', 'invited', 'offered', 'hired'] as const;
export type Step = (typeof STEPS)[number];

export interface FairRow {
  readonly fairId: FairId | null;
  /** People, each counted once at every step they came to. */
  readonly steps: Readonly<Record<Step, number>>;
  readonly contacted: number;
  /** Milliseconds from being met to the first contact, of those who were contacted; null without any. */
  readonly medianToContact: number | null;
}

/** What became of the people of each fair (beyond.md no. 15), the fair with most first. */
export function fairReport(people: Iterable<MetPerson>): readonly FairRow[] {
  const byFair = new Map<FairId | null, MetPerson[]>();
  for (const person of people) {
    const met = byFair.get(person.fairId) ?? [];
    met.push(person);
    byFair.set(person.fairId, met);
  }
  return [...byFair].map(([fairId, met]) => rowOf(fairId, met)).sort((a, b) => b.steps.captured - a.steps.captured);
}

function rowOf(fairId: FairId | null, met: readonly MetPerson[]): FairRow {
  const count = (step: Exclude<Step, 'captured'>): number => met.filter((person) => person[step]).length;
  // Whoever was written to before being captured here (a record made later) waited for nothing.
  const waits = met.flatMap(({ contactedAt, capturedAt }) =>
    contactedAt === null ? [] : [Math.max(0, contactedAt - capturedAt)],
  );
  return {
    fairId,
    steps: {
      captured: met.length,
      applied: count('applied'),
      invited: count('invited'),
      offered: count('offered'),
      hired: count('hired'),
    },
    contacted: waits.length,
    medianToContact: median(waits),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
