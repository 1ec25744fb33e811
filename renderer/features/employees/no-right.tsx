import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.js';
import { ButtonLink } from '../../ui/links.js';

/** C19: for whoever came here by an address and may not hire. */
export function NoRight() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconLock}
      title={t('employees.noRightTitle')}
      action={<ButtonLink to="/">{t('shell.home')}</ButtonLink>}
    >
      {t('employees.noRightText')}
    </EmptyState>
  );
}
