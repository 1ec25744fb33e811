import { Button, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { ORGANISATION_ID } from '../../../shared/records/organisation.js';
import { changesTo, type EditableRecord } from '../../data/edit-record.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { FormPage, WideField } from '../../ui/form-page.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import { checkOrganisation, tidyOrganisation, type OrganisationValues } from './organisation-values.js';
import { useMayAdminister } from './use-may-administer.js';
import { ZONES } from './zones.js';

/** The organisation: what all laptops of the stand share. */
export function OrganisationSection() {
  const session = useSession();
  const [saves, setSaves] = useState(0);
  const load = useCallback(async () => {
    // Read anew after each save, so that the next one knows what it replaces.
    return { saves, record: await session.edit('organisation', ORGANISATION_ID) };
  }, [session, saves]);
  const loaded = useLoaded(load);
  if (loaded.status === 'loading' || loaded.value.record === null) return null;
  return (
    <OrganisationForm
      record={loaded.value.record}
      onSaved={() => {
        setSaves(saves + 1);
      }}
    />
  );
}

interface OrganisationFormProps {
  readonly record: EditableRecord<'organisation'>;
  readonly onSaved: () => void;
}

function OrganisationForm({ record, onSaved }: OrganisationFormProps) {
  const { t } = useTranslation();
  const session = useSession();
  const allowed = useMayAdminister();
  const initialValues: OrganisationValues = record.fields;
  const { field, submit } = useCheckedForm({ initialValues, check: checkOrganisation });
  const save = async (values: OrganisationValues): Promise<void> => {
    const changes = changesTo(record, { ...tidyOrganisation(values) });
    const saved = await session.commit({ action: 'edit-organisation', changes });
    if (saved.ok) showToast({ text: t('settings.organisationSaved'), undo: () => session.undo(saved.value) });
    else showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
    if (saved.ok) onSaved();
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
      <Select
        label={t('settings.zone')}
        description={t('settings.zoneHint')}
        data={[...ZONES]}
        searchable
        disabled={!allowed}
        {...field('zone')}
      />
      <WideField>
        <Textarea
          label={t('settings.letterhead')}
          description={t('settings.letterheadHint')}
          autosize
          minRows={3}
          maxRows={6}
          maxLength={500}
          disabled={!allowed}
          {...field('letterhead')}
        />
      </WideField>
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
      <NumberInput
        label={t('settings.retention')}
        description={t('settings.retentionHint')}
        disabled={!allowed}
        {...field('retentionMonths')}
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
