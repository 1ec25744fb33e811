import { useTranslation } from 'react-i18next';
import type { ShownReminder } from '../../../shared/domain/progress-actions/invite-reminder.js';
import { fittingDays, reminderFits, reminderLeaves } from '../../../shared/domain/reminders.js';
import { useTakenByServer } from '../../data/use-sending-server.js';
import { useFormats } from '../../ui/formats.js';
import { reminderClock } from '../../ui/reminder-words.js';
import classes from './invite-form.module.css';

interface ReminderNotesProps {
  readonly shown: ShownReminder;
  readonly sendsEmail: boolean;
}

/** When it leaves, what that asks of this laptop (C27), and what the template wanted instead (C5). */
export function ReminderNotes({ shown, sendsEmail }: ReminderNotesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isTakenByServer = useTakenByServer();
  const { slot, option, daysBefore, insteadOf } = shown;
  const wanted = insteadOf === null ? null : t('interview.daysBefore', { count: insteadOf.daysBefore });
  const leaves = slot === null || option === 'none' || !reminderFits(slot, daysBefore) ? null : leavesWords();
  if (wanted === null && leaves === null) return null;
  return (
    <p className={classes['note']} role="status">
      {[wanted === null ? null : t('interview.reminderInstead', { days: wanted }), leaves].filter(Boolean).join(' ')}
    </p>
  );

  function leavesWords(): string | null {
    if (slot === null) return null;
    const clock = reminderClock(slot.zone);
    const { at, atOnce } = reminderLeaves(slot, daysBefore);
    if (!atOnce) {
      const who = t(isTakenByServer(option) ? 'interview.reminderByServer' : 'interview.reminderOnline');
      return `${t('interview.reminderLeaves', { date: formats.longDate(at), clock })} ${who}`;
    }
    // C4: what else there is to choose.
    const smaller = fittingDays(slot).filter((days) => days < daysBefore);
    const others = [...smaller.map((count) => t('interview.daysBefore', { count })), t('interview.reminderNone')];
    const words = sendsEmail ? 'interview.reminderAtOnce' : 'interview.reminderAtOnceAlone';
    return t(words, { clock, others: others.join(' / ') });
  }
}
