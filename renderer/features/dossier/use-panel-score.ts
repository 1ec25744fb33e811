import { useTranslation } from 'react-i18next';
import {
  enterPanelRating,
  takeBackPanelRating,
  type PanelRatingRefusal,
  type RatedApplication,
} from '../../../shared/domain/panel-rating.js';
import type { WriteAction } from '../../../shared/domain/refuse-write.js';
import type { StatusStamp } from '../../../shared/domain/status-event.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Change } from '../../../shared/changes/change-set.js';
import type { PanelScore } from '../../../shared/records/panel-review.js';
import { RecruiterIdSchema } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';

export const PANEL_REFUSALS = {
  'panel/foreign': 'panel.errors.foreign',
  'panel/rating-invalid': 'panel.errors.rating-invalid',
  'panel/rating-not-allowed': 'panel.errors.rating-not-allowed',
  'panel/comments-not-allowed': 'panel.errors.comments-not-allowed',
  'panel/nothing-said': 'panel.errors.nothing-said',
} as const satisfies Record<PanelRatingRefusal, MessageKey>;

/** C18: enters what a reviewer says, or takes it back; each one change that can be undone. */
export function usePanelScore(rated: RatedApplication) {
  const { t } = useTranslation();
  const session = useSession();
  const stamp = (): StatusStamp => ({
    at: session.now(),
    by: RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId),
    newId: () => session.newId(),
  });
  const commit = async (action: WriteAction, change: Change, done: string): Promise<boolean> => {
    const answer = await session.commit({ action, changes: [change] });
    if (answer.ok) showToast({ text: done, undo: () => session.undo(answer.value) });
    else showToast({ text: t(ERROR_WORDS[answer.code]), tone: 'problem' });
    return answer.ok;
  };
  return {
    /** Null when it is saved; else why not. Of a failure to save a toast tells. */
    save: async (score: PanelScore): Promise<PanelRatingRefusal | 'not-saved' | null> => {
      const entered = enterPanelRating(rated, score, stamp());
      if (!entered.ok) return entered.code;
      return (await commit('enter-panel-rating', entered.value, t('panel.saved'))) ? null : 'not-saved';
    },
    takeBack: async (): Promise<void> => {
      const taken = takeBackPanelRating(rated, stamp());
      if (taken.ok) await commit('take-back-panel-rating', taken.value, t('panel.takenBack'));
      else showToast({ text: t(PANEL_REFUSALS[taken.code]), tone: 'problem' });
    },
  };
}
