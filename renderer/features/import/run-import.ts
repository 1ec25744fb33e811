import type { FiledRow, ImportPlan, LeftOutReason } from '../../../shared/domain/import/plan-import.js';
import type { ImportRow } from '../../../shared/domain/import/import-table.js';
import type { ErrorCode } from '../../../shared/i18n/error-words.js';
import { failure, type Failure } from '../../../shared/lib/result.js';
import type { CommitResult, Saved } from '../../data/commit.js';
import { isStoreDamage } from '../../data/discard-store.js';
import type { SessionCommit } from '../../data/session-commit.js';
import type { Session } from '../../data/session.js';

/** A row that is not filed, and why: also because the import was stopped or broke off before it. */
export interface NotFiled {
  readonly row: ImportRow;
  readonly reasons: readonly (LeftOutReason | { readonly code: 'not-begun' })[];
}

export interface ImportOutcome {
  /** Null when nothing was written. */
  readonly saved: Saved | null;
  readonly filed: readonly FiledRow[];
  readonly added: ImportPlan['added'];
  readonly notFiled: readonly NotFiled[];
  /** Null when it was not broken off by a failure. */
  readonly code: ErrorCode | null;
}

/**
 * Files what the plan says, as one action, a few hundred people at a time; between these `goOn` is told how many are filed and
 * whether to stop. Every row of the plan is in the outcome, in one of its lists.
 */
export async function runImport(
  session: Pick<Session, 'commit'>,
  plan: ImportPlan,
  actionId: string,
  goOn: (share: number) => boolean,
): Promise<ImportOutcome> {
  const changes = [...plan.filed, ...plan.added].flatMap((row) => row.changes);
  const answer = await commitOrDamage(session, {
    action: 'import',
    actionId,
    changes,
    goOn: (written, total) => goOn(written / total),
  });
  const saved = answer.ok ? answer.value : 'written' in answer ? (answer.written ?? null) : null;
  const written = dossiersOf(saved);
  const filed = plan.filed.filter(({ personId }) => written.has(personId));
  const added = plan.added.filter(({ person }) => written.has(person.id));
  const rest: readonly { readonly row: ImportRow }[] = [
    ...plan.filed.filter((row) => !filed.includes(row)),
    ...plan.added.filter((row) => !added.includes(row)),
  ];
  const notFiled: readonly NotFiled[] = [
    ...plan.leftOut,
    ...rest.map(({ row }) => ({ row, reasons: [{ code: 'not-begun' } as const] })),
  ];
  return {
    saved,
    filed,
    added,
    notFiled: [...notFiled].sort((one, other) => one.row.number - other.row.number),
    code: answer.ok ? null : answer.code,
  };
}

function dossiersOf(saved: Saved | null): ReadonlySet<string> {
  const changes = (saved?.changeSets ?? []).flatMap((changeSet) => changeSet.changes);
  return new Set(changes.flatMap(({ dossier }) => dossier ?? []));
}

/** A working store that breaks under it is an expected failure here: what is saved by then is named. */
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
