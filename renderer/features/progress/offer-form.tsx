import { useTranslation } from 'react-i18next';
import type { OfferFields } from '../../../shared/domain/progress-actions/send-offer.js';
import type { ActionFormProps } from './mail-action.js';
import { MailOrNone } from './mail-or-none.js';
import classes from './plain-form.module.css';

/** C15: the offer is recorded either way; a mail goes only where one is wanted. */
export function OfferForm({ fields, onChange }: ActionFormProps<OfferFields>) {
  const { t } = useTranslation();
  return (
    <div className={classes['form']}>
      <p className={classes['guide']}>{t('progress.offerGuide')}</p>
      <MailOrNone sendsEmail={fields.sendsEmail} onChange={onChange} />
    </div>
  );
}
