import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mobileOf } from '../../../shared/domain/plan-reminders.js';
import type { PlanProblem } from '../../../shared/domain/progress-action.js';
import { shownReminder, type ReminderFields } from '../../../shared/domain/progress-actions/invite-reminder.js';
import { daysLeft, fittingDays, remindsByEmail, remindsBySms } from '../../../shared/domain/reminders.js';
import { REMINDER_DAYS, REMINDER_OPTIONS } from '../../../shared/records/interview-reminder.js';
import { useFormats } from '../../ui/formats.js';
import { REMINDER_WORDS } from '../../ui/reminder-words.js';
import classes from './invite-form.module.css';
import { ProblemLines } from './problem-lines.js';
import { ReminderNotes } from './reminder-notes.js';
import type { ReminderSectionProps } from './reminder-section-props.js';
import { ReminderTextFields } from './reminder-text-fields.js';
import { nameOf } from './selection-of.js';

/** Beside the choice of with what, and of when. */
const OF_OPTION: readonly PlanProblem['code'][] = [
  'reminder-impossible',
  'reminder-sms-refused',
  'reminder-sender-missing',
];
const OF_DAYS: readonly PlanProblem['code'][] = ['reminder-days-refused'];

/** R75–R84: with what, when and in which words the applicants are reminded. */
export function ReminderSection(props: ReminderSectionProps) {
  const { about, startsAt, selection, problems, contextNow, onChange } = props;
  const { t } = useTranslation();
  const context = contextNow();
  const shown = shownReminder(selection, about, startsAt, context);
  const { slot, option, daysBefore, sms } = shown;
  const possible = slot === null ? REMINDER_DAYS : fittingDays(slot);
  const left = slot === null ? 0 : Math.max(0, daysLeft(slot));
  const change = (part: Partial<ReminderFields>): void => {
    onChange({ ...about.reminder, ...part });
  };
  const errorOf = (codes: readonly PlanProblem['code'][]) => {
    const found = problems.filter(({ code }) => codes.includes(code));
    return found.length === 0 ? null : <ProblemLines problems={found} />;
  };
  const offered = REMINDER_OPTIONS.filter((one) => sms || one === option || !remindsBySms(one));
  const noNumber = remindsBySms(option) ? selection.filter((one) => mobileOf(one, context) === null) : [];
  return (
    <section className={classes['reminder']} aria-label={t('interview.reminder')}>
      <div className={classes['column']}>
        <div className={classes['pair']}>
          <Select
            label={t('interview.reminder')}
            allowDeselect={false}
            data={offered.map((value) => ({
              value,
              label: t(REMINDER_WORDS[value]),
              disabled: value !== 'none' && possible.length === 0,
            }))}
            value={option}
            error={errorOf(OF_OPTION)}
            onChange={(value) => {
              const chosen = REMINDER_OPTIONS.find((one) => one === value);
              if (chosen !== undefined) change({ option: chosen, withoutSms: false });
            }}
          />
          <Select
            label={t('templates.reminderDays')}
            allowDeselect={false}
            disabled={option === 'none'}
            data={REMINDER_DAYS.map((value) => {
              const days = t('interview.daysBefore', { count: value });
              const fits = possible.includes(value);
              return {
                value: value.toString(),
                label: fits ? days : t('interview.daysTooMany', { days, left }),
                disabled: !fits,
              };
            })}
            value={daysBefore.toString()}
            error={option === 'none' ? null : errorOf(OF_DAYS)}
            onChange={(value) => {
              const chosen = REMINDER_DAYS.find((one) => one.toString() === value);
              if (chosen !== undefined) change({ daysBefore: chosen });
            }}
          />
        </div>
        <ReminderNotes shown={shown} sendsEmail={about.sendsEmail} />
        {noNumber.length === 0 ? null : (
          <WithoutNumber
            names={noNumber.map(nameOf)}
            byEmail={remindsByEmail(option)}
            spared={about.reminder.withoutSms}
            error={errorOf(['reminder-numbers-missing'])}
            onSpare={(withoutSms) => {
              change({ withoutSms });
            }}
          />
        )}
      </div>
      {option === 'none' ? null : <ReminderTextFields {...props} shown={shown} context={context} onText={change} />}
    </section>
  );
}

interface WithoutNumberProps {
  readonly names: readonly string[];
  /** They get the email all the same. */
  readonly byEmail: boolean;
  readonly spared: boolean;
  readonly error: ReactNode;
  readonly onSpare: (spared: boolean) => void;
}

/** R84, C6: who gets no SMS, by name; with SMS alone somebody must say that it is meant so. */
function WithoutNumber({ names, byEmail, spared, error, onSpare }: WithoutNumberProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const count = names.length;
  return (
    <div className={classes['numbers']} role="status">
      <p>
        {t('interview.reminderNoNumber', { names: formats.list(names) })}{' '}
        {byEmail ? t('interview.reminderEmailOnly', { count }) : null}
      </p>
      {byEmail ? null : (
        <Checkbox
          label={t('interview.reminderSpare', { count })}
          checked={spared}
          error={error}
          onChange={({ currentTarget }) => {
            onSpare(currentTarget.checked);
          }}
        />
      )}
    </div>
  );
}
