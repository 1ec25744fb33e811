import type { Change, ChangeSet, FoldChange } from '../../shared/changes/change-set.js';
import { joinStates } from '../../shared/changes/merge.js';
import { EMPTY_STATE, unpackState, valuesOf, type RecordState } from '../../shared/changes/record-state.js';
import type { KnownRecruiter } from '../../shared/domain/rights.js';
import { onlyAdds, refuseReceived, withoutForbiddenFolds } from '../../shared/domain/refuse-received.js';
import type { WriteAction, WriteFacts } from '../../shared/domain/refuse-write.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import { Recruiter } from '../../shared/records/recruiter.js';
import type { RefusalCode } from '../../shared/sync/protocol.js';
import type { MessageChannel } from '../../shared/records/message.js';
import { confusesSenders, type SendingHere } from './judge-hand-over.js';
import { recordKey, type KnownRecord } from './known-record.js';

/** Who sends: a laptop of one recruiter, one that everybody at a stand uses (null), or the server itself. */
export type Author = { readonly kind: 'laptop'; readonly recruiter: string | null } | { readonly kind: 'server' };

const ASKED: readonly string[] = ['recruiter', 'vacancy', 'mailTemplate'];

/**
 * Judges a change set by the rules of the laptop itself, with the server's own facts: a refusal, or what of it is taken. Records
 * that are put back as they stood are left out where the sender may not write them.
 */
export function judge(
  changeSet: ChangeSet,
  known: {
    readonly facts: WriteFacts;
    readonly states: ReadonlyMap<string, KnownRecord>;
    readonly isJoining: boolean;
    readonly sending: SendingHere | null;
  },
  author: Author,
): Result<readonly Change[], RefusalCode> {
  const { by, changes } = changeSet;
  const { facts, states } = known;
  if (author.kind === 'server') return success(changes);
  if (author.recruiter !== null && by !== null && by !== author.recruiter) return failure('sync/not-allowed');
  if (changeSet.action === 'join' && !known.isJoining) return failure('sync/joined-already');
  // An action that is not known here needs no right of its own; what it writes does.
  const write = { action: changeSet.action as WriteAction, by, changes };
  const refusal = refuseReceived(write, facts);
  if (refusal !== null) return failure(refusal);
  if (known.sending !== null && confusesSenders(changes, states, known.sending)) return failure('sync/not-handed-over');
  return success(withoutForbiddenFolds(write, facts, (fold) => addsTo(states.get(recordKey(fold))?.state, fold)));
}

function addsTo(known: RecordState | undefined, { table, state }: FoldChange): boolean {
  const after = joinStates(known ?? EMPTY_STATE, unpackState(state));
  if (after.erased) return false;
  if (known === undefined) return onlyAdds(table, null, valuesOf(after));
  // Nor does it put a value of its own beside one that stands.
  const isTorn = [...after.fields].some(
    ([field, { heads }]) => heads.size > (known.fields.get(field)?.heads.size ?? 1),
  );
  return !isTorn && onlyAdds(table, valuesOf(known), valuesOf(after));
}

/** Whether the rules may judge otherwise after this change. */
export function asksOf({ table }: { readonly table: string }): boolean {
  return ASKED.includes(table);
}

/** What the rules ask of the records, by `recordKey`, as they stand. */
export function factsOf(records: ReadonlyMap<string, KnownRecord>): WriteFacts {
  const recruiters = new Map<string, KnownRecruiter>();
  const departments = new Map<string, string>();
  for (const { table, id, state } of records.values()) {
    if (state.erased) continue;
    if (table === 'recruiter') {
      const read = Recruiter.safeParse(valuesOf(state));
      if (read.success) recruiters.set(id, read.data);
    } else if (table === 'vacancy' || table === 'mailTemplate') {
      const { department } = valuesOf(state);
      if (typeof department === 'string') departments.set(`${table} ${id}`, department);
    }
  }
  return {
    recruiters,
    departmentOf: (vacancy) => departments.get(`vacancy ${vacancy}`) ?? null,
    channelOf: (id) => channelIn(records.get(recordKey({ table: 'message', id }))),
    departmentOfTemplate: (template) => departments.get(`mailTemplate ${template}`) ?? '',
  };
}

function channelIn(message: KnownRecord | undefined): MessageChannel | null {
  const channel = message === undefined ? null : valuesOf(message.state)['channel'];
  return channel === 'email' || channel === 'sms' ? channel : null;
}
