import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetChange } from '../../../shared/changes/change-set.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { failure, success } from '../../../shared/lib/result.js';
import type { ApplicationEvent } from '../../../shared/records/application.js';
import { RecruiterIdSchema } from '../../../shared/records/primitives.js';
import type { CommitResult } from '../../data/commit.js';
import type { StampedValue } from '../../data/roster/field-conflicts.js';
import type { Session } from '../../data/session.js';
import { useSession } from '../../data/use-session.js';
import { showToast, type UndoAnswer } from '../../state/ui-store.js';
import type { Question } from './open-conflicts.js';

type FieldQuestion = Extract<Question, { kind: 'field' }>;
type StatusQuestion = Extract<Question, { kind: 'status' }>;

/** Decides what two laptops said differently. Each decision can be taken back, and the conflict is there again. */
export function useSettle() {
  const { t } = useTranslation();
  const session = useSession();
  const [saving, setSaving] = useState(false);
  const tell = async (
    committed: Promise<CommitResult>,
    text: string,
    undo: (saved: Extract<CommitResult, { ok: true }>['value']) => Promise<UndoAnswer>,
  ): Promise<void> => {
    setSaving(true);
    const saved = await committed;
    setSaving(false);
    if (saved.ok) showToast({ text, undo: () => undo(saved.value) });
    else showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
  return {
    saving,
    /** One value for all of them. */
    choose: (question: FieldQuestion, chosen: StampedValue): Promise<void> =>
      tell(settleField(session, question, chosen), t('sync.settled', { field: t(question.look.word) }), (saved) =>
        putBack(session, question, chosen, saved.changeSets[0]?.stamp ?? ''),
      ),
    /** The step that stands is right. */
    keep: (question: StatusQuestion): Promise<void> =>
      tell(settleStatus(session, question), t('sync.settled', { field: t('dossier.vacancyStatus') }), (saved) =>
        session.undo(saved),
      ),
  };
}

async function settleField(
  session: Session,
  { conflict, look }: FieldQuestion,
  chosen: StampedValue,
): Promise<CommitResult> {
  const { id, table, dossier, field, standing, heads } = conflict;
  const { value } = chosen;
  const change: SetChange = { kind: 'set', table, id, dossier, field, value, before: standing.value, replaces: heads };
  return await session.commit({ action: look.action, changes: [change] });
}

async function settleStatus(session: Session, { application, conflict }: StatusQuestion): Promise<CommitResult> {
  const event: ApplicationEvent = {
    id: session.newId(),
    type: 'settled',
    at: session.now(),
    by: RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId),
    steps: conflict.steps.map(({ id }) => id),
  };
  const { id, personId } = application;
  const change = { kind: 'event', table: 'application', id, dossier: personId, event } as const;
  return await session.commit({ action: 'settle-conflict', changes: [change] });
}

/** Each value again, replacing the decision and nothing else: so they stand beside each other as before. */
async function putBack(
  session: Session,
  { conflict }: FieldQuestion,
  chosen: StampedValue,
  decision: string,
): Promise<UndoAnswer> {
  const { id, table, dossier, field, standing, others } = conflict;
  const again = [...others].reverse().concat(standing); // what stood last comes last, and stands again
  let written: Extract<UndoAnswer, { ok: true }>['value']['saved']['changeSets'] = [];
  for (const [at, { value }] of again.entries()) {
    const changes: readonly SetChange[] = [
      { kind: 'set', table, id, dossier, field, value, before: chosen.value, replaces: [decision] },
    ];
    const saved = await session.commit({ action: 'undo', changes, ...(at === 0 ? {} : { beside: true }) });
    if (!saved.ok) return failure(saved.code);
    written = [...written, ...saved.value.changeSets];
  }
  return success({ saved: { changeSets: written }, kept: [] });
}
