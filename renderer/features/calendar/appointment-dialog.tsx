import { Button, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantAt, type Instant } from '../../../shared/lib/time.js';
import { RecruiterIdSchema, type AppointmentId } from '../../../shared/records/primitives.js';
import type { EditableRecord } from '../../data/edit-record.js';
import type { WantedSlot } from '../../data/roster/busy.js';
import { nextFreeTime } from '../../data/roster/working-days.js';
import type { Session } from '../../data/session.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useRecruitersAtWork } from '../../data/use-recruiters-at-work.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { useSlotWarnings } from '../../data/use-slot-warnings.js';
import { useDoubleBooking } from '../../ui/confirm-booking.js';
import { Dialog } from '../../ui/dialog.js';
import { useFormats } from '../../ui/formats.js';
import { RecruitersField } from '../../ui/recruiters-field.js';
import { SlotFields } from '../../ui/slot-fields.js';
import { SlotNotes } from '../../ui/slot-notes.js';
import { readSlot } from '../../ui/slot-values.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import {
  checkAppointment,
  NEW_MINUTES,
  newAppointment,
  valuesOf,
  type AppointmentValues,
} from './appointment-values.js';
import { CandidateField, VacancyField } from './concerns-fields.js';
import foot from '../../ui/dialog-foot.module.css';
import classes from './entry-dialog.module.css';
import { useSaveAppointment } from './use-save-appointment.js';
import type { WallSlot } from './wall-slot.js';

interface AppointmentDialogProps {
  /** The one to change; null for a new one. */
  readonly id: AppointmentId | null;
  /** Where it is to be: picked, or dragged to. Null to begin where it stands. */
  readonly slot: WallSlot | null;
  /** The date from which a new one without a place looks for one; null for now. */
  readonly from: string | null;
  readonly onClose: () => void;
}

/** C35: something of one's own in the calendar, with an optional candidate and vacancy. */
export function AppointmentDialog({ id, slot, from, onClose }: AppointmentDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const load = useCallback(async () => (id === null ? null : await session.edit('appointment', id)), [session, id]);
  const loaded = useLoaded(load);
  return (
    <Dialog opened onClose={onClose} title={t(id === null ? 'calendar.newAppointment' : 'calendar.appointment')}>
      {loaded.status === 'loading' ? null : (
        <AppointmentForm record={loaded.value} slot={slot} from={from} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface AppointmentFormProps extends Pick<AppointmentDialogProps, 'slot' | 'from' | 'onClose'> {
  readonly record: EditableRecord<'appointment'> | null;
}

function AppointmentForm({ record, slot, from, onClose }: AppointmentFormProps) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const session = useSession();
  const { recruiterId } = usePreferences();
  const [now] = useState(() => session.now());
  const [nextFree] = useState(() => nextFreeOf(session, zone, from));
  const initialValues: AppointmentValues =
    record === null
      ? newAppointment(slot, { zone, now, recruiterId, nextFree })
      : { ...valuesOf(record.fields, zone), ...slot };
  const { form, field, submit } = useCheckedForm({ initialValues, check: (values) => checkAppointment(values, zone) });
  const saving = useSaveAppointment(record, onClose);
  const recruiters = useRecruitersAtWork(record?.fields.recruiterIds);
  const warnings = useSlotWarnings(wantedBy(record, form.values, zone));
  const booking = useDoubleBooking(warnings.takenBy.map(({ id }) => id));
  return (
    <form
      className={classes['form']}
      onSubmit={submit((values) => {
        if (booking.mayGo()) void saving.save(values);
      })}
      autoComplete="off"
      noValidate
    >
      <TextInput label={t('calendar.title')} maxLength={200} data-autofocus {...field('title')} />
      <SlotFields field={field} />
      <RecruitersField recruiters={recruiters} {...field('recruiterIds')} />
      <div className={classes['pair']}>
        <CandidateField {...field('personId')} />
        <VacancyField {...field('vacancyId')} />
      </div>
      <SlotNotes {...warnings} booking={booking} />
      <div className={foot['foot']}>
        {record === null ? null : (
          <Button variant="subtle" color="red" className={foot['apart']} onClick={() => void saving.cancel()}>
            {t('calendar.cancelAppointment')}
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled">
          {t(record === null ? 'common.save' : 'common.saveChanges')}
        </Button>
      </div>
    </form>
  );
}

/** What it takes once it is saved; null where it is as it stands, or while something is wrong. */
function wantedBy(
  record: EditableRecord<'appointment'> | null,
  { recruiterIds, personId, ...typed }: AppointmentValues,
  zone: string,
): WantedSlot | null {
  const slot = readSlot(typed, { zone, interview: null });
  if (slot === null) return null;
  const wanted = { ...slot, recruiterIds, personIds: personId === null ? [] : [personId], own: record?.id ?? '' };
  return record !== null && takesWhatItTook(record.fields, wanted) ? null : wanted;
}

function takesWhatItTook(
  fields: EditableRecord<'appointment'>['fields'],
  { startsAt, minutes, place, recruiterIds, personIds }: WantedSlot,
): boolean {
  return (
    fields.startsAt === startsAt &&
    fields.minutes >= minutes &&
    fields.place === place &&
    recruiterIds.every((id) => fields.recruiterIds.includes(id)) &&
    personIds.every((id) => fields.personId === id)
  );
}

/** Of whoever works here; on no day near, in the morning of the day that is looked at. */
function nextFreeOf(session: Session, zone: string, from: string | null): Instant | null {
  const morning = from === null ? null : instantAt(zone, from, '09:00');
  const recruiterId = RecruiterIdSchema.nullable().parse(session.preferences.current().recruiterId);
  if (recruiterId === null) return morning;
  const wish = { recruiterId, minutes: NEW_MINUTES, now: session.now(), zone, personIds: [] };
  return nextFreeTime(session.roster.current(), { ...wish, ...(from === null ? {} : { from }) }) ?? morning;
}
