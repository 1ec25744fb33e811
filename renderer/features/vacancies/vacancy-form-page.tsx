import { IconBriefcaseOff } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { TextLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import { VacancyForm } from './vacancy-form.js';
import { startOf } from './vacancy-start.js';

/** *New vacancy*, or one to edit. */
export function VacancyFormPage({ id }: { readonly id: VacancyId | null }) {
  const { t } = useTranslation();
  const session = useSession();
  const load = useCallback(() => startOf(session, id), [session, id]);
  const loaded = useLoaded(load);
  return (
    <>
      <PageHead
        title={id === null ? t('vacancies.newVacancy') : t('vacancies.editVacancy')}
        crumb={<TextLink to="/vacancies">{t('vacancies.title')}</TextLink>}
      />
      {loaded.status === 'loading' ? null : loaded.value === null ? (
        <EmptyState icon={IconBriefcaseOff} title={t('vacancies.gone')}>
          {null}
        </EmptyState>
      ) : (
        <VacancyForm start={loaded.value} />
      )}
    </>
  );
}
