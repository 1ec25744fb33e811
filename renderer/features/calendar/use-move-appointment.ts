import { useTranslation } from 'react-i18next';
import type { MeetingPlace } from '../../../shared/domain/move-interview.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { changesTo } from '../../data/edit-record.js';
import type { AppointmentEntry } from '../../data/roster/calendar-entries.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useMovedWords } from './use-moved-words.js';

/** Moves an appointment to where it was dragged; says so and offers the way back. */
export function useMoveAppointment() {
  const { t } = useTranslation();
  const session = useSession();
  const movedWords = useMovedWords();
  return async ({ appointmentId, title, minutes }: AppointmentEntry, to: MeetingPlace): Promise<void> => {
    const record = await session.edit('appointment', appointmentId);
    if (record === null) return;
    const saved = await session.commit({ action: 'edit-appointment', changes: changesTo(record, { ...to }) });
    if (saved.ok) {
      const text = movedWords(title, { minutes }, to);
      showToast({ text, name: title, undo: () => session.undo(saved.value) });
    } else if (saved.code !== 'commit/empty') showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
}
