import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KnownGroup } from '../../../shared/domain/interview-context.js';
import { INTERVIEW_MINUTES, slotOf } from '../../../shared/domain/interview-slots.js';
import type { InviteFields } from '../../../shared/domain/progress-actions/invite-to-interview.js';
import type { Selection } from '../../../shared/domain/progress-action.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { WantedSlot } from '../../data/roster/busy.js';
import { useRunWarnings } from '../../data/use-slot-warnings.js';
import { ClockField, DateField } from '../../ui/date-field.js';
import { useFormats } from '../../ui/formats.js';
import { Segmented } from '../../ui/segmented.js';
import { SlotNotes } from '../../ui/slot-notes.js';
import classes from './invite-form.module.css';
import type { ActionFormProps } from './mail-action.js';
import { problemsAt } from './problem-lines.js';

type FormProps = ActionFormProps<InviteFields>;

/** Date, time of day and length, in the organisation's zone (C3). */
export function When({ fields, problems, onChange }: FormProps) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const error = problemsAt(problems);
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

interface ArrangementProps extends Pick<FormProps, 'fields' | 'onChange'> {
  /** Null while the time cannot be read. */
  readonly startsAt: Instant | null;
  /** How many are invited of those selected. */
  readonly count: number;
}

/** C29: several applicants, one date and time or slots that follow one another. */
export function Arrangement({ fields, startsAt, count, onChange }: ArrangementProps) {
  const { t } = useTranslation();
  const formats = useFormats();
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
      {startsAt === null || endsAt === null || count === 0 ? null : (
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

interface InviteClashesProps extends Pick<FormProps, 'fields'> {
  readonly startsAt: Instant | null;
  readonly invited: Selection;
  /** The one that is joined: its own time is not in its way. */
  readonly group: KnownGroup | null;
}

/** What stands in the calendars at the time that is typed; that it may be booked twice is confirmed with the plan. */
export function InviteClashes({ fields, startsAt, invited, group }: InviteClashesProps) {
  const { takenBy } = useRunWarnings(startsAt === null ? [] : wantedBy(fields, startsAt, invited, group));
  return <SlotNotes past={false} takenBy={takenBy} booking={null} />;
}

function wantedBy(
  fields: InviteFields,
  startsAt: Instant,
  invited: Selection,
  group: KnownGroup | null,
): readonly WantedSlot[] {
  const { minutes, place, recruiterIds } = group ?? fields;
  const own = group?.meetingId ?? '';
  return invited.map(({ person }, at) => ({
    startsAt: slotOf(startsAt, minutes, at, group === null ? fields.arrangement : 'together'),
    minutes,
    place,
    recruiterIds,
    personIds: [person.standsAs],
    own,
  }));
}
