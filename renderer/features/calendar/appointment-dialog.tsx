import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentId } from '../../../shared/records/primitives.js';
import type { EditableRecord } from '../../data/edit-record.js';
import type { Roster } from '../../data/roster/rows.js';
import { useLoaded } from '../../data/use-loaded.js';
import { usePreferences, useRoster, useSession } from '../../data/use-session.js';
import { Dialog } from '../../ui/dialog.js';
import { useFormats } from '../../ui/formats.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import { checkAppointment, newAppointment, valuesOf, type AppointmentValues } from './appointment-values.js';
import { CandidateField, VacancyField } from './concerns-fields.js';
import classes from './entry-dialog.module.css';
import type { WallSlot } from './recruitment-calendar.js';
import { SlotFields } from './slot-fields.js';
import { SlotNotes } from './slot-notes.js';
import { readSlot } from './slot-values.js';
import { useSaveAppointment } from './use-save-appointment.js';

interface AppointmentDialogProps {
  /** The one to change; null for a new one. */
  readonly id: AppointmentId | null;
  /** Where it is to be: picked, or dragged to. Null to begin where it stands. */
  readonly slot: WallSlot | null;
  readonly onClose: () => void;
}

/** C35: something of one's own in the calendar, with an optional candidate and vacancy. */
export function AppointmentDialog({ id, slot, onClose }: AppointmentDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const load = useCallback(async () => (id === null ? null : await session.edit('appointment', id)), [session, id]);
  const loaded = useLoaded(load);
  return (
    <Dialog opened onClose={onClose} title={t(id === null ? 'calendar.newAppointment' : 'calendar.appointment')}>
      {loaded.status === 'loading' ? null : <AppointmentForm record={loaded.value} slot={slot} onClose={onClose} />}
    </Dialog>
  );
}

interface AppointmentFormProps extends Pick<AppointmentDialogProps, 'slot' | 'onClose'> {
  readonly record: EditableRecord<'appointment'> | null;
}

function AppointmentForm({ record, slot, onClose }: AppointmentFormProps) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const session = useSession();
  const { recruiterId } = usePreferences();
  const initialValues: AppointmentValues =
    record === null
      ? newAppointment(slot, { zone, now: session.now(), recruiterId })
      : { ...valuesOf(record.fields, zone), ...slot };
  const { form, field, submit } = useCheckedForm({ initialValues, check: (values) => checkAppointment(values, zone) });
  const saving = useSaveAppointment(record, onClose);
  const place = readSlot(form.values, { zone, interview: null });
  const wanted = place === null ? null : { id: record?.id ?? '', recruiterIds: form.values.recruiterIds, ...place };
  return (
    <form
      className={classes['form']}
      onSubmit={submit((values) => void saving.save(values))}
      autoComplete="off"
      noValidate
    >
      <TextInput label={t('calendar.title')} maxLength={200} data-autofocus {...field('title')} />
      <SlotFields field={field} />
      <RecruitersField {...field('recruiterIds')} />
      <div className={classes['pair']}>
        <CandidateField {...field('personId')} />
        <VacancyField {...field('vacancyId')} />
      </div>
      <SlotNotes wanted={wanted} />
      <div className={classes['actions']}>
        {record === null ? (
          <span />
        ) : (
          <Button variant="subtle" color="red" onClick={() => void saving.cancel()}>
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

interface FieldProps {
  readonly onChange: (value: unknown) => void;
}

function RecruitersField(props: FieldProps) {
  const { t } = useTranslation();
  const recruiters = useRoster(recruitersAtWork);
  return (
    <MultiSelect
      label={t('calendar.recruiters')}
      data={recruiters.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      hidePickedOptions
      autoComplete="off"
      {...props}
    />
  );
}

function recruitersAtWork({ recruiters }: Roster) {
  return [...recruiters.values()].filter(({ active }) => active);
}
