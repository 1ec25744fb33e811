import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { icon } from '../../ui/icon-props.js';
import classes from './erasure.module.css';

/** That there is no way back, and how far it reaches. */
export function ErasureLead() {
  const { t } = useTranslation();
  return (
    <p className={classes['lead']}>
      <IconAlertTriangle {...icon} />
      <span>
        <b>{t('deleted.erasure.final')}</b> {t('deleted.erasure.reach')}
      </span>
    </p>
  );
}
