import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { FieldError } from '../../ui/field-error.js';
import classes from './dossier.module.css';
import type { AddingState } from './use-add-document.js';

/** How a file that is being added gets on, or why it was not. */
export function FileProgress({ state }: { readonly state: AddingState }) {
  const { t } = useTranslation();
  return (
    <div aria-live="polite" className={classes['fileProgress']}>
      {state.kind === 'storing' ? (
        <p>
          <Loader size={14} /> {t('dossier.documentStoring', { name: state.name })}
        </p>
      ) : null}
      {state.kind === 'failed' ? (
        <p data-problem>
          <FieldError>
            {t('dossier.documentFailed', { name: state.name, reason: t(ERROR_WORDS[state.code]) })}
          </FieldError>
        </p>
      ) : null}
    </div>
  );
}
