import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.js';
import { ButtonLink } from '../ui/links.js';
import { PageHead } from '../ui/page-head.js';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('shell.notFound')} />
      <EmptyState
        icon={IconMapOff}
        title={t('shell.notFound')}
        action={<ButtonLink to="/">{t('shell.faultHome')}</ButtonLink>}
      >
        {t('shell.notFoundText')}
      </EmptyState>
    </>
  );
}
