import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './row-skeleton.module.css';

/** Rows to come. Shown only when they take longer than 300 ms, in the height that the real ones will have. */
export function RowSkeleton({ rows }: { readonly rows: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes['skeleton']} role="status">
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} />
      ))}
    </div>
  );
}
