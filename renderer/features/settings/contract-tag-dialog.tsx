import { Button, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { ContractTag } from '../../../shared/records/contract.js';
import type { ContractTagId } from '../../../shared/records/primitives.js';
import { ownTagsOf } from '../../data/contract-desk.js';
import { changesTo, createRecord, type EditableRecord } from '../../data/edit-record.js';
import type { Roster } from '../../data/roster/rows.js';
import { useFollow, useReread, type Reading } from '../../data/use-reread.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { Dialog } from '../../ui/dialog.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import classes from './contract-section.module.css';
import { checkContractTag } from './contract-tag-values.js';

interface ContractTagDialogProps {
  readonly editing: ContractTagId | 'new' | null;
  readonly onClose: () => void;
}

/** One tag of the organisation's own: how it is asked for, how it stands in a text, what it begins with. */
export function ContractTagDialog({ editing, onClose }: ContractTagDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened={editing !== null}
      onClose={onClose}
      title={editing === 'new' ? t('settings.addOwnTag') : t('settings.editOwnTag')}
    >
      {editing === null ? null : <TagLoader id={editing === 'new' ? null : editing} onClose={onClose} />}
    </Dialog>
  );
}

function TagLoader({ id, onClose }: { readonly id: ContractTagId | null; readonly onClose: () => void }) {
  const session = useSession();
  const read = useCallback(async () => (id === null ? null : await session.edit('contractTag', id)), [session, id]);
  const look = useCallback(
    ({ contractTags }: Roster) => (id === null ? '' : JSON.stringify(contractTags.get(id) ?? null)),
    [id],
  );
  const reread = useReread(read, look);
  if (reread === null) return null;
  return <TagForm key={reread.reading} record={reread.value} stands={reread} onClose={onClose} />;
}

interface TagFormProps {
  readonly record: EditableRecord<'contractTag'> | null;
  readonly stands: Reading;
  readonly onClose: () => void;
}

const NEW_TAG: ContractTag = { name: '', label: '', preset: '', deleted: false };

function TagForm({ record, stands, onClose }: TagFormProps) {
  const { t } = useTranslation();
  const session = useSession();
  const tags = useRoster(ownTagsOf);
  const others = tags.filter(({ id }) => id !== record?.id).map(({ name }) => name);
  const initialValues = record?.fields ?? NEW_TAG;
  const { form, field, submit } = useCheckedForm({
    initialValues,
    check: (values) => checkContractTag(values, others),
  });
  useFollow(stands, !form.isDirty());
  const save = async (values: ContractTag): Promise<void> => {
    const tidy = { ...values, label: values.label.trim(), preset: values.preset.trim() };
    const changes =
      record === null ? [createRecord('contractTag', session.newId(), null, tidy)] : changesTo(record, tidy);
    const saved = await session.commit({ action: record === null ? 'add-contract-tag' : 'edit-contract-tag', changes });
    if (!saved.ok && saved.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    if (saved.ok)
      showToast({ text: t('settings.tagSaved', { label: tidy.label }), undo: () => session.undo(saved.value) });
    onClose();
  };
  return (
    <form className={classes['form']} onSubmit={submit((values) => void save(values))} autoComplete="off" noValidate>
      <TextInput label={t('settings.tagLabel')} maxLength={200} data-autofocus {...field('label')} />
      <TextInput
        label={t('settings.tagName')}
        description={t('settings.tagNameHint')}
        placeholder="notice-period"
        maxLength={40}
        disabled={record !== null}
        {...field('name')}
      />
      <TextInput
        label={t('settings.tagPreset')}
        description={t('settings.tagPresetHint')}
        maxLength={200}
        {...field('preset')}
      />
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled">
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
