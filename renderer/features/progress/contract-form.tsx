import { useTranslation } from 'react-i18next';
import type { ContractFields } from '../../../shared/domain/progress-actions/employment-contract.js';
import type { ActionFormProps } from './mail-action.js';
import { TermsTable } from './terms-table.js';

/** C30: what the contract of each person says. */
export function ContractForm({ fields, selection, problems, onChange }: ActionFormProps<ContractFields>) {
  const { t } = useTranslation();
  return (
    <TermsTable
      rows={fields.rows}
      selection={selection}
      problems={problems}
      extent="contract"
      hint={t('progress.contractHint')}
      onChange={(rows) => {
        onChange({ rows });
      }}
    />
  );
}
