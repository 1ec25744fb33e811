import type { Change } from '../../../shared/changes/change-set.js';
import type { Plan, PlannedChange, PlannedMessage, ProgressActionId } from '../../../shared/domain/progress-action.js';
import { sameJson } from '../../../shared/lib/json.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import { failure, type Failure } from '../../../shared/lib/result.js';
import { ApplicationIdSchema, type ApplicationId } from '../../../shared/records/primitives.js';
import type { CommitResult, Saved } from '../../data/commit.js';
import { isStoreDamage } from '../../data/discard-store.js';
import type { SessionCommit } from '../../data/session-commit.js';
import type { Session } from '../../data/session.js';

export type PlanOutcome =
  | { readonly kind: 'saved'; readonly saved: Saved; readonly plan: Plan }
  /** What was confirmed is not what would be done now: the plan must be looked at again. */
  | { readonly kind: 'changed'; readonly plan: Plan }
  /** `written` of them are saved nevertheless: a bulk is cut into several change sets, and an earlier one went through. */
  | {
      readonly kind: 'failed';
      readonly code: ErrorCode;
      readonly written: readonly ApplicationId[];
      readonly total: number;
      /** What can be taken back of it; null for nothing. */
      readonly saved: Saved | null;
    };

/**
 * Does what the person confirmed, and nothing else. The plan is made once more at this moment, so that the messages are
 * held from now on and undo is complete; if it comes out differently from the one shown, nothing is written.
 */
export async function commitPlan(
  session: Pick<Session, 'commit' | 'roster'>,
  action: ProgressActionId,
  shown: Plan,
  planNow: () => Plan,
): Promise<PlanOutcome> {
  const plan = planNow();
  if (!samePlan(shown, plan) || plan.problems.length > 0) return { kind: 'changed', plan };
  const answer = await commitOrDamage(session, { action, changes: allChanges(plan) });
  if (answer.ok) return { kind: 'saved', saved: answer.value, plan };
  if (answer.code === 'commit/stale') return { kind: 'changed', plan: planNow() };
  const { messages } = session.roster.current();
  const saved = 'written' in answer ? answer.written : null;
  const told = new Set(applicationsOf(saved?.changeSets.flatMap(({ changes }) => changes) ?? [])); // ids may be others
  const written = plan.included.filter(
    (planned) =>
      told.has(planned.applicationId) ||
      (planned.messages.length > 0 && planned.messages.every(({ id }) => messages.has(id))),
  );
  return {
    kind: 'failed',
    code: answer.code,
    written: written.map(({ applicationId }) => applicationId),
    total: plan.included.length,
    saved,
  };
}

function allChanges({ included, joint }: Plan): readonly Change[] {
  return [...(joint?.changes ?? []), ...included.flatMap(({ changes }) => changes)];
}

/** For whom something was done: a status, an interview, a mail of theirs. */
export function applicationsOf(changes: readonly Change[]): readonly ApplicationId[] {
  const ids = changes.flatMap((change) => {
    if (change.table === 'application') return [ApplicationIdSchema.parse(change.id)];
    if (change.kind !== 'create' || change.fields['applicationId'] === undefined) return [];
    return [ApplicationIdSchema.nullable().parse(change.fields['applicationId'])];
  });
  return [...new Set(ids)].filter((id) => id !== null);
}

/** A working store that breaks under the commit is an expected failure here: part of a bulk may be saved, and is named. */
async function commitOrDamage(
  session: Pick<Session, 'commit'>,
  request: SessionCommit,
): Promise<CommitResult | Failure<ErrorCode>> {
  try {
    return await session.commit(request);
  } catch (error) {
    if (isStoreDamage(error)) return failure('store/damaged');
    throw error;
  }
}

/** Whether two plans do the same to the same people: the same bytes to the same addresses, whatever their ids and times. */
export function samePlan(one: Plan, other: Plan): boolean {
  return (
    one.included.length === other.included.length &&
    one.excluded.length === other.excluded.length &&
    one.excluded.every((out, at) => {
      const same = other.excluded[at];
      return out.applicationId === same?.applicationId && out.reason === same.reason;
    }) &&
    sameWarnings(one.warnings, other.warnings) &&
    sameDeeds(one.joint ?? NOTHING, other.joint ?? NOTHING) &&
    one.included.every((planned, at) => {
      const same = other.included[at];
      return planned.applicationId === same?.applicationId && sameDeeds(planned, same);
    })
  );
}

type Deeds = Pick<PlannedChange, 'changes' | 'messages' | 'letter'>;
const NOTHING: Deeds = { changes: [], messages: [] };

function sameDeeds({ changes, messages, letter }: Deeds, other: Deeds): boolean {
  return (
    sameJson(letter?.letter.document ?? null, other.letter?.letter.document ?? null) &&
    sameChanges(changes, other.changes) &&
    messages.length === other.messages.length &&
    messages.every((message, place) => sameMessage(message, other.messages[place]))
  );
}

/** Whoever was rejected meanwhile, say, must be seen before they are written to. */
function sameWarnings(one: Plan['warnings'], other: Plan['warnings']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The same records are made and touched; what stands in them follows from the form, and the mails are compared whole. What
 * a plan makes has new ids each time, and is known by its place.
 */
function sameChanges(one: readonly Change[], other: readonly Change[]): boolean {
  const shape = (changes: readonly Change[]): string => {
    const made = changes.filter(({ kind }) => kind === 'create').map(({ id }) => id);
    return JSON.stringify(
      changes.map(({ kind, table, id }) => [kind, table, made.includes(id) ? made.indexOf(id) : id]),
    );
  };
  return shape(one) === shape(other);
}

function sameMessage({ message }: PlannedMessage, other: PlannedMessage | undefined): boolean {
  if (other === undefined) return false;
  const { from, to, subject, text, html, attachments } = other.message;
  return (
    JSON.stringify(message.attachments) === JSON.stringify(attachments) &&
    message.html === html &&
    message.text === text &&
    message.subject === subject &&
    message.to.address === to.address &&
    message.to.name === to.name &&
    message.from.address === from.address &&
    message.from.name === from.name
  );
}
