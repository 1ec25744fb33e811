import type { Change, ChangeSet } from '../../shared/changes/change-set.js';

/**
 * A change set that was handed to the host and whose answer was lost. `unanswered`: it may stand in the journal or not,
 * and nothing is written before it was asked for again. `standing`: it was, it stands, and nobody has been told yet.
 */
export interface EarlierAttempt {
  readonly state: 'unanswered' | 'standing';
  readonly changeSet: ChangeSet;
  /** Change sets of the same action that were written before it. */
  readonly before: readonly ChangeSet[];
  /** Whether it was the last piece of its action. */
  readonly last: boolean;
}

/** What somebody asks for now, seen from an earlier attempt: the same once more, perhaps the same, or certainly not. */
export type Likeness = 'same' | 'perhaps' | 'another';

/** A request as far as it can be told from another one. */
export interface Wish {
  readonly action: string;
  readonly actionId: string;
  /** The caller draws the id once for each wish: then it alone decides. Otherwise every attempt has a new one. */
  readonly ownId: boolean;
  /** Asked for only when nothing else tells them apart. */
  changes(): Promise<readonly Change[]>;
}

/**
 * Whether a request is the earlier attempt once more. A form that is saved again plans the same with new ids, so the same
 * action counts as perhaps the same unless both are about records that were there before, and share none of them.
 */
export async function likenessTo({ changeSet, before }: EarlierAttempt, wish: Wish): Promise<Likeness> {
  if (changeSet.actionId === wish.actionId) return 'same';
  if (wish.ownId || changeSet.action !== wish.action) return 'another';
  const changes = await wish.changes();
  if (changes.length === 0) return 'perhaps'; // nothing is left to do: perhaps because it is done
  const earlier = subjectsOf([...before, changeSet].flatMap((written) => written.changes));
  const now = subjectsOf(changes);
  const shared = [...now].some((subject) => earlier.has(subject));
  return shared || (now.size === 0 && earlier.size === 0) ? 'perhaps' : 'another';
}

/** The records and dossiers that changes are about and do not make themselves. */
function subjectsOf(changes: readonly Change[]): ReadonlySet<string> {
  const made = new Set(changes.flatMap(({ kind, id }) => (kind === 'create' ? [id] : [])));
  const named = changes.flatMap(({ id, dossier }) => (dossier === null ? [id] : [id, dossier]));
  return new Set(named.filter((id) => !made.has(id)));
}
