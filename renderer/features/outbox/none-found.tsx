import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.js';

/** There are messages, but the filter lets none through. */
export function NoneFound({ onShowAll }: { readonly onShowAll: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('outbox.noneFound')}
      action={<Button onClick={onShowAll}>{t('outbox.showAll')}</Button>}
    >
      {t('outbox.noneFoundText')}
    </EmptyState>
  );
}
