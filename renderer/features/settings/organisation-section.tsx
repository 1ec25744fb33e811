import { Button, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { seenOrganisation } from '../../data/seen-organisation.js';
import { ORGANISATION_ID } from '../../../shared/records/organisation.js';
import type { EditableRecord } from '../../data/edit-record.js';
import { useFollow, useReread, type Reading } from '../../data/use-reread.js';
import { useSession } from '../../data/use-session.js';
import { FormPage, WideField } from '../../ui/form-page.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import { AppearanceFields } from './appearance-fields.js';
import { checkOrganisation, type OrganisationValues } from './organisation-values.js';
import { RetentionFields } from './retention-fields.js';
import { useMayAdminister } from './use-may-administer.js';
import { useSaveOrganisation } from './use-save-organisation.js';
import { ZoneNote } from './zone-note.js';
import { ZONES } from './zones.js';

/** The organisation: what all laptops of the stand share. */
export function OrganisationSection() {
  const session = useSession();
  const read = useCallback(() => session.edit('organisation', ORGANISATION_ID), [session]);
  const reread = useReread(read, seenOrganisation);
  if (reread === null || reread.value === null) return null;
  return <OrganisationForm key={reread.reading} record={reread.value} stands={reread} />;
}

interface OrganisationFormProps {
  readonly record: EditableRecord<'organisation'>;
  readonly stands: Reading;
}

function OrganisationForm({ record, stands }: OrganisationFormProps) {
  const { t } = useTranslation();
  const allowed = useMayAdminister();
  const { accent, retentionDays } = record.fields;
  const initialValues: OrganisationValues = {
    ...record.fields,
    accent: accent ?? '',
    retentionDays: retentionDays ?? '',
  };
  const { field, form, submit } = useCheckedForm({ initialValues, check: checkOrganisation });
  useFollow(stands, !form.isDirty());
  const saveOrganisation = useSaveOrganisation(record);
  const save = async (values: OrganisationValues): Promise<void> => {
    // Read anew, so that the next one knows what it replaces.
    if (await saveOrganisation(values)) stands.readAgain();
  };
  return (
    <FormPage
      label={t('settings.organisation')}
      onSubmit={submit((values) => void save(values))}
      note={allowed ? null : t('settings.onlyAdministrators')}
      actions={
        <Button type="submit" variant="filled" disabled={!allowed}>
          {t('common.saveChanges')}
        </Button>
      }
    >
      <TextInput label={t('settings.organisationName')} maxLength={200} disabled={!allowed} {...field('name')} />
      <div>
        <Select
          label={t('settings.zone')}
          description={t('settings.zoneHint')}
          data={[...ZONES]}
          searchable
          disabled={!allowed}
          {...field('zone')}
        />
        {form.values.zone === record.fields.zone ? null : <ZoneNote from={record.fields.zone} to={form.values.zone} />}
      </div>
      <AppearanceFields allowed={allowed} field={field} />
      <WideField>
        <TagsInput
          label={t('settings.departments')}
          description={t('settings.listHint')}
          acceptValueOnBlur
          disabled={!allowed}
          {...field('departments')}
        />
      </WideField>
      <WideField>
        <TagsInput
          label={t('settings.positions')}
          description={t('settings.listHint')}
          acceptValueOnBlur
          disabled={!allowed}
          {...field('positions')}
        />
      </WideField>
      <RetentionFields
        values={form.values}
        allowed={allowed}
        field={field}
        onCountry={(country) => {
          form.setFieldValue('country', country);
        }}
      />
      <NumberInput
        label={t('settings.undoSeconds')}
        description={t('settings.undoSecondsHint')}
        disabled={!allowed}
        {...field('undoSeconds')}
      />
    </FormPage>
  );
}
