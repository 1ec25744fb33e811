import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { VacancyIdSchema } from '../../../shared/records/primitives.js';
import { changesTo, createRecord } from '../../data/edit-record.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import type { VacancyStart } from './vacancy-start.js';
import { tidyVacancy, type VacancyValues } from './vacancy-values.js';

/** Saves a vacancy, then shows it. When it cannot be saved, the form stays as it is. */
export function useSaveVacancy({ record, draftKey }: VacancyStart) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const save = async (values: VacancyValues): Promise<void> => {
    setSaving(true);
    const tidy = tidyVacancy(values);
    const vacancyId = VacancyIdSchema.parse(record?.id ?? session.newId());
    const changes =
      record === null
        ? [createRecord('vacancy', vacancyId, null, { ...tidy, openedAt: session.now(), demo: false })]
        : changesTo(record, { ...tidy });
    const saved = await session.commit({ action: record === null ? 'add-vacancy' : 'edit-vacancy', changes });
    setSaving(false);
    if (!saved.ok && saved.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    await session.drafts.clear(draftKey);
    if (saved.ok) {
      showToast({ text: t('vacancies.saved', { title: tidy.title }), undo: () => session.undo(saved.value) });
    }
    await navigate({ to: '/vacancies/$vacancyId', params: { vacancyId } });
  };
  return { save, saving };
}
