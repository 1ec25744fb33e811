import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stageReached } from '../../../shared/domain/stage-reached.js';
import type { RejectFields } from '../../../shared/domain/progress-actions/reject.js';
import type { Selection } from '../../../shared/domain/progress-action.js';
import { REJECTION_STAGES } from '../../../shared/records/application.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import type { ActionFormProps } from './mail-action.js';
import { ProblemLines } from './problem-lines.js';
import classes from './reject-form.module.css';

/** Type and reason of a rejection, both mandatory (R52, R54), with the guidance of R49. */
export function RejectForm({ fields, selection, problems, onChange }: ActionFormProps<RejectFields>) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const reasons = useRoster(offeredReasons);
  const mixed = useMixedStages(selection);
  const errorOf = (code: string) => {
    const found = problems.filter((problem) => problem.code === code);
    return found.length === 0 ? null : <ProblemLines problems={found} />;
  };
  return (
    <div className={classes['form']}>
      <p className={classes['guide']}>{t('progress.rejectGuide')}</p>
      <Choice
        label={t('progress.rejectType')}
        hint={t(mixed ? 'progress.rejectTypeMixed' : 'progress.rejectTypeHint')}
        options={REJECTION_STAGES.map((stage) => ({ value: stage, label: t(`progress.rejectTypes.${stage}`) }))}
        value={fields.stage}
        error={errorOf('reject-type-missing')}
        onChange={(stage) => {
          onChange({ stage });
        }}
      />
      <Choice
        label={t('progress.rejectReason')}
        hint={t('progress.rejectReasonHint')}
        options={reasons.map(({ id, names }) => ({ value: id, label: names[language] }))}
        value={fields.reasonId}
        error={errorOf('reject-reason-missing')}
        onChange={(reasonId) => {
          onChange({ reasonId });
        }}
      />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly hint: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly error: ReactNode;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, hint, options, value, error, onChange }: ChoiceProps<Value>) {
  return (
    <Radio.Group
      className={classes['choice'] ?? ''}
      label={label}
      description={hint}
      withAsterisk
      value={value}
      error={error}
      aria-invalid={error !== null || undefined}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <div className={classes['options']}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Radio.Group>
  );
}

function offeredReasons(roster: Roster) {
  return (roster.organisation?.rejectionReasons ?? []).filter(({ retired }) => !retired);
}

function useMixedStages(selection: Selection): boolean {
  const session = useSession();
  const roster = session.roster.current();
  const now = session.now();
  return new Set(selection.map((one) => stageReached(one, roster.interviewsOf(one.person.id), now))).size > 1;
}
