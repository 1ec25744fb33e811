import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { tagIcon } from './icon-props.js';
import classes from './filter-menu.module.css';

/** The small cross of a set filter. */
export function ClearFilter({ name, onClear }: { readonly name: string; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes['clear']}
      aria-label={t('common.clearFilter', { name })}
      title={t('common.clearFilter', { name })}
      onClick={onClear}
    >
      <IconX {...tagIcon} />
    </button>
  );
}
