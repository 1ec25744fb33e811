import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import { FieldError } from '../../ui/field-error.js';
import classes from './erasure.module.css';

/** In the place of what would go: that it is being read, or why it cannot be. */
export function ErasureReading({ failed }: { readonly failed: ErrorCode | null }) {
  const { t } = useTranslation();
  if (failed !== null)
    return (
      <p role="alert">
        <FieldError>{t(ERROR_WORDS[failed])}</FieldError>
      </p>
    );
  return (
    <div className={classes['reading']}>
      <Loader size="sm" aria-label={t('common.loading')} />
    </div>
  );
}
