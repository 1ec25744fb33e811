import { IconTools } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.js';
import { PageHead } from '../ui/page-head.js';

/** Stands in for a page until it is there. */
export function NotBuiltPage({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={title} />
      <EmptyState icon={IconTools} title={title}>
        {t('common.notYet')}
      </EmptyState>
    </>
  );
}
