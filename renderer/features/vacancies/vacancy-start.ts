import type { VacancyId } from '../../../shared/records/primitives.js';
import type { EditableRecord } from '../../data/edit-record.js';
import type { Session } from '../../data/session.js';
import { VacancyDraft, type VacancyValues } from './vacancy-values.js';

/** What the form starts from. */
export interface VacancyStart {
  /** Null for a new vacancy. */
  readonly record: EditableRecord<'vacancy'> | null;
  readonly draftKey: string;
  /** What was being typed when the window closed. */
  readonly draft: VacancyValues | null;
}

/** Null when the vacancy to edit is not there. */
export async function startOf(session: Session, id: VacancyId | null): Promise<VacancyStart | null> {
  const record = id === null ? null : await session.edit('vacancy', id);
  if (id !== null && record === null) return null;
  const draftKey = `vacancy-${id ?? 'new'}`;
  const kept = await session.drafts.read(draftKey);
  const draft = kept.ok ? VacancyDraft.safeParse(kept.value) : null;
  return { record, draftKey, draft: draft?.success === true ? draft.data : null };
}
