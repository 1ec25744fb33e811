import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { ORGANISATION_ID } from '../../../shared/records/organisation.js';
import type { OwnStep } from '../../../shared/records/own-step.js';
import { changesTo } from '../../data/edit-record.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';

/** Changes the list of own steps as it stands at this moment, says so and offers the way back; answers whether it is done. */
export function useSaveSteps() {
  const { t } = useTranslation();
  const session = useSession();
  return async (change: (steps: readonly OwnStep[]) => OwnStep[]): Promise<boolean> => {
    const record = await session.edit('organisation', ORGANISATION_ID);
    if (record === null) return false;
    const changes = changesTo(record, { ownSteps: change(record.fields.ownSteps) });
    const saved = await session.commit({ action: 'edit-own-steps', changes });
    if (saved.ok) showToast({ text: t('settings.stepsSaved'), undo: () => session.undo(saved.value) });
    else if (saved.code !== 'commit/empty') showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
    return saved.ok || saved.code === 'commit/empty';
  };
}
