import { useTranslation } from 'react-i18next';
import { durationWords } from '../../shared/domain/interview-mail.js';
import type { MeetingPlace } from '../../shared/domain/movable-interview.js';
import type { Instant } from '../../shared/lib/time.js';
import { useFormats } from './formats.js';

interface MovedTo {
  readonly to: MeetingPlace;
  /** Names; null where it stays whose it is. */
  readonly recruiters: readonly string[] | null;
}

/** Says of something in the calendar when it is now; and how long, where and with whom, as far as that is another than before. */
export function useMovedWords() {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    name: string,
    before: Pick<MeetingPlace, 'minutes' | 'place'>,
    { to, recruiters }: MovedTo,
    now: Instant,
  ): string => {
    const when = formats.dateTimeFrom(now, to.startsAt);
    const duration = durationWords(formats.language, to.minutes);
    const moved =
      before.minutes === to.minutes
        ? t('calendar.moved', { name, when })
        : t('calendar.resized', { name, when, duration });
    const place = to.place === '' ? t('calendar.noPlace') : to.place;
    return [
      moved,
      ...(before.place === to.place ? [] : [t('calendar.movedPlace', { place })]),
      ...(recruiters === null ? [] : [t('calendar.movedRecruiters', { names: formats.list(recruiters) })]),
    ].join(' ');
  };
}
