import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isConsentValid, newestConsent, type ConsentPurpose } from '../../../shared/domain/capture-notice.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { ConsentNotice } from '../../ui/consent-notice.js';
import { Dialog } from '../../ui/dialog.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import foot from '../../ui/dialog-foot.module.css';
import classes from './consent-dialog.module.css';
import { PURPOSE_WORDS } from './consent-words.js';
import { nameOf } from './name-of.js';
import type { Shown } from './shown.js';
import { useConsent } from './use-consent.js';

interface ConsentDialogProps {
  readonly purpose: ConsentPurpose;
  readonly shown: Shown;
  readonly onClose: () => void;
}

/** A consent recorded, or withdrawn while it counts: what is agreed to stands there to be read, and what follows of it. */
export function ConsentDialog({ purpose, shown, onClose }: ConsentDialogProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const today = useCalendarDate(formats.zone);
  const { fields, events } = shown.dossier.person;
  const said = newestConsent(purpose, events);
  const withdrawing = said !== null && said.given && isConsentValid(said, today);
  const { organisation, until, say, saving, stop } = useConsent(shown, purpose, onClose);
  const name = nameOf(fields);
  const act = t(withdrawing ? 'dossier.withdrawConsent' : 'dossier.recordConsent');
  const date = formats.calendarDate(until);
  return (
    <Dialog opened onClose={onClose} size={640} title={`${act}: ${t(PURPOSE_WORDS[purpose])}`}>
      <div className={classes['form']}>
        {withdrawing ? (
          <p>{t(purpose === 'cv-database' ? 'dossier.withdrawDatabaseText' : 'dossier.withdrawFairText', { name })}</p>
        ) : (
          <>
            <p className={classes['guide']}>{t('dossier.recordConsentText', { name })}</p>
            <div className={classes['paper']}>
              <ConsentNotice language={fields.language} organisation={organisation} until={until} />
            </div>
          </>
        )}
        {stop === null ? null : <FieldError>{t(ERROR_WORDS[stop])}</FieldError>}
        <div className={foot['foot']}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="filled"
            data-danger={withdrawing || undefined}
            loading={saving}
            onClick={() => void say(!withdrawing)}
          >
            {withdrawing ? act : t('dossier.agrees', { name, date })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
