import { useTranslation } from 'react-i18next';
import type { MeetingPlace } from '../../../shared/domain/movable-interview.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { changesTo } from '../../data/edit-record.js';
import type { AppointmentEntry } from '../../data/roster/calendar-entries.js';
import { recruiterNames } from '../../data/roster/recruiter-names.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useMovedWords } from '../../ui/use-moved-words.js';

interface AppointmentWish {
  readonly to: MeetingPlace;
  /** Null where it stays whose it is. */
  readonly recruiterIds: readonly RecruiterId[] | null;
}

/** Moves an appointment to where it was dragged; says so and offers the way back. */
export function useMoveAppointment() {
  const { t } = useTranslation();
  const session = useSession();
  const movedWords = useMovedWords();
  return async (of: AppointmentEntry, wish: AppointmentWish): Promise<void> => {
    const record = await session.edit('appointment', of.appointmentId);
    if (record === null) return;
    const { to, recruiterIds } = wish;
    const wanted = { ...to, ...(recruiterIds === null ? {} : { recruiterIds: [...recruiterIds] }) };
    const saved = await session.commit({ action: 'edit-appointment', changes: changesTo(record, wanted) });
    if (saved.ok) {
      const recruiters = recruiterIds === null ? null : recruiterNames(session.roster.current(), recruiterIds);
      const text = movedWords(of.title, of, { to, recruiters }, session.now());
      showToast({ text, name: of.title, undo: () => session.undo(saved.value) });
    } else if (saved.code !== 'commit/empty') showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
  };
}
