import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/changes/change-set.js';
import type { WriteAction } from '../../../shared/domain/refuse-write.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { changesTo, createRecord } from '../../data/edit-record.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { wordingOf, type ContractTemplateStart, type ContractTemplateValues } from './contract-template-values.js';

/** Saves or deletes a template, then shows the list. When it cannot be saved, the form stays as it is. */
export function useSaveContractTemplate({ record, draftKey }: ContractTemplateStart) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const commit = async (action: WriteAction, changes: readonly Change[], text: string): Promise<void> => {
    setSaving(true);
    const saved = await session.commit({ action, changes });
    setSaving(false);
    if (!saved.ok && saved.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    await session.drafts.clear(draftKey);
    if (saved.ok) showToast({ text, undo: () => session.undo(saved.value) });
    await navigate({ to: '/settings/contracts' });
  };
  const save = async (values: ContractTemplateValues): Promise<void> => {
    const { language } = values;
    const { title, blocks } = wordingOf(values);
    const fields = { title, department: values.department.trim(), language, blocks: [...blocks], deleted: false };
    const changes =
      record === null ? [createRecord('contractTemplate', session.newId(), null, fields)] : changesTo(record, fields);
    const action = record === null ? 'add-contract-template' : 'edit-contract-template';
    await commit(action, changes, t('settings.contractTemplateSaved', { title }));
  };
  const remove = async (): Promise<void> => {
    if (record === null) return;
    const { title } = record.fields;
    const text = t('settings.contractTemplateDeleted', { title });
    await commit('delete-contract-template', changesTo(record, { deleted: true }), text);
  };
  return { save, remove, saving };
}
