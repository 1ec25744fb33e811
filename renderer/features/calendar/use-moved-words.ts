import { useTranslation } from 'react-i18next';
import { durationWords } from '../../../shared/domain/interview-mail.js';
import type { MeetingPlace } from '../../../shared/domain/move-interview.js';
import { useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';

/** Says of something in the calendar when it is now; and how long, where it is longer or shorter than before. */
export function useMovedWords() {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  return (name: string, before: { readonly minutes: number }, to: MeetingPlace): string => {
    const when = formats.dateTimeFrom(session.now(), to.startsAt);
    if (before.minutes === to.minutes) return t('calendar.moved', { name, when });
    return t('calendar.resized', { name, when, duration: durationWords(formats.language, to.minutes) });
  };
}
