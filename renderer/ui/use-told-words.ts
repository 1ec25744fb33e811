import { useTranslation } from 'react-i18next';

/** Whose mail about a meeting is another one now, who must hear of a change by phone, and whose reminder is gone: a sentence each. */
export function useToldWords() {
  const { t } = useTranslation();
  return ({
    exchanged,
    untold,
    unreminded,
  }: Readonly<Record<'exchanged' | 'untold' | 'unreminded', readonly unknown[]>>): readonly string[] => [
    ...(exchanged.length === 0 ? [] : [t('calendar.mailExchanged', { count: exchanged.length })]),
    ...(untold.length === 0 ? [] : [t('calendar.untold', { count: untold.length })]),
    ...(unreminded.length === 0 ? [] : [t('interview.reminderGone', { count: unreminded.length })]),
  ];
}
