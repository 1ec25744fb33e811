import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { saveZone, type ZoneSaved } from '../../data/change-zone.js';
import type { CommitFailure } from '../../data/commit.js';
import { changesTo, type EditableRecord } from '../../data/edit-record.js';
import { useOpenMail } from '../../data/use-interview-mail.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { useFormats } from '../../ui/formats.js';
import { tidyOrganisation, type OrganisationValues } from './organisation-values.js';

/** Saves the organisation, and with another zone what leaves by its clock; one change that can be taken back. True: it is done. */
export function useSaveOrganisation(record: EditableRecord<'organisation'>) {
  const { t } = useTranslation();
  const session = useSession();
  const openMail = useOpenMail();
  const formats = useFormats();
  const namesOf = (ids: readonly PersonId[]) =>
    ids.flatMap((id) => {
      const person = session.roster.current().people.get(id);
      return person === undefined ? [] : [`${person.givenName} ${person.familyName}`.trim()];
    });
  const isRefused = ({ code }: CommitFailure): false => {
    showToast({ text: t(ERROR_WORDS[code]), tone: 'problem' });
    return false;
  };
  const saveWithZone = async (saving: Promise<ZoneSaved>): Promise<boolean> => {
    const { result, reminders, mails, unreminded, unwritten } = await saving;
    if (!result.ok) return isRefused(result);
    const words = [
      `${t('settings.organisationSaved')}.`,
      ...(reminders.length === 0 ? [] : [t('settings.zoneSaved', { count: reminders.length })]),
      ...(mails.length === 0 ? [] : [t('settings.zoneMailsSaved', { count: mails.length })]),
      ...(unreminded.length === 0 ? [] : [t('interview.reminderGone', { count: unreminded.length })]),
      ...(unwritten.length === 0 ? [] : [t('settings.zoneUnwritten', { names: formats.list(namesOf(unwritten)) })]),
    ];
    // Where one of them has left, a reminder that goes back would say something else than what was told.
    showToast({ text: words.join(' '), undo: () => session.undo(result.value, 'all-or-nothing') });
    return true;
  };
  return async (values: OrganisationValues): Promise<boolean> => {
    const wanted = tidyOrganisation(values);
    const organisation = changesTo(record, { ...wanted });
    const { zone } = wanted;
    const from = record.fields.zone;
    if (zone !== from) {
      return await saveWithZone(saveZone(session, { zone: { from, to: zone }, organisation }, openMail));
    }
    const saved = await session.commit({ action: 'edit-organisation', changes: organisation });
    if (!saved.ok) return isRefused(saved);
    showToast({ text: t('settings.organisationSaved'), undo: () => session.undo(saved.value) });
    return true;
  };
}
