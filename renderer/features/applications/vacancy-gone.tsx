import { IconBriefcaseOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.js';
import { ButtonLink } from '../../ui/links.js';

/** Where the vacancy was erased meanwhile. */
export function VacancyGone() {
  const { t } = useTranslation();
  return (
    <EmptyState
      heading="h1"
      icon={IconBriefcaseOff}
      title={t('applications.gone')}
      action={<ButtonLink to="/vacancies">{t('shell.vacancyList')}</ButtonLink>}
    >
      {t('applications.goneText')}
    </EmptyState>
  );
}
