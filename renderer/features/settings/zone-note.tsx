import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { mailsToWrite, remindersToWrite, waitsForItsTime, type OtherZone } from '../../../shared/domain/change-zone.js';
import { MINUTE } from '../../../shared/lib/time.js';
import { interviewsToCome } from '../../data/change-zone.js';
import type { Roster } from '../../data/roster/rows.js';
import { useNow } from '../../data/use-now.js';
import { useRoster } from '../../data/use-session.js';
import classes from './settings-page.module.css';

/** C3: what another zone does once it is saved, and what it leaves as it is. */
export function ZoneNote({ from, to }: OtherZone) {
  const { t } = useTranslation();
  const now = useNow(MINUTE);
  const select = useMemo(
    () => (roster: Roster) => {
      const interviews = interviewsToCome(roster, now);
      const mails = interviews.flatMap((one) => mailsToWrite(one, { from, to }));
      return {
        reminders: interviews.flatMap((one) => remindersToWrite(one, { from, to }, now)).length,
        mails: mails.filter(waitsForItsTime).length,
        stuck: mails.filter((one) => !waitsForItsTime(one)).length,
      };
    },
    [now, from, to],
  );
  const { reminders, mails, stuck } = useRoster(select);
  const words = [
    ...(reminders === 0 ? [] : [t('settings.zoneReminders', { count: reminders })]),
    ...(mails === 0 ? [] : [t('settings.zoneMails', { count: mails })]),
    ...(stuck === 0 ? [] : [t('settings.zoneStuck', { count: stuck })]),
    t('settings.zoneInterviews'),
  ];
  return (
    <p role="status" className={classes['zoneNote']}>
      {words.join(' ')}
    </p>
  );
}
