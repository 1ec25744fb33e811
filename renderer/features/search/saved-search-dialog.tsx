import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import { useCheckedForm } from '../../ui/use-checked-form.js';
import classes from './search-page.module.css';

interface SavedSearchDialogProps {
  readonly title: string;
  readonly opened: boolean;
  /** What is offered. */
  readonly name: string;
  /** Answers whether it is saved: then the dialog closes. */
  readonly onSave: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks for the name of a search. */
export function SavedSearchDialog({ title, opened, onClose, ...form }: SavedSearchDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size={420}>
      {opened ? <NameForm onClose={onClose} {...form} /> : null}
    </Dialog>
  );
}

function NameForm({ name, onSave, onClose }: Pick<SavedSearchDialogProps, 'name' | 'onSave' | 'onClose'>) {
  const { t } = useTranslation();
  const { field, submit } = useCheckedForm({
    initialValues: { name },
    check: (values) => (values.name.trim() === '' ? { name: 'common.required' } : {}),
  });
  return (
    <form
      className={classes['nameForm']}
      onSubmit={submit((values) => {
        void onSave(values.name.trim()).then((saved) => {
          if (saved) onClose();
        });
      })}
      autoComplete="off"
      noValidate
    >
      <TextInput label={t('search.savedName')} maxLength={200} data-autofocus {...field('name')} />
      <div className={classes['nameFoot']}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled">
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
