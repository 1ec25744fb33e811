import { IconFileOff } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContractTemplateId, Language } from '../../../shared/records/primitives.js';
import { useLoaded } from '../../data/use-loaded.js';
import { useSession } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { TextLink } from '../../ui/links.js';
import { PageHead } from '../../ui/page-head.js';
import { ContractTemplateEditor } from './contract-template-editor.js';
import { contractTemplateStart } from './contract-template-values.js';

interface ContractTemplatePageProps {
  readonly id: ContractTemplateId | null;
  /** Of a new one. */
  readonly language: Language;
}

/** One contract template, new or to edit, with the contract as it will look beside it (G-11). */
export function ContractTemplatePage({ id, language }: ContractTemplatePageProps) {
  const { t } = useTranslation();
  const session = useSession();
  const load = useCallback(() => contractTemplateStart(session, id, language), [session, id, language]);
  const loaded = useLoaded(load);
  return (
    <>
      <PageHead
        title={id === null ? t('settings.newContractTemplate') : t('settings.editContractTemplate')}
        crumb={<TextLink to="/settings/contracts">{t('settings.contracts')}</TextLink>}
      />
      {loaded.status === 'loading' ? null : loaded.value === null ? (
        <EmptyState icon={IconFileOff} title={t('settings.contractTemplateGone')}>
          {null}
        </EmptyState>
      ) : (
        <ContractTemplateEditor start={loaded.value} />
      )}
    </>
  );
}
