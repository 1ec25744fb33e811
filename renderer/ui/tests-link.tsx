import { useTranslation } from 'react-i18next';
import type { ApplicationId, VacancyId } from '../../shared/records/primitives.js';
import { showDossierTab } from '../state/dossier-tab.js';
import { TextLink } from './links.js';

interface TestsLinkProps {
  readonly vacancyId: VacancyId;
  readonly applicationId: ApplicationId;
  /** Of a link among those of several people: whose tests they are. */
  readonly name?: string;
  readonly onLeave?: () => void;
}

/** R104, G-16: to the applicant's test results, where one can be added. */
export function TestsLink({ vacancyId, applicationId, name, onLeave }: TestsLinkProps) {
  const { t } = useTranslation();
  return (
    <TextLink
      to="/vacancies/$vacancyId/applications/$applicationId"
      params={{ vacancyId, applicationId }}
      aria-label={name === undefined ? undefined : t('dossier.testsOf', { name })}
      onClick={() => {
        showDossierTab(applicationId, 'documents');
        onLeave?.();
      }}
    >
      {t('dossier.tests')}
    </TextLink>
  );
}
