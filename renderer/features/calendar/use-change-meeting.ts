import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import {
  cancelMeeting,
  moveMeeting,
  undoMeeting,
  type MeetingDone,
  type MoveWish,
  type SeenMeeting,
} from '../../data/meeting.js';
import type { InterviewEntry } from '../../data/roster/calendar-entries.js';
import { useOpenMail } from '../../data/use-interview-mail.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { entryName } from './entry-name.js';
import { warningsIn } from './slot-notes.js';
import { useMovedWords } from './use-moved-words.js';

/** Moves a meeting or cancels it, says so and offers the way back. Each answers whether it was saved. */
export function useChangeMeeting() {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  const openMail = useOpenMail();
  const movedWords = useMovedWords();
  const tell = (
    { result, exchanged, untold, until }: MeetingDone,
    of: InterviewEntry,
    words: readonly string[],
  ): boolean => {
    if (!result.ok) {
      if (result.code !== 'commit/empty') showToast({ text: t(ERROR_WORDS[result.code]), tone: 'problem' });
      return result.code === 'commit/empty';
    }
    const byMail = exchanged.length === 0 ? [] : [t('calendar.mailExchanged', { count: exchanged.length })];
    const byPhone = untold.length === 0 ? [] : [t('calendar.untold', { count: untold.length })];
    const text = [...words, ...byMail, ...byPhone].join(' ');
    showToast({ text, name: entryName(of), undo: () => undoMeeting(session, result.value), until });
    return true;
  };
  /** What should be known of the place it was put to. */
  const notesOn = (of: InterviewEntry, to: MoveWish['to']): readonly string[] => {
    const wanted = { id: of.id, recruiterIds: of.recruiterIds, ...to };
    const warnings = warningsIn(session.roster.current(), wanted, session.now());
    const others = warnings?.overlaps.filter(({ id }) => !id.startsWith(of.meetingId)).map(entryName) ?? [];
    return [
      ...(others.length > 0 ? [t('calendar.movedOverlaps', { names: formats.list(others) })] : []),
      ...(warnings?.past === true ? [t('calendar.inThePast')] : []),
    ];
  };
  return {
    move: async (of: InterviewEntry, meeting: SeenMeeting, wish: MoveWish): Promise<boolean> => {
      const done = await moveMeeting(session, meeting, wish, openMail, { action: 'move-interview' });
      return tell(done, of, [movedWords(entryName(of), of, wish.to), ...notesOn(of, wish.to)]);
    },
    cancel: async (of: InterviewEntry, meeting: SeenMeeting, wish: { readonly tell: boolean }): Promise<boolean> => {
      const done = await cancelMeeting(session, meeting, wish, openMail);
      return tell(done, of, [t('calendar.interviewCancelled', { name: entryName(of) })]);
    },
  };
}
