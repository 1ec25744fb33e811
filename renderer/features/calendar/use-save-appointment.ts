import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/changes/change-set.js';
import type { WriteAction } from '../../../shared/domain/refuse-write.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { Appointment, AppointmentEvent } from '../../../shared/records/appointment.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { changesTo, createRecord, type EditableRecord } from '../../data/edit-record.js';
import type { Roster } from '../../data/roster/rows.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import type { AppointmentValues } from './appointment-values.js';
import { readSlot } from '../../ui/slot-values.js';

type Seen = EditableRecord<'appointment'> | null;

/** Saves an appointment, or takes it out of the calendar; says so and offers the way back. */
export function useSaveAppointment(record: Seen, onDone: () => void) {
  const { t } = useTranslation();
  const session = useSession();
  const formats = useFormats();
  const cancellation = (seen: EditableRecord<'appointment'>): Change => {
    const by = session.preferences.current().recruiterId as RecruiterId | null;
    const event: AppointmentEvent = { id: session.newId(), type: 'cancellation', at: session.now(), by };
    return { kind: 'event', table: 'appointment', id: seen.id, dossier: seen.dossier, event };
  };
  const commit = async (action: WriteAction, changes: readonly Change[], text: string, name: string): Promise<void> => {
    const saved = await session.commit({ action, changes });
    if (saved.ok) showToast({ text, name, undo: () => session.undo(saved.value) });
    else if (saved.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    onDone();
  };
  return {
    async save(values: AppointmentValues): Promise<void> {
      const fields = appointmentOf(values, formats.zone, session.roster.current());
      if (fields === null) return;
      const { title: name, startsAt } = fields;
      const text = t('calendar.appointmentSaved', { name, when: formats.dateTimeFrom(session.now(), startsAt) });
      const changes = saveChanges(record, fields, session.newId(), cancellation);
      await commit(record === null ? 'add-appointment' : 'edit-appointment', changes, text, name);
    },
    async cancel(): Promise<void> {
      if (record === null) return;
      const name = record.fields.title;
      await commit('cancel-appointment', [cancellation(record)], t('calendar.appointmentCancelled', { name }), name);
    },
  };
}

/**
 * What concerns a person lies in the person's dossier, sealed with its key. So another person means another record: the one
 * that stood there is cancelled.
 */
function saveChanges(
  record: Seen,
  fields: Appointment,
  newId: string,
  cancellation: (seen: EditableRecord<'appointment'>) => Change,
): readonly Change[] {
  if (record !== null && record.dossier === fields.personId) return changesTo(record, { ...fields });
  const created = createRecord('appointment', newId, fields.personId, { ...fields });
  return record === null ? [created] : [cancellation(record), created];
}

function appointmentOf(values: AppointmentValues, zone: string, roster: Roster): Appointment | null {
  const slot = readSlot(values, { zone, interview: null });
  if (slot === null) return null;
  const { personId, vacancyId, recruiterIds } = values;
  const applications = personId === null ? [] : roster.applicationsOf(personId);
  const application = applications.find((one) => one.vacancyId === vacancyId) ?? applications.at(-1);
  const title = values.title.trim();
  return {
    title,
    ...slot,
    recruiterIds: [...recruiterIds],
    personId,
    applicationId: application?.id ?? null,
    vacancyId,
  };
}
