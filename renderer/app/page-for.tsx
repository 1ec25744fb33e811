import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Right } from '../../shared/records/recruiter.js';
import { useHasRight } from '../data/use-rights.js';
import { EmptyState } from '../ui/empty-state.js';
import { ButtonLink } from '../ui/links.js';
import { usePageTitle } from '../ui/use-page-title.js';

interface PageForProps {
  readonly right: Right;
  readonly children: ReactNode;
}

/** C19: a page that is nothing but a form of something that needs a right. Whoever comes by its address is told why not. */
export function PageFor({ right, children }: PageForProps) {
  return useHasRight(right) ? children : <NoRight />;
}

function NoRight() {
  const { t } = useTranslation();
  usePageTitle(t('shell.noRightTitle'));
  return (
    <EmptyState
      icon={IconLock}
      title={t('shell.noRightTitle')}
      heading="h1"
      action={<ButtonLink to="/">{t('shell.home')}</ButtonLink>}
    >
      {t('shell.noRightText')}
    </EmptyState>
  );
}
