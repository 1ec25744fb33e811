import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INTERVIEW_MINUTES, readSlot, slotOf } from '../../../shared/domain/interview-slots.js';
import type { InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import type { PlanProblem } from '../../../shared/domain/progress-action.js';
import { hasRight, INVITE_RIGHTS } from '../../../shared/domain/rights.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import {
  INTERVIEW_KINDS,
  INTERVIEW_TYPES,
  type Interview,
  type InterviewType,
} from '../../../shared/records/interview.js';
import type { Right } from '../../../shared/records/recruiter.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { ClockField, DateField } from '../../ui/date-field.js';
import { useFormats } from '../../ui/formats.js';
import { INTERVIEW_WORDS } from '../../ui/interview-words.js';
import { Segmented } from '../../ui/segmented.js';
import classes from './invite-form.module.css';
import type { ActionFormProps } from './mail-action.js';
import { MailOrNone } from './mail-or-none.js';
import { ProblemLines } from './problem-lines.js';

type FormProps = ActionFormProps<InviteFields>;

const KIND_WORDS = {
  telephone: 'interview.kindTelephone',
  'in-person': 'interview.kindInPerson',
  group: 'interview.kindGroup',
} as const satisfies Record<NonNullable<Interview['kind']>, MessageKey>;

/** Type, kind, recruiters, when, where, and whether a mail goes (R62, R64, C29). */
export function InviteForm(props: FormProps) {
  const { t } = useTranslation();
  const { fields, selection, onChange } = props;
  const error = useErrors(props.problems);
  const rights = useRights();
  return (
    <div className={classes['form']}>
      <div className={classes['column']}>
        <Select
          label={t('interview.type')}
          placeholder={t('interview.chooseType')}
          data={offeredTypes(rights, fields.type).map((value) => ({ value, label: t(INTERVIEW_WORDS[value]) }))}
          value={fields.type}
          error={error('interview-type-missing', 'interview-type-refused')}
          allowDeselect={false}
          withAsterisk
          data-autofocus
          onChange={(value) => {
            onChange({ type: INTERVIEW_TYPES.find((type) => type === value) ?? null });
          }}
        />
        <Select
          label={t('interview.kind')}
          placeholder={t('interview.kindOpen')}
          data={INTERVIEW_KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
          value={fields.kind}
          clearable
          onChange={(value) => {
            onChange({ kind: INTERVIEW_KINDS.find((kind) => kind === value) ?? null });
          }}
        />
        <Recruiters {...props} />
        <TextInput
          label={t('interview.place')}
          maxLength={200}
          value={fields.place}
          error={error('interview-place-missing')}
          withAsterisk={isPlaceAsked(fields)}
          onChange={({ currentTarget }) => {
            onChange({ place: currentTarget.value });
          }}
        />
      </div>
      <div className={classes['column']}>
        <When {...props} />
        {selection.length > 1 ? <Arrangement {...props} /> : null}
        <div>
          <MailOrNone sendsEmail={fields.sendsEmail} onChange={onChange} />
          <p className={classes['note']}>
            {fields.sendsEmail ? null : <>{t('interview.noEmailNote')} </>}
            {t('interview.noReminders')}
          </p>
        </div>
      </div>
    </div>
  );
}

/** G-9: those whom this person may invite to; a draft may hold another one, which stays in sight and says so at *Next*. */
function offeredTypes(rights: readonly Right[], chosen: InterviewType | null): readonly InterviewType[] {
  return INTERVIEW_TYPES.filter((type) => type === chosen || hasRight(rights, INVITE_RIGHTS[type]));
}

/** On the telephone nobody needs one, and without a mail nothing speaks of it. */
function isPlaceAsked({ kind, sendsEmail }: InviteFields): boolean {
  return sendsEmail && kind !== 'telephone';
}

/** The sentence beside a field; null where nothing is wrong with it. */
function useErrors(problems: readonly PlanProblem[]) {
  return (...codes: readonly PlanProblem['code'][]) => {
    const found = problems.filter(({ code }) => codes.includes(code));
    return found.length === 0 ? null : <ProblemLines problems={found} />;
  };
}

function Recruiters({ fields, problems, onChange }: FormProps) {
  const { t } = useTranslation();
  const recruiters = useRoster(atWork);
  const error = useErrors(problems);
  return (
    <MultiSelect
      label={t('interview.recruiters')}
      data={recruiters.map(({ id, name }) => ({ value: id, label: name }))}
      value={[...fields.recruiterIds]}
      error={error('interview-recruiters-missing')}
      hidePickedOptions
      withAsterisk
      onChange={(chosen) => {
        onChange({ recruiterIds: recruiters.map(({ id }) => id).filter((id) => chosen.includes(id)) });
      }}
    />
  );
}

function atWork({ recruiters }: Roster) {
  return [...recruiters.values()].filter(({ active }) => active);
}

function When({ fields, problems, onChange }: FormProps) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const error = useErrors(problems);
  return (
    <div>
      <div className={classes['when']}>
        <DateField
          label={t('interview.date')}
          value={fields.date}
          error={error('interview-date-invalid', 'interview-past')}
          withAsterisk
          onChange={(date) => {
            onChange({ date });
          }}
        />
        <ClockField
          label={t('interview.time')}
          value={fields.time}
          error={error('interview-time-invalid', 'interview-time-skipped')}
          withAsterisk
          onChange={(time) => {
            onChange({ time });
          }}
        />
        <NumberInput
          label={t('interview.duration')}
          {...INTERVIEW_MINUTES}
          step={5}
          clampBehavior="none"
          allowDecimal={false}
          value={fields.minutes === 0 ? '' : fields.minutes}
          error={error('interview-duration-invalid')}
          withAsterisk
          onChange={(minutes) => {
            onChange({ minutes: typeof minutes === 'number' ? minutes : 0 });
          }}
        />
      </div>
      <p className={classes['note']}>{t('interview.zone', { zone: zone.replaceAll('_', ' ') })}</p>
    </div>
  );
}

/** C29: several applicants, one date and time or slots that follow one another. */
function Arrangement({ fields, selection, onChange }: FormProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const count = selection.length;
  const { startsAt } = readSlot(fields, formats.zone, session.now());
  const endsAt = startsAt === null ? null : slotOf(startsAt, fields.minutes, count, 'in-turn');
  return (
    <div>
      <Segmented
        label={t('interview.arrangement')}
        value={fields.arrangement}
        options={[
          { value: 'in-turn', label: t('interview.inTurn') },
          { value: 'together', label: t('interview.together') },
        ]}
        onChange={(arrangement) => {
          onChange({ arrangement });
        }}
      />
      {startsAt === null || endsAt === null ? null : (
        <p className={classes['note']}>
          {fields.arrangement === 'together'
            ? t('interview.togetherNote', { count })
            : t('interview.inTurnNote', {
                count,
                from: formats.time(startsAt),
                to: formats.date(startsAt) === formats.date(endsAt) ? formats.time(endsAt) : formats.dateTime(endsAt),
              })}
        </p>
      )}
    </div>
  );
}
