import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './filter-chip.module.css';
import { tagIcon } from './icon-props.js';

/** A filter that is set: its words, and one click to be rid of it. */
export function FilterChip({ label, onClear }: { readonly label: string; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes['chip']}
      aria-label={t('common.clearFilter', { name: label })}
      onClick={onClear}
    >
      {label}
      <IconX {...tagIcon} />
    </button>
  );
}
