import { useTranslation } from 'react-i18next';
import { letterMayBecome, noteLetter } from '../../../shared/domain/letter-state.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { LetterEvent } from '../../../shared/records/letter.js';
import { RecruiterIdSchema, type LetterId } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';

type Noted = LetterEvent['state'];

const DONE = {
  printed: 'letters.printed',
  posted: 'letters.posted',
  discarded: 'letters.discarded',
} as const satisfies Record<Noted, MessageKey>;

/** R44, C16: commits what a person says became of letters, with the way back. */
export function useNoteLetters(): (state: Noted, ids: readonly LetterId[]) => Promise<void> {
  const { t } = useTranslation();
  const session = useSession();
  return async (state, ids) => {
    const { letters } = session.roster.current();
    const by = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
    const changes = ids.flatMap((id) => {
      const row = letters.get(id);
      if (row === undefined || !letterMayBecome(row.state, state)) return []; // it moved on between the look and the click
      return [noteLetter(row, state, { id: session.newId(), at: session.now(), by })];
    });
    if (changes.length === 0) return;
    const saved = await session.commit({ action: `letters-${state}`, changes });
    if (!saved.ok) {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    showToast({ text: t(DONE[state], { count: changes.length }), undo: () => session.undo(saved.value) });
  };
}
