import { z } from 'zod';
import type { Json } from '../lib/json.js';
import { JsonValue } from './json-value.js';

/**
 * The unit of everything that happens: one action of one person, whole or not at all. It is what the journal stores,
 * what history shows, what undo inverts and what laptops exchange.
 */
export interface ChangeSet {
  /** Version of this format. */
  readonly v: 1;
  /** The laptop it was made on; (device, n) is its identity, n contiguous from 1. */
  readonly device: string;
  readonly n: number;
  /** Hybrid logical clock; one for all its changes. */
  readonly stamp: Stamp;
  /** Wall time in UTC milliseconds, for people. Never decides anything. */
  readonly at: number;
  /** Who was working; null before the first recruiter exists. */
  readonly by: string | null;
  /** One action cut into several change sets (at most 500 applications each) keeps one id. */
  readonly actionId: string;
  /** What the person did, as a literal: `capture`, `send-email`, `undo`. */
  readonly action: string;
  readonly changes: readonly Change[];
}

/** Fixed width, so that text order is time order: `<48-bit ms, hex>-<16-bit counter, hex>-<device>`. */
export type Stamp = string;

/** Where a change belongs: a record of a table, in a dossier or in none. */
interface Target {
  readonly table: string;
  readonly id: string;
  readonly dossier: string | null;
}

export interface CreateChange extends Target {
  readonly kind: 'create';
  readonly fields: Readonly<Record<string, Json>>;
}

export interface SetChange extends Target {
  readonly kind: 'set';
  readonly field: string;
  readonly value: Json;
  /** What the person saw before, for history and undo. */
  readonly before: Json;
  /** The versions this one supersedes: causality, whatever the clocks say. More than one settles a conflict. */
  readonly replaces: readonly Stamp[];
}

export interface AddChange extends Target {
  readonly kind: 'add';
  readonly field: string;
  readonly element: string;
}

export interface RemoveChange extends Target {
  readonly kind: 'remove';
  readonly field: string;
  readonly element: string;
  /** The additions the person saw; one made elsewhere meanwhile survives. */
  readonly replaces: readonly Stamp[];
}

export interface EventChange extends Target {
  readonly kind: 'event';
  readonly event: RecordEvent;
}

/** Append-only: status actions, ratings, notes, deliveries. */
export type RecordEvent = { readonly id: string; readonly type: string } & { readonly [key: string]: Json };

export interface RetractChange extends Target {
  readonly kind: 'retract';
  readonly event: string;
}

/** Beats every edit, earlier or later. With `whole: true` the dossier itself goes, and its key with it. */
export interface EraseChange extends Target {
  readonly kind: 'erase';
  readonly whole: boolean;
  /**
   * R16: nothing on this laptop may open again what stood there. Where the dossier stays, the change set carries every other
   * record of it as a `fold`: whatever was written about it before is unreadable from then on (docs/adr/0019).
   */
  readonly forgets?: true | undefined;
}

/** A record as it stands, stamps included: snapshots and repairs. Merging it twice changes nothing. */
export interface FoldChange extends Target {
  readonly kind: 'fold';
  readonly state: PackedState;
}

export type Change =
  CreateChange | SetChange | AddChange | RemoveChange | EventChange | RetractChange | EraseChange | FoldChange;

/** `RecordState` as it is stored; see `record-state.ts`. */
export interface PackedState {
  readonly created: Stamp | null;
  /** Fields that nothing touched since `created`. */
  readonly values: Readonly<Record<string, Json>>;
  readonly fields: Readonly<Record<string, PackedRegister>>;
  readonly sets: Readonly<Record<string, Readonly<Record<string, PackedRegister>>>>;
  readonly events: Readonly<Record<string, { readonly stamp: Stamp; readonly event: RecordEvent }>>;
  readonly retracted: readonly string[];
  readonly erased: boolean;
}

export interface PackedRegister {
  readonly heads: readonly { readonly stamp: Stamp; readonly value: Json }[];
  readonly past: readonly Stamp[];
}

const Values = z.record(z.string(), JsonValue);
export const StampSchema = z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}$/);
const Key = z.string().min(1).max(64);
const target = { table: Key, id: Key, dossier: Key.nullable() };
const Replaces = z.array(StampSchema).max(64);
const EventSchema: z.ZodType<RecordEvent> = z.looseObject({ id: Key, type: Key }) as unknown as z.ZodType<RecordEvent>;
const Register = z.object({
  heads: z.array(z.object({ stamp: StampSchema, value: JsonValue })),
  past: z.array(StampSchema),
});
const Packed: z.ZodType<PackedState> = z.object({
  created: StampSchema.nullable(),
  values: Values,
  fields: z.record(z.string(), Register),
  sets: z.record(z.string(), z.record(z.string(), Register)),
  events: z.record(z.string(), z.object({ stamp: StampSchema, event: EventSchema })),
  retracted: z.array(Key),
  erased: z.boolean(),
});

export const ChangeSchema: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create'), ...target, fields: Values }),
  z.object({ kind: z.literal('set'), ...target, field: Key, value: JsonValue, before: JsonValue, replaces: Replaces }),
  z.object({ kind: z.literal('add'), ...target, field: Key, element: z.string() }),
  z.object({ kind: z.literal('remove'), ...target, field: Key, element: z.string(), replaces: Replaces }),
  z.object({ kind: z.literal('event'), ...target, event: EventSchema }),
  z.object({ kind: z.literal('retract'), ...target, event: Key }),
  z.object({ kind: z.literal('erase'), ...target, whole: z.boolean(), forgets: z.literal(true).optional() }),
  z.object({ kind: z.literal('fold'), ...target, state: Packed }),
]);

/** One stamp names one version of a field: two under the same stamp could not be told apart, nor merged. */
function writesEachFieldOnce({ stamp, changes }: Pick<ChangeSet, 'stamp' | 'changes'>): boolean {
  const written = new Set<string>();
  for (const change of changes) {
    if (change.kind !== 'set') continue;
    const field = `${change.id} ${change.field}`;
    if (written.has(field) || change.replaces.includes(stamp)) return false;
    written.add(field);
  }
  return true;
}

/** Structure only: what a table's fields may hold is said by `shared/records`. */
export const ChangeSetSchema: z.ZodType<ChangeSet> = z
  .object({
    v: z.literal(1),
    device: z.string().regex(/^[0-9a-f]{16}$/),
    n: z.int().positive(),
    stamp: StampSchema,
    at: z.int().nonnegative(),
    by: Key.nullable(),
    actionId: Key,
    action: Key,
    changes: z.array(ChangeSchema).min(1).max(20_000),
  })
  .refine(writesEachFieldOnce, 'a change set writes a field once, and replaces only what was there before it');
