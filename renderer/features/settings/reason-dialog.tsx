import { Button, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { ORGANISATION_ID } from '../../../shared/records/organisation.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import type { RejectionReason } from '../../../shared/records/rejection-reason.js';
import { changesTo, type EditableRecord } from '../../data/edit-record.js';
import { seenOrganisation } from '../../data/seen-organisation.js';
import { useFollow, useReread, type Reading } from '../../data/use-reread.js';
import { useSession } from '../../data/use-session.js';
import { showToast } from '../../state/ui-store.js';
import { Dialog } from '../../ui/dialog.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import classes from './reason-dialog.module.css';
import { checkReason, withoutReason, withReason, type ReasonValues } from './reason-values.js';

interface ReasonDialogProps {
  /** The id of a reason, `new`, or null while the dialog is shut. */
  readonly editing: string | null;
  readonly onClose: () => void;
}

/** One reason, by its name in every language. */
export function ReasonDialog({ editing, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened={editing !== null}
      onClose={onClose}
      title={t(editing === 'new' ? 'settings.reasonNew' : 'progress.rejectReason')}
    >
      {editing === null ? null : <ReasonLoader id={editing} onClose={onClose} />}
    </Dialog>
  );
}

function ReasonLoader({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const session = useSession();
  const read = useCallback(() => session.edit('organisation', ORGANISATION_ID), [session]);
  const reread = useReread(read, seenOrganisation);
  if (reread === null || reread.value === null) return null;
  return <ReasonForm key={reread.reading} record={reread.value} stands={reread} id={id} onClose={onClose} />;
}

interface ReasonFormProps {
  readonly record: EditableRecord<'organisation'>;
  readonly stands: Reading;
  readonly id: string;
  readonly onClose: () => void;
}

const EMPTY: ReasonValues = { sv: '', da: '', nl: '', nb: '', en: '' };

function ReasonForm({ record, stands, id, onClose }: ReasonFormProps) {
  const { t } = useTranslation();
  const session = useSession();
  const reasons = record.fields.rejectionReasons;
  const known = reasons.find((reason) => reason.id === id) ?? null;
  const initialValues: ReasonValues = known?.names ?? EMPTY;
  const { form, field, submit } = useCheckedForm({ initialValues, check: checkReason });
  useFollow(stands, !form.isDirty());
  const save = useSaveReasons(record, onClose);
  return (
    <form
      className={classes['form']}
      onSubmit={submit((values) => void save(withReason(reasons, known?.id ?? session.newId(), values)))}
      autoComplete="off"
      noValidate
    >
      {LANGUAGES.map((language, at) => (
        <TextInput
          key={language}
          label={t(LANGUAGE_WORDS[language])}
          lang={language}
          maxLength={200}
          data-autofocus={at === 0 || undefined}
          {...field(language)}
        />
      ))}
      <div className={classes['actions']}>
        {known === null ? null : (
          <div className={classes['remove']}>
            <Button variant="subtle" onClick={() => void save(withoutReason(reasons, id))}>
              {t('settings.removeReason')}
            </Button>
            <small>{t('settings.reasonKept')}</small>
          </div>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled">
          {known === null ? t('common.save') : t('common.saveChanges')}
        </Button>
      </div>
    </form>
  );
}

function useSaveReasons(record: EditableRecord<'organisation'>, onClose: () => void) {
  const { t } = useTranslation();
  const session = useSession();
  return async (rejectionReasons: RejectionReason[]): Promise<void> => {
    const changes = changesTo(record, { rejectionReasons });
    const saved = await session.commit({ action: 'edit-rejection-reasons', changes });
    if (!saved.ok && saved.code !== 'commit/empty') {
      showToast({ text: t(ERROR_WORDS[saved.code]), tone: 'problem' });
      return;
    }
    if (saved.ok) showToast({ text: t('settings.reasonsSaved'), undo: () => session.undo(saved.value) });
    onClose();
  };
}
