import { Button } from '@mantine/core';
import { IconEye, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../../shared/i18n/error-words.js';
import { BusyButton } from '../../../ui/busy-button.js';
import { Dialog } from '../../../ui/dialog.js';
import { FieldError } from '../../../ui/field-error.js';
import { useFormats } from '../../../ui/formats.js';
import { icon } from '../../../ui/icon-props.js';
import { languageInSentence } from '../../../ui/language-in-sentence.js';
import { LANGUAGE_WORDS } from '../../../ui/language-words.js';
import { nameOf } from '../name-of.js';
import type { Shown } from '../shown.js';
import classes from './export-person-dialog.module.css';
import { useExportPerson } from './use-export-person.js';

interface ExportPersonDialogProps {
  readonly shown: Shown;
  readonly onClose: () => void;
}

/** What the file of one person will hold, what to look at before it is handed over, and the way to it. */
export function ExportPersonDialog({ shown, onClose }: ExportPersonDialogProps) {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const { fields } = shown.dossier.person;
  const { save, saving, failed, stop } = useExportPerson(shown.personId, onClose);
  const name = nameOf(fields);
  const language = languageInSentence(t(LANGUAGE_WORDS[fields.language]), screen);
  const close = (): void => {
    stop();
    onClose();
  };
  return (
    <Dialog opened onClose={close} title={t('data.personTitle', { name })}>
      <div className={classes['form']}>
        <p>{t('data.personWhat', { name, language })}</p>
        <ul className={classes['notes']}>
          <li>
            <IconEye {...icon} />
            {t('data.personBefore')}
          </li>
          <li>
            <IconLockOpen {...icon} />
            {t('data.personWarning')}
          </li>
        </ul>
        <p role="status">{saving ? t('data.personSaving') : ''}</p>
        {failed === null ? null : <FieldError>{t(ERROR_WORDS[failed])}</FieldError>}
        <div className={classes['foot']}>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <BusyButton variant="filled" data-autofocus busy={saving} onClick={() => void save()}>
            {t('data.personSave')}
          </BusyButton>
        </div>
      </div>
    </Dialog>
  );
}
