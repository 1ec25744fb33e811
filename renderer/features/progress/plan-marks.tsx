import { useTranslation } from 'react-i18next';
import type { Applicant, PlanWarningCode } from '../../../shared/domain/progress-action.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import classes from './plan-people.module.css';

interface PlanMarksProps {
  readonly applicant: Applicant;
  readonly codes: readonly PlanWarningCode[];
}

/** What the plan warns of, in words at the row of each whom it concerns. */
export function PlanMarks({ applicant, codes }: PlanMarksProps) {
  const { t } = useTranslation();
  if (codes.length === 0) return null;
  return <span className={classes['marks']}>{codes.map(word).join(' · ')}</span>;

  function word(code: PlanWarningCode): string {
    switch (code) {
      case 'no-postal-address':
        return t('letters.noAddress');
      case 'nothing-to-read':
        return t('progress.markNothingToRead');
      case 'demo-recipients':
        return t('progress.markDemo');
      case 'application-processed':
        return t(STATUS_LOOKS[applicant.status].word);
      case 'no-consent':
        return t('applications.noConsent');
      case 'cannot-answer':
        return t('progress.markCannotAnswer');
      case 'already-invited':
        return t('progress.markAlreadyInvited');
      case 'reminder-no-mobile':
        return t('progress.markNoMobile');
      case 'reminder-no-email':
        return t('progress.markNoReminder');
      case 'reminder-at-once':
        return t('progress.markAtOnce');
      case 'recruiter-busy':
        return t('progress.markRecruiterBusy');
      case 'candidate-busy':
        return t('progress.markCandidateBusy');
      case 'room-busy':
        return t('progress.markRoomBusy');
      case 'messages-stopped':
        return t('progress.markStopped');
      case 'reminders-stopped':
        return t('progress.markReminderStopped');
      case 'messages-held':
        return t('progress.markHeld');
      case 'interviews-cancelled':
        return t('progress.markCancelled');
      case 'cancellation-mailed':
        return t('progress.markCancellationMailed');
      case 'start-date-past':
        return t('progress.markDatePast');
      case 'braces-typed':
        return t('progress.markBraces');
      case 'needs-server':
        return t('progress.markNeedsServer');
      case 'cancellation-by-phone':
        return t('progress.markCancelByPhone');
    }
  }
}
