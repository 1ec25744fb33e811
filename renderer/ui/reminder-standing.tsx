import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from './formats.js';
import { reminderStandingWords, type StandingReminder } from './reminder-standing-words.js';

/** How a meeting is reminded of, in words. */
export function ReminderStanding({ option, waiting, leftAt }: StandingReminder) {
  const { t } = useTranslation();
  return reminderStandingWords({ option, waiting, leftAt }, { t, formats: useFormats() });
}

interface ChangeReminderProps {
  readonly className?: string | undefined;
  readonly onChange: () => void;
}

export function ChangeReminder({ className, onChange }: ChangeReminderProps) {
  const { t } = useTranslation();
  return (
    <Anchor component="button" type="button" className={className ?? ''} onClick={onChange}>
      {t('interview.reminderChange')}
    </Anchor>
  );
}
