import { Button, Switch, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import { changesTo, createRecord, type EditableRecord } from '../../data/edit-record.js';
import type { Roster } from '../../data/roster/rows.js';
import { useFollow, useReread, type Reading } from '../../data/use-reread.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { Dialog } from '../../ui/dialog.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import classes from './recruiter-dialog.module.css';
import { RecruiterRights } from './recruiter-rights.js';
import { checkRecruiter, NEW_RECRUITER } from './recruiter-values.js';

interface RecruiterDialogProps {
  readonly editing: RecruiterId | 'new' | null;
  readonly onClose: () => void;
}

/** One recruiter: name, address, rights, and whether he or she still works here. */
export function RecruiterDialog({ editing, onClose }: RecruiterDialogProps) {
  const { t } = useTranslation();
  const title = editing === 'new' ? t('settings.addRecruiter') : t('settings.editRecruiter');
  return (
    <Dialog opened={editing !== null} onClose={onClose} title={title} size={720}>
      {editing === null ? null : <RecruiterLoader id={editing === 'new' ? null : editing} onClose={onClose} />}
    </Dialog>
  );
}

function RecruiterLoader({ id, onClose }: { readonly id: RecruiterId | null; readonly onClose: () => void }) {
  const session = useSession();
  const read = useCallback(async () => (id === null ? null : await session.edit('recruiter', id)), [session, id]);
  const look = useCallback(
    ({ recruiters }: Roster) => (id === null ? '' : JSON.stringify(recruiters.get(id) ?? null)),
    [id],
  );
  const reread = useReread(read, look);
  if (reread === null) return null;
  return <RecruiterForm key={reread.reading} record={reread.value} stands={reread} onClose={onClose} />;
}

interface RecruiterFormProps {
  readonly record: EditableRecord<'recruiter'> | null;
  readonly stands: Reading;
  readonly onClose: () => void;
}

function RecruiterForm({ record, stands, onClose }: RecruiterFormProps) {
  const { t } = useTranslation();
  const selectOthers = useCallback(
    (roster: Roster) => [...roster.recruiters.values()].filter(({ id }) => id !== record?.id),
    [record],
  );
  const others = useRoster(selectOthers);
  const initialValues: Recruiter = record?.fields ?? NEW_RECRUITER;
  const { form, field, submit } = useCheckedForm({ initialValues, check: (values) => checkRecruiter(values, others) });
  useFollow(stands, !form.isDirty());
  const save = useSaveRecruiter(record, onClose);
  return (
    <form className={classes['form']} onSubmit={submit((values) => void save(values))} autoComplete="off" noValidate>
      <div className={classes['who']}>
        <TextInput label={t('settings.recruiterName')} maxLength={200} data-autofocus {...field('name')} />
        <TextInput label={t('settings.recruiterEmail')} type="email" maxLength={254} {...field('email')} />
      </div>
      <RecruiterRights
        rights={form.values.rights}
        departments={form.values.departments}
        error={field('rights').error}
        onChange={form.setValues}
      />
      {record === null ? null : <Switch label={t('settings.active')} {...field('active', 'checkbox')} />}
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled">
          {record === null ? t('common.save') : t('common.saveChanges')}
        </Button>
      </div>
    </form>
  );
}

function useSaveRecruiter(record: EditableRecord<'recruiter'> | null, onClose: () => void) {
  const { t } = useTranslation();
  const session = useSession();
  return async (values: Recruiter): Promise<void> => {
    const tidy = { ...values, name: values.name.trim(), email: values.email.trim() };
    const changes =
      record === null ? [createRecord('recruiter', session.newId(), null, tidy)] : changesTo(record, tidy);
    const saved = await session.commit({ action: record === null ? 'add-recruiter' : 'edit-recruiter', changes });
    if (!saved.ok && saved.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    if (saved.ok) {
      showToast({ text: t('settings.recruiterSaved', { name: tidy.name }), undo: () => session.undo(saved.value) });
    }
    onClose();
  };
}
