import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureForm } from '../../../shared/domain/capture.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../../shared/domain/capture-notice.js';
import { useFormats } from '../../ui/formats.js';
import classes from './capture.module.css';
import { NoticeDialog } from './notice-dialog.js';
import type { Stand } from './use-stand.js';

interface ConsentTicksProps {
  readonly form: CaptureForm;
  readonly stand: Stand;
  readonly onChange: (change: Pick<CaptureForm, 'consents'>) => void;
}

/** One tick for each purpose, none of them ticked beforehand; the notice is one click away (security.md 7). */
export function ConsentTicks({ form, stand, onChange }: ConsentTicksProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [shown, setShown] = useState(false);
  const name = form.givenName.trim() || form.familyName.trim();
  const date = formats.calendarDate(stand.until);
  const set = (purpose: ConsentPurpose, ticked: boolean): void => {
    onChange({
      consents: CONSENT_PURPOSES.filter((known) => (known === purpose ? ticked : form.consents.includes(known))),
    });
  };
  const tick = (purpose: ConsentPurpose) => ({
    size: 'md' as const,
    checked: form.consents.includes(purpose),
    onChange: (event: { readonly currentTarget: { readonly checked: boolean } }) => {
      set(purpose, event.currentTarget.checked);
    },
  });
  return (
    <fieldset className={classes['consents']}>
      <legend>{t('capture.consents')}</legend>
      <div>
        <Checkbox
          {...tick('this-fair')}
          label={name === '' ? t('capture.consentFairUnnamed', { date }) : t('capture.consentFair', { name, date })}
        />
        <p>
          {t('capture.consentWithdraw')}{' '}
          <button
            type="button"
            onClick={() => {
              setShown(true);
            }}
          >
            {t('capture.showNotice')}
          </button>
        </p>
      </div>
      <div>
        <Checkbox {...tick('cv-database')} label={t('capture.consentDatabase')} />
        <p>{t('capture.consentDatabaseFor')}</p>
      </div>
      <NoticeDialog
        opened={shown}
        language={form.language}
        stand={stand}
        onClose={() => {
          setShown(false);
        }}
      />
    </fieldset>
  );
}
