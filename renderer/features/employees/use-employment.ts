import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/changes/change-set.js';
import type { WriteAction } from '../../../shared/domain/refuse-write.js';
import { agreeOn } from '../../../shared/domain/agree-on.js';
import { endEmployment } from '../../../shared/domain/end-employment.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { sameJson } from '../../../shared/lib/json.js';
import type { EmploymentTerms } from '../../../shared/records/contract.js';
import { RecruiterIdSchema } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import type { EmployeeRow } from './employee-rows.js';

/** What is done with an employee. Each can be taken back; what could not be saved says why, and the question stays. */
export function useEmployment({ id, dossier, name, terms: before }: EmployeeRow) {
  const { t } = useTranslation();
  const session = useSession();
  const [saving, setSaving] = useState(false);
  const application = { applicationId: id, personId: dossier };
  const stamp = () => ({
    at: session.now(),
    by: RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId),
    newId: () => session.newId(),
  });

  /** Whether it is saved. */
  const commit = async (action: WriteAction, change: Change, done: string): Promise<boolean> => {
    setSaving(true);
    const saved = await session.commit({ action, changes: [change] });
    setSaving(false);
    if (saved.ok) showToast({ text: done, name, undo: () => session.undo(saved.value) });
    else showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
    return saved.ok;
  };
  return {
    saving,
    /** A new agreement beside those before, so that nothing of what was agreed is lost (C24). */
    agree: async (terms: EmploymentTerms): Promise<boolean> =>
      sameJson(before, terms) ||
      commit('edit-employee', agreeOn(application, terms, stamp()), t('employees.saved', { name })),
    /** G-10. */
    end: (): Promise<boolean> =>
      commit('delete-employee', endEmployment(application, stamp()), t('employees.deleted', { name })),
  };
}
