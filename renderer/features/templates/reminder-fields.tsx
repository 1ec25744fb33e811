import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { REMINDER_DAYS, REMINDER_OPTIONS, type InterviewReminder } from '../../../shared/records/interview-reminder.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { OfferedField } from '../../../shared/domain/merge-fields.js';
import { MailTextFields } from '../../ui/mail-text/mail-text-fields.js';
import { ReminderLine } from '../../ui/reminder-line.js';
import { REMINDER_WORDS } from '../../ui/reminder-words.js';
import type { TemplateProblem } from './check-template.js';
import classes from './reminder.module.css';
import { useProblemWords } from './use-problem-words.js';

interface ReminderFieldsProps {
  readonly reminder: InterviewReminder;
  readonly language: Language;
  readonly mergeFields: readonly OfferedField[];
  readonly problems: readonly TemplateProblem[];
  readonly onChange: (reminder: InterviewReminder) => void;
}

/** R76, R78, R82: with what, when, and the words of both; all of them stay, whichever is chosen to begin with. */
export function ReminderFields({ reminder, language, mergeFields, problems, onChange }: ReminderFieldsProps) {
  const { t } = useTranslation();
  const errorOf = useProblemWords(problems, 'reminder', language);
  const set = (change: Partial<InterviewReminder>): void => {
    onChange({ ...reminder, ...change });
  };
  const lines = { language, mergeFields };
  return (
    <div className={classes['fields']}>
      <p className={classes['note']}>{t('templates.reminderNote')}</p>
      <div className={classes['pair']}>
        <Select
          label={t('interview.reminder')}
          allowDeselect={false}
          data={REMINDER_OPTIONS.map((value) => ({ value, label: t(REMINDER_WORDS[value]) }))}
          value={reminder.option}
          onChange={(value) => {
            const option = REMINDER_OPTIONS.find((one) => one === value);
            if (option !== undefined) set({ option });
          }}
        />
        <Select
          label={t('templates.reminderDays')}
          allowDeselect={false}
          data={REMINDER_DAYS.map((days) => ({
            value: days.toString(),
            label: t('interview.daysBefore', { count: days }),
          }))}
          value={reminder.daysBefore.toString()}
          onChange={(value) => {
            const daysBefore = REMINDER_DAYS.find((one) => one.toString() === value);
            if (daysBefore !== undefined) set({ daysBefore });
          }}
        />
      </div>
      <MailTextFields
        language={language}
        text={reminder}
        mergeFields={mergeFields}
        errors={{ subject: errorOf('subject'), contents: errorOf('contents') }}
        onChange={({ subject, contents }) => {
          set({ subject, contents });
        }}
      />
      <ReminderLine
        {...lines}
        part="signature"
        value={reminder.signature}
        error={errorOf('signature')}
        onChange={(signature) => {
          set({ signature });
        }}
      />
      <ReminderLine
        {...lines}
        part="sms"
        value={reminder.sms}
        error={errorOf('sms')}
        onChange={(sms) => {
          set({ sms });
        }}
      />
    </div>
  );
}
