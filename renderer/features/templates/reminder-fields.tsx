import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import {
  REMINDER_DAYS,
  REMINDER_OPTIONS,
  type InterviewReminder,
  type ReminderOption,
} from '../../../shared/records/interview-reminder.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { OfferedField } from '../../../shared/domain/merge-fields.js';
import { FieldTextarea } from '../../ui/field-textarea.js';
import { MailTextFields } from '../../ui/mail-text/mail-text-fields.js';
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

/** T4 */
const OPTION_WORDS = {
  none: 'interview.reminderNone',
  email: 'interview.reminderEmail',
  sms: 'interview.reminderSms',
  'sms-and-email': 'interview.reminderSmsAndEmail',
} as const satisfies Record<ReminderOption, MessageKey>;

/** R76, R78, R82: with what, when, and the words of both; all of them stay, whichever is chosen to begin with. */
export function ReminderFields({ reminder, language, mergeFields, problems, onChange }: ReminderFieldsProps) {
  const { t } = useTranslation();
  const errorOf = useProblemWords(problems, 'reminder', language);
  const set = (change: Partial<InterviewReminder>): void => {
    onChange({ ...reminder, ...change });
  };
  const named = (fields: readonly OfferedField[]) =>
    fields.map((name) => ({ name, label: t(`progress.fields.${name}`) }));
  // Neither holds links: an SMS none at all, a signature none that are answers.
  const inLines = named(mergeFields.filter((field) => field !== 'confirmlink'));
  const lines = { insertLabel: t('progress.insertField'), lang: language, fields: inLines, maxLength: 2000 };
  return (
    <div className={classes['fields']}>
      <p className={classes['note']}>
        {t('templates.reminderNote')} {t('interview.noReminders')}
      </p>
      <div className={classes['pair']}>
        <Select
          label={t('interview.reminder')}
          allowDeselect={false}
          data={REMINDER_OPTIONS.map((value) => ({ value, label: t(OPTION_WORDS[value]) }))}
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
      <FieldTextarea
        {...lines}
        label={t('templates.signature')}
        rows={2}
        value={reminder.signature}
        error={errorOf('signature')}
        onChange={(signature) => {
          set({ signature });
        }}
      />
      <FieldTextarea
        {...lines}
        label={t('templates.sms')}
        rows={3}
        value={reminder.sms}
        error={errorOf('sms')}
        onChange={(sms) => {
          set({ sms });
        }}
      />
    </div>
  );
}
