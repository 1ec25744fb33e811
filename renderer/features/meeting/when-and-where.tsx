import { useTranslation } from 'react-i18next';
import type { EditableRecord } from '../../data/edit-record.js';
import { useRecruitersAtWork } from '../../data/use-recruiters-at-work.js';
import { DataList } from '../../ui/data-list.js';
import { useFormats } from '../../ui/formats.js';

/** For whoever may not change it (C19). */
export function WhenAndWhere({ record: { fields } }: { readonly record: EditableRecord<'interview'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { startsAt, minutes, place, recruiterIds } = fields;
  const recruiters = useRecruitersAtWork(recruiterIds).filter(({ id }) => recruiterIds.includes(id));
  return (
    <DataList
      rows={[
        { term: t('calendar.date'), value: formats.dateTime(startsAt) },
        { term: t('calendar.duration'), value: formats.number(minutes) },
        ...(place === '' ? [] : [{ term: t('calendar.place'), value: place }]),
        { term: t('calendar.recruiters'), value: formats.list(recruiters.map(({ name }) => name)) },
      ]}
    />
  );
}
