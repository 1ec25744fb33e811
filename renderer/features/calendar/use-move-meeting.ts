import { useTranslation } from 'react-i18next';
import type { MeetingPlace } from '../../../shared/domain/movable-interview.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { changesTo } from '../../data/edit-record.js';
import { isWrittenAbout, moveMeeting, undoMeeting, type SeenMeeting } from '../../data/meeting.js';
import type { InterviewEntry } from '../../data/roster/calendar-entries.js';
import { entryName } from '../../data/roster/entry-name.js';
import { recruiterNames } from '../../data/roster/recruiter-names.js';
import { useOpenMail } from '../../data/use-interview-mail.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useMovedWords } from '../../ui/use-moved-words.js';
import { useToldWords } from '../../ui/use-told-words.js';

/** Where to; `recruiterIds` where others attend it from now on, null where they stay. */
interface MeetingWish {
  readonly to: MeetingPlace;
  readonly recruiterIds: readonly RecruiterId[] | null;
}

/** Moves a meeting to where it was dragged; says so and offers the way back. */
export function useMoveMeeting() {
  const { t } = useTranslation();
  const session = useSession();
  const openMail = useOpenMail();
  const movedWords = useMovedWords();
  const toldWords = useToldWords();
  return async (of: InterviewEntry, meeting: SeenMeeting, { to, recruiterIds }: MeetingWish): Promise<void> => {
    const wish = { to, tellAgain: true };
    const also = () =>
      recruiterIds === null ? [] : meeting.flatMap((record) => changesTo(record, { recruiterIds: [...recruiterIds] }));
    const done = await moveMeeting(session, meeting, wish, openMail, { action: 'move-interview', also });
    const { result, until } = done;
    if (result.ok) {
      const name = entryName(of);
      const recruiters = recruiterIds === null ? null : recruiterNames(session.roster.current(), recruiterIds);
      // Neither an answer that was given nor a mail that is written is worth less for another recruiter: both stay.
      const named = recruiters !== null && isWrittenAbout(session, meeting) ? [t('calendar.mailNames')] : [];
      const moved = movedWords(name, of, { to, recruiters }, session.now());
      const text = [moved, ...named, ...toldWords(done)].join(' ');
      showToast({ text, name, undo: () => undoMeeting(session, result.value), until });
    } else if (result.code !== 'commit/empty') showToast({ text: t(ERROR_WORDS[result.code]), tone: 'problem' });
  };
}
