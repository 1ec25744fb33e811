import { Button, TagsInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { changesTo, createRecord, type EditableRecord } from '../../data/edit-record.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { ClockField, DateField } from '../../ui/date-field.js';
import { FormPage, WideField } from '../../ui/form-page.js';
import { ButtonLink } from '../../ui/links.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import { checkFair, tidyFair, type FairValues } from './check-fair.js';

interface FairFormProps {
  /** Null for a new fair. */
  readonly record: EditableRecord<'fair'> | null;
  /** A calendar date, the first guess for a new fair. */
  readonly today: string;
}

/** Name, place, stand, dates, hours and rooms of a fair. */
export function FairForm({ record, today }: FairFormProps) {
  const { t } = useTranslation();
  const { form, field, submit } = useCheckedForm({ initialValues: valuesOf(record, today), check: checkFair });
  const { save, saving } = useSaveFair(record);
  const title = record === null ? t('fairs.newFair') : t('fairs.editFair');
  return (
    <FormPage
      label={title}
      onSubmit={submit((values) => void save(values))}
      actions={
        <>
          <ButtonLink to="/fairs" variant="subtle">
            {t('common.cancel')}
          </ButtonLink>
          <Button type="submit" variant="filled" loading={saving}>
            {record === null ? t('common.save') : t('common.saveChanges')}
          </Button>
        </>
      }
    >
      <WideField>
        <TextInput label={t('fairs.name')} maxLength={200} data-autofocus {...field('name')} key={form.key('name')} />
      </WideField>
      <TextInput label={t('fairs.place')} maxLength={200} {...field('place')} />
      <TextInput label={t('fairs.stand')} maxLength={200} {...field('stand')} />
      <DateField label={t('fairs.firstDate')} {...field('firstDate')} />
      <DateField label={t('fairs.lastDate')} {...field('lastDate')} />
      <ClockField label={t('fairs.opensAt')} {...field('opensAt')} />
      <ClockField label={t('fairs.closesAt')} {...field('closesAt')} />
      <WideField>
        <TagsInput label={t('fairs.rooms')} description={t('fairs.roomsHint')} acceptValueOnBlur {...field('rooms')} />
      </WideField>
    </FormPage>
  );
}

function valuesOf(record: EditableRecord<'fair'> | null, today: string): FairValues {
  if (record !== null) return record.fields;
  return {
    name: '',
    place: '',
    stand: '',
    firstDate: today,
    lastDate: today,
    opensAt: '09:00',
    closesAt: '16:00',
    rooms: [],
  };
}

function useSaveFair(record: EditableRecord<'fair'> | null) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const save = async (typed: FairValues): Promise<void> => {
    setSaving(true);
    const values = tidyFair(typed);
    const changes =
      record === null
        ? [createRecord('fair', session.newId(), null, { ...values, demo: false })]
        : changesTo(record, { ...values });
    const saved = await session.commit({ action: record === null ? 'add-fair' : 'edit-fair', changes });
    setSaving(false);
    if (!saved.ok && saved.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    if (saved.ok) {
      showToast({ text: t('fairs.saved', { name: values.name }), undo: () => session.undo(saved.value) });
    }
    await navigate({ to: '/fairs' });
  };
  return { save, saving };
}
